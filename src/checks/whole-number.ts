import { z } from 'zod';

/**
 * A whole number, 0 or more, that a JSON number or a text of decimal digits says. Many chains write
 * 64-bit numbers as text; what a number cannot hold exactly is refused.
 */
export const wholeNumber = z.unknown().transform((value, context): number => {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  context.issues.push({ code: 'custom', message: 'Expected a whole number, 0 or more.', input: value });
  return z.NEVER;
});
