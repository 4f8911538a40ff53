import type { Project } from '../../src/project/load.ts';
import { wrap } from '../../src/reporters/terminal/layout.ts';
import type { Paint } from '../../src/reporters/terminal/paint.ts';
import type { Triage } from '../../src/schemas/triage-answer.ts';
import { visible } from '../../src/text/visible.ts';

const hour = (time: string): string => `${time.slice(11, 16)} UTC`;

/** A triage for people: the outcome first, since that is what they came for, then the path to it. */
export function triageLines(triage: Triage, project: Project, paint: Paint, width: number): string[] {
  const lines: string[] = [];
  const row = (name: string, text: string): void => {
    const [first = '', ...more] = wrap(visible(text), Math.max(20, width - 15));
    lines.push(`  ${name.padEnd(13)}${first}`, ...more.map((line) => `${' '.repeat(15)}${line}`));
  };
  const list = (name: string, items: readonly string[], mark: (index: number) => string): void => {
    items.forEach((item, index) => {
      const [first = '', ...more] = wrap(visible(item), Math.max(20, width - 19));
      lines.push(
        `  ${(index === 0 ? name : '').padEnd(13)}${mark(index)} ${first}`,
        ...more.map((line) => `${' '.repeat(15 + mark(index).length + 1)}${line}`),
      );
    });
  };
  const { outcome, needs } = triage;
  if (outcome) {
    const severity = project.escalation.severities[outcome.severity];
    lines.push(...wrap(outcome.title, width).map((line) => paint.bold(line)), '');
    row('Severity', `${severity.name}${severity.pages ? ': people are woken for it' : ''}`);
    row('Owner', `${outcome.owner.name}${outcome.owner.team ? ` (${outcome.owner.team})` : ''}, in ${outcome.channel}`);
    row('By when', within(outcome.acknowledge.within, outcome.acknowledge.by));
    row('Otherwise', `${outcome.next.name}, when nobody has answered: ${after(outcome.next.after, outcome.next.at)}`);
    lines.push('');
    list('Do now', outcome.do, (index) => `${index + 1}.`);
    lines.push('');
    row('Runbook', outcome.runbook ?? 'none for this');
    row(
      'Macro',
      outcome.macro === null
        ? 'none: the user is not answered by a macro'
        : `${outcome.macro}, in ${[...(project.macros.get(outcome.macro)?.keys() ?? [])].join(', ')}`,
    );
    list('Attach', outcome.attach, () => '-');
    lines.push('');
  }
  if (triage.path.length > 0) lines.push(paint.bold(needs ? 'The path so far' : 'The path'));
  for (const { node, answer, by, why, overruled } of triage.path)
    lines.push(
      ...wrap(
        visible(
          `${node} = ${answer}, by the ${by}${overruled ? `, who overruled the check (${overruled.answer})` : ''}. ${why}`,
        ),
        width - 2,
      ).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`),
    );
  return lines;
}

/** What is missing, and how to give it. */
export function needLines({ needs, tree }: Triage): string[] {
  if (!needs) return [];
  const widest = Math.max(...needs.choices.map(({ id }) => id.length));
  return [
    `No outcome: \`${needs.node}\` is not answered. ${visible(needs.why)}`,
    needs.question,
    ...needs.choices.map(({ id, label }) => `  ${id.padEnd(widest)}  ${label}`),
    `Answer it: \`npx runlight triage ${tree} --answer ${needs.node}=${needs.choices[0]?.id ?? 'CHOICE'}\`.`,
  ];
}

const isClock = (text: string): boolean => /\d/.test(text);
const within = (text: string, by: string | null): string =>
  isClock(text) ? `within ${text}${by ? `, by ${hour(by)}` : ''}` : text;
const after = (text: string, at: string | null): string =>
  isClock(text) ? `after ${text}${at ? `, at ${hour(at)}` : ''}` : text;
