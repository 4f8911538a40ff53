import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const widest = (lines: readonly string[], size = 14): number => Math.max(...lines.map((line) => textWidth(line, size)));

describe('textWidth', () => {
  it('grows with the size, and with what is bold', () => {
    expect(textWidth('Which network is it?', 28)).toBeCloseTo(2 * textWidth('Which network is it?', 14));
    expect(textWidth('SEV-2', 14, { bold: true })).toBeGreaterThan(textWidth('SEV-2', 14));
  });

  it('is never less than the text needs in a wide font', () => {
    // What Chromium measures in DejaVu Sans at 1000 pixels.
    const measured = { i: 278, m: 974, W: 989, é: 615, ñ: 634, ' ': 318, '…': 1000, 漢: 600 };
    for (const [text, width] of Object.entries(measured))
      expect(textWidth(text, 1000), text).toBeGreaterThanOrEqual(width);
  });

  it('takes a letter with an accent for as wide as the letter, however it is encoded', () => {
    expect(textWidth('ação', 14)).toBe(textWidth('acao', 14));
    expect(textWidth('ação'.normalize('NFD'), 14)).toBe(textWidth('ação', 14));
  });
});

describe('wrapText', () => {
  it('breaks between words and loses none', () => {
    const text = 'Does a public block explorer show new blocks on this network?';
    const lines = wrapText(text, { width: 160, size: 14 });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    expect(widest(lines)).toBeLessThanOrEqual(160);
  });

  it('breaks a word that is wider than a line', () => {
    const word = 'runbooks/network/evm-rpc-degraded#ethereum-first';
    const lines = wrapText(`see ${word} there`, { width: 90, size: 14 });
    expect(lines.join('').replaceAll(' ', '')).toBe(`see${word}there`);
    expect(widest(lines)).toBeLessThanOrEqual(90);
  });

  it('keeps together what stands around a space that does not break', () => {
    expect(wrapText('within 15\u00a0min', { width: 70, size: 14 })).toEqual(['within', '15\u00a0min']);
  });

  it('leaves the indent of the first line free, and the whole line where no word fits beside it', () => {
    const [first = '', ...others] = wrapText('one two three four five', { width: 100, size: 14, indent: 40 });
    expect(textWidth(first, 14)).toBeLessThanOrEqual(60);
    expect(widest(others)).toBeGreaterThan(60);
    expect(wrapText('straightforward', { width: 120, size: 14, indent: 60 })).toEqual(['', 'straightforward']);
  });

  it('gives an empty text one empty line', () => {
    expect(wrapText('', { width: 100, size: 14 })).toEqual(['']);
  });
});
