import type { Ask } from '../../schemas/api.ts';

/** What a typed value is good for. `value` is `null` where the page's example takes its place. */
export type Judgement = { kind: 'good'; value: string | null } | { kind: 'missing' } | { kind: 'misfit' };

/** Judges what somebody typed or pasted for `ask`. The server judges again, with the check's own schema. */
export function judgeValue(
  { pattern, flags, choices, example, required }: Omit<Ask, 'name' | 'expected'>,
  typed: string,
): Judgement {
  const value = typed.trim();
  if (value === '') return required && example === null ? { kind: 'missing' } : { kind: 'good', value: null };
  if (value === example) return { kind: 'good', value: null };
  if (choices && !choices.includes(value)) return { kind: 'misfit' };
  if (pattern !== null && !matches(pattern, flags, value)) return { kind: 'misfit' };
  return { kind: 'good', value };
}

function matches(pattern: string, flags: string, value: string): boolean {
  try {
    return new RegExp(pattern, flags).test(value);
  } catch {
    // A pattern that this browser does not know is the server's to judge.
    return true;
  }
}

/** A parameter's name in words: `orderId` is `Order id`. */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
