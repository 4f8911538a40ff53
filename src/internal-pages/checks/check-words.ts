import type { SiteParam, SiteReading, SiteUse } from '../../schemas/site-check.ts';

/** How many blocks use a check, on how many pages. */
export function usage(uses: readonly SiteUse[]): string {
  if (uses.length === 0) return 'not used yet';
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(uses.length, 'block')} on ${count(new Set(uses.map(({ page }) => page)).size, 'page')}`;
}

/** What a parameter is when a block leaves it out; with Markdown's backticks. */
export function leftOut({ isRequired, default: otherwise }: SiteParam): string {
  if (isRequired) return '**required**';
  if (otherwise === null) return 'none';
  return otherwise === '' ? 'empty' : `\`${otherwise}\``;
}

const types = {
  integer: 'whole number',
  number: 'number',
  text: 'text',
  boolean: '`true`\u00a0or\u00a0`false`',
  any: 'any value',
};

/** What a reading's value is, in words that stay on one line; with Markdown's backticks. */
export const readingValue = ({ type, unit }: SiteReading): string =>
  unit ? `number,\u00a0in\u00a0\`${unit}\`` : types[type];
