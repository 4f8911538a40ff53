import type { Diagnosis, Fault, PartState } from '../../schemas/diagnosis.ts';
import type { Journey } from '../../schemas/journey.ts';
import { type Verdict, verdictMarks } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { columnsOf, cut, wrap } from './layout.ts';
import type { Paint } from './paint.ts';

/** How a part's state is marked: the shapes and words are those of verdicts. */
const verdictOf: Record<PartState, Verdict> = { healthy: 'pass', unknown: 'error', degraded: 'warn', failing: 'fail' };
const longestSentence = 600;

export interface DiagnosisText {
  journey: Pick<Journey, 'title' | 'parts'>;
  diagnosis: Diagnosis;
  environment: string;
  paint: Paint;
  width: number;
}

/** The fault first, then its consequences, then what is not known, then what to do. */
export function diagnosisLines({ journey, diagnosis, environment, paint, width }: DiagnosisText): string[] {
  const { faults, consequences, unknown } = diagnosis;
  const providers = new Map(journey.parts.map(({ id, provider }) => [id, provider ?? null]));
  return [
    ...wrap(`${oneLine(journey.title, 60)}: ${answerOf(diagnosis)}`, width).map((line) => paint.bold(line)),
    ...faults.flatMap((fault) => ['', ...faultLines(fault, providers.get(fault.part) ?? null, paint, width)]),
    ...section(
      'Only a consequence',
      consequences.map(({ state, reason }) => markedLines(verdictOf[state], reason, width)),
    ).map((line) => paint.dim(line)),
    ...section(
      'Not known',
      unknown.map(({ name, reason }) => markedLines('error', `${name}: ${reason}`, width)),
    ),
    ...section(
      'What to do',
      faults.map((fault) => stepLines(fault, width)),
    ),
    '',
    ...wrap(countsOf(diagnosis, environment), width).map((line) => paint.dim(line)),
  ];
}

/** The answer, to be read behind the journey's title and a colon. */
function answerOf({ answer, faults: [first, ...others] }: Diagnosis): string {
  if (answer === 'well') return 'all of its parts are well.';
  if (!first) return 'not enough is known to name a fault. Nothing that is known of is unwell.';
  const layer = { client: 'the client', api: 'our API', backend: 'our backend', provider: 'a provider' }[first.layer];
  const more = others.length === 0 ? '' : others.length === 1 ? ', and one more' : `, and ${others.length} more`;
  return `the fault lies with ${layer}: ${oneLine(first.name, 80)}${more}.`;
}

function faultLines(fault: Fault, provider: string | null, paint: Paint, width: number): string[] {
  const verdict = verdictOf[fault.state];
  const { shape, word } = verdictMarks[verdict];
  const where = oneLine([fault.layer, provider].filter(Boolean).join(' · '), 80);
  const name = cut(oneLine(fault.name, 80), width - word.length - 4);
  const fits = word.length + 4 + columnsOf(name) + 2 + columnsOf(where) <= width;
  return [
    `${paint.as(verdict, `${shape} ${word}`)}  ${paint.bold(name)}${fits ? `  ${paint.dim(where)}` : ''}`,
    ...(fits ? [] : [`  ${paint.dim(cut(where, width - 2))}`]),
    ...wrap(oneLine(fault.reason, longestSentence), width - 2).map((line) => `  ${line}`),
    ...fault.evidence
      .filter((each) => each.verdict !== 'pass')
      .map(({ block, verdict: found }) => `  ${paint.as(found, verdictMarks[found].shape)} ${wholeLine(block)}`),
  ];
}

function markedLines(verdict: Verdict, text: string, width: number): string[] {
  const [first = '', ...more] = wrap(oneLine(text, longestSentence), width - 4);
  return [`  ${verdictMarks[verdict].shape} ${first}`, ...more.map((line) => `    ${line}`)];
}

/** What the page of the worst block says. */
function stepLines({ name, evidence: [worst] }: Fault, width: number): string[] {
  if (!worst) return [];
  const step = worst.step === null ? 'Read the page around the block.' : oneLine(worst.step, longestSentence);
  return [
    ...wrap(`${oneLine(name, 80)}: ${wholeLine(worst.block)}`, width - 2).map((line) => `  ${line}`),
    ...wrap(step, width - 6).map((line, index) => (index === 0 ? `    → ${line}` : `      ${line}`)),
  ];
}

function section(title: string, items: readonly (readonly string[])[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.flat()];
}

function countsOf({ states }: Diagnosis, environment: string): string {
  const all = Object.values(states);
  const count = (state: PartState): number => all.filter((each) => each === state).length;
  const parts = all.length === 1 ? '1 part' : `${all.length} parts`;
  return `${parts}: ${count('healthy')} healthy · ${count('degraded')} degraded · ${count('failing')} failing · ${count('unknown')} not known · environment ${oneLine(environment, 60)}`;
}
