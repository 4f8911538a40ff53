import type { Diagnosis } from '../schemas/diagnosis.ts';

/** What a diagnosis comes to, in the sentence that stands above a journey. Names and messages hold Markdown's backticks. */
export function answerText({ answer, faults: [first, ...others], unknown, states }: Diagnosis): string {
  if (first) {
    const more = others.length === 0 ? '' : ` Also at fault: ${others.map(({ name }) => name).join(', ')}.`;
    return `${first.reason}${more}`;
  }
  const total = Object.keys(states).length;
  if (answer === 'well')
    return unknown.length === 0
      ? 'All of its parts are well.'
      : `All that it needs is well. Not known, and only compared with: ${unknown.map(({ name }) => name).join(', ')}.`;
  if (total === 0) return 'Not enough is known: the journey has no parts.';
  if (unknown.length === total) return 'Not enough is known: nothing fresh is known of any part.';
  const [dark, ...rest] = unknown;
  const also = rest.length === 0 ? '' : ` Nor is ${rest.map(({ name }) => name).join(', ')} known.`;
  return `Not enough is known: ${dark?.name}. ${dark?.reason}${also} Nothing that is known of is unwell.`;
}
