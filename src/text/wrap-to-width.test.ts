import { describe, expect, it } from 'vitest';
import { textWidth, wrapToWidth } from './wrap-to-width.ts';

const narrow = { width: 140, size: 14, most: 3 };

describe('wrapToWidth', () => {
  it('keeps what fits on one line', () => {
    expect(wrapToWidth('Backend', narrow)).toEqual(['Backend']);
  });

  it('breaks between words, and no line is too wide', () => {
    const lines = wrapToWidth('First BNB Smart Chain node', narrow);
    expect(lines.join(' ')).toBe('First BNB Smart Chain node');
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(140);
  });

  it('breaks a word that no line can hold', () => {
    const lines = wrapToWidth('Rechtsschutzversicherungsgesellschaften', { ...narrow, most: 9 });
    expect(lines.join('')).toBe('Rechtsschutzversicherungsgesellschaften');
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(140);
  });

  it('ends in an ellipsis where there is more', () => {
    const lines = wrapToWidth('one two three four five six seven eight nine ten eleven', { ...narrow, most: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textWidth(lines[1] ?? '', 14)).toBeLessThanOrEqual(140);
  });
});
