import { inert } from './inert.ts';
import { longestRun } from './inline.ts';
import { visible } from './visible.ts';

/** Lines as a block of code, whose fence is longer than any that the text has. */
export function fence(text: string): string {
  const lines = visible(text.toWellFormed()).trimEnd().split('\n').map(inert).join('\n');
  const marks = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${marks}text\n${lines}\n${marks}`;
}
