import { describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadPictures } from '../project/load-pictures.ts';
import { textWidth } from '../text/text-width.ts';
import { type DrawnPicture, drawPicture, hasExits, type PictureBox, pictureWidths } from './draw-picture.ts';

const locales = ['en', 'es', 'pt-br'];
const { pictures, diagnostics } = await loadPictures(packageRoot, 'all', locales);
const words = { helps: 'Can help:', or: 'or' };
const cases = [...pictures].flatMap(([name, picture]) =>
  locales.flatMap((locale) => (['tall', 'wide'] as const).map((form) => [name, locale, form, picture] as const)),
);

const overlap = (a: PictureBox, b: PictureBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Vertical parts of the lines to exits, as `[x, from, to]`. */
function turns({ lines }: DrawnPicture): [number, number, number][] {
  return lines.flatMap(({ kind, path }) => {
    const match = kind === 'exit' ? /H([\d.]+)V([\d.]+)H/.exec(path) : null;
    const from = Number(/M[\d.]+ ([\d.]+)/.exec(path)?.[1]);
    return match ? [[Number(match[1]), Math.min(from, Number(match[2])), Math.max(from, Number(match[2]))]] : [];
  });
}

it('every shipped picture can be drawn in every language', () => {
  expect(diagnostics).toEqual([]);
  expect([...pictures.keys()]).toEqual(['bridge-legs', 'layers', 'nonce-queue', 'onramp-stages', 'tx-life']);
});

describe.each(cases)('%s in %s, %s', (_name, locale, form, picture) => {
  const drawn = drawPicture(picture, locale, words, form);

  it('has a box for each step and exit, none on another, all inside of the drawing', () => {
    const count = picture.steps.reduce((sum, { exits }) => sum + 1 + exits.length, 0);
    expect(drawn.boxes).toHaveLength(count);
    for (const [index, box] of drawn.boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(pictureWidths[form]);
      expect(box.y + box.height).toBeLessThanOrEqual(drawn.height);
      for (const other of drawn.boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    }
  });

  it('has all of its words, each line inside of its box, and no word broken', () => {
    for (const box of drawn.boxes)
      for (const { text, x, y } of box.text) {
        expect(x + textWidth(text, 13)).toBeLessThanOrEqual(box.x + box.width);
        expect(y).toBeLessThan(box.y + box.height);
      }
    const said = drawn.boxes.flatMap((box) => box.text.map(({ text }) => text)).join(' ');
    for (const { name, note } of picture.steps.flatMap((step) => [step, ...step.exits]))
      for (const word of `${name[locale]} ${note?.[locale] ?? ''}`.split(' ')) expect(said).toContain(word);
  });

  it('leads to each step and each exit once, and lines to exits of two steps do not run on each other', () => {
    expect(drawn.lines.filter(({ kind }) => kind === 'on')).toHaveLength(picture.steps.length - 1);
    const exits = drawn.boxes.filter(({ kind }) => kind === 'exit');
    for (const exit of exits)
      expect(
        drawn.lines.some(({ kind, arrow }) => kind === 'exit' && Math.abs(arrow.y - (exit.y + exit.height / 2)) < 0.1),
      ).toBe(true);
    const steps = drawn.boxes.filter(({ kind }) => kind === 'step');
    const spans = steps.flatMap((step, index) => {
      const middle = step.y + step.height / 2;
      const its = turns(drawn).filter(([, from, to]) => Math.abs(from - middle) < 0.1 || Math.abs(to - middle) < 0.1);
      return its.length > 0 && hasExits({ ...picture, steps: [picture.steps[index] as (typeof picture.steps)[number]] })
        ? [[Math.min(...its.map(([, from]) => from)), Math.max(...its.map(([, , to]) => to))] as const]
        : [];
    });
    for (const [index, [, to]] of spans.entries()) {
      const next = spans[index + 1];
      if (next) expect(next[0]).toBeGreaterThan(to);
    }
  });
});
