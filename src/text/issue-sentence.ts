import type { z } from 'zod';
import { didYouMean } from './nearest.ts';

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

/**
 * What a schema found wrong, in a sentence of ours: what it is about, what was expected and, where the `whole` that was
 * read is given, the nearest right thing.
 */
export function issueSentence(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[] = issue.path,
  whole?: unknown,
): string {
  const name = path.length === 0 ? 'The whole of it' : `\`${path.map(String).join('.')}\``;
  if (issue.code === 'invalid_type') {
    const expected = `expected ${kinds[issue.expected] ?? issue.expected}`;
    return /received undefined/.test(issue.message)
      ? `${name} is missing; ${expected}.`
      : `${name} is of another kind; ${expected}.`;
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const given = valueIn(whole, path);
    return `${name} is none of ${known.map((value) => `\`${value}\``).join(', ')}.${typeof given === 'string' ? didYouMean(given, known) : ''}`;
  }
  if (issue.code === 'invalid_key') return `${name}: ${(issue.issues[0]?.message ?? '').replace(/\.$/, '')}.`;
  if (issue.code === 'too_small') return `${name} is empty.`;
  return `${name}: ${issue.message.replace(/\.$/, '')}.`;
}

const valueIn = (whole: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    whole,
  );
