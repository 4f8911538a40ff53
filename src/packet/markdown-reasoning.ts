import type { Diagnosis } from '../schemas/diagnosis.ts';
import type { PacketContent } from '../schemas/packet.ts';
import { code } from '../text/inline.ts';
import { line, moment } from './markdown-words.ts';

/** The way through a tree: who answered what, and why. */
export function pathLines(path: PacketContent['path']): string {
  return path
    .map(({ node, answer, by, why, overruled }, index) => {
      const over = overruled ? `, who overruled the check (${code(overruled.answer)}: ${line(overruled.why)})` : '';
      return `${index + 1}. ${code(node)} = ${code(answer)}, by the ${by}${over}. ${line(why)}`;
    })
    .join('\n');
}

const answers: Record<Diagnosis['answer'], string> = {
  fault: 'A fault was found.',
  'not-enough-known': 'Not enough is known to say where the fault lies.',
  well: 'Every part is well, as far as its checks say.',
};

/** Where the fault lies, what is only a consequence, and what is not known. */
export function diagnosisSection({ answer, faults, consequences, unknown }: Diagnosis): string {
  const item = (name: string, rest: string, reason: string): string => `- **${line(name)}** (${rest}): ${line(reason)}`;
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${title}\n\n${items.join('\n')}`];
  return [
    answers[answer],
    ...list(
      'At fault, the likeliest first:',
      faults.map(({ name, layer, state, reason, evidence }) =>
        [
          item(name, `${layer}, ${state}`, reason),
          ...evidence.map(({ block, title, provenAt }) => `  - ${line(title)}, ${code(block)}, ${moment(provenAt)}`),
        ].join('\n'),
      ),
    ),
    ...list(
      'Only a consequence:',
      consequences.map(({ name, layer, state, reason }) => item(name, `${layer}, ${state}`, reason)),
    ),
    ...list(
      'Not known:',
      unknown.map(({ name, layer, reason }) => item(name, layer, reason)),
    ),
  ].join('\n\n');
}

/** What is asked, of whom, by when, and who is next. */
export function askSection(ask: NonNullable<PacketContent['ask']>): string {
  const person = ({ name, team }: { name: string; team: string | null }): string =>
    `${line(name)}${team === null ? '' : ` (${line(team)})`}`;
  const by = [ask.within === null ? '' : line(ask.within), ask.by === null ? '' : `by ${moment(ask.by)}`];
  const when = by.filter((part) => part !== '').join(', ');
  return [
    ask.what.map((what, index) => `${index + 1}. ${line(what)}`).join('\n'),
    [
      `- Of whom: ${ask.of === null ? 'not said' : person(ask.of)}`,
      ...(ask.channel === null ? [] : [`- Where: ${line(ask.channel)}`]),
      `- Answer: ${when === '' ? 'no time was said' : when}`,
      ...(ask.next === null
        ? []
        : [
            `- When nobody answers: ${person(ask.next)}, after ${line(ask.next.after)}${ask.next.at === null ? '' : `, at ${moment(ask.next.at)}`}`,
          ]),
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
