import { describe, expect, it } from 'vitest';
import { explanationOf } from './explanation.ts';

const file = (comment: string): string => `import { defineCheck } from 'runlight/check';

/** Of something else. */
const most = 3;

${comment}
export default defineCheck({});
`;

describe('explanationOf', () => {
  it('takes the comment right before the default export, and no other', () => {
    expect(explanationOf(file('/** Proves a thing. */'))).toEqual(['Proves a thing.']);
    expect(explanationOf(file(''))).toEqual([]);
    expect(explanationOf(file('/** Of a constant. */\nconst other = 1;\n'))).toEqual([]);
  });

  it('joins lines that only broke for their length, and keeps the breaks that were meant', () => {
    const comment = `/**
 * Proves that the node answers, is on the
 * right chain. A new sentence here goes on
 * up to the end of its line, which is long.
 * It is one paragraph still.
 * This was put on a line of its own.
 *
 * Readings: \`age\` (s), and others of which.
 * Sources: RFC 9110.
 */`;
    expect(explanationOf(file(comment))).toEqual([
      'Proves that the node answers, is on the right chain. A new sentence here goes on up to the end of its line, which is long. It is one paragraph still.',
      'This was put on a line of its own.',
      'Readings: `age` (s), and others of which.',
      'Sources: RFC 9110.',
    ]);
  });
});
