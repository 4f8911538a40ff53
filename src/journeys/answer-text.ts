import type { Diagnosis } from '../schemas/diagnosis.ts';

/** What a diagnosis comes to, in the sentence that stands above a journey. Names and messages hold Markdown's backticks. */
export function answerText({ answer, faults: [first, ...others], unknown, states }: Diagnosis): string {
  if (first) {
    return `${first.reason}${others.length === 0 ? '' : ` Also at fault: ${few(others)}.`}`;
  }
  const total = Object.keys(states).length;
  if (answer === 'well')
    return unknown.length === 0
      ? 'All of its parts are well.'
      : `All that it needs is well. Not known, and only compared with: ${few(unknown)}.`;
  if (total === 0) return 'Not enough is known: the journey has no parts.';
  if (unknown.length === total) return 'Not enough is known: nothing fresh is known of any part.';
  const [dark, ...rest] = unknown;
  const also = rest.length === 0 ? '' : ` Nor is enough known of: ${few(rest)}.`;
  return `Not enough is known: ${dark?.name}. ${dark?.reason}${also} Nothing that is known of is unwell.`;
}

/** Names, as many as a sentence has room for. */
function few(parts: readonly { name: string }[]): string {
  const shown = parts.length > 4 ? parts.slice(0, 3) : parts;
  const more = parts.length - shown.length;
  return `${shown.map(({ name }) => name).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
