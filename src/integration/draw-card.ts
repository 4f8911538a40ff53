import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import { escapeXml } from '../text/escape-xml.ts';

/** What a card says. */
export interface Card {
  /** The site's name. */
  site: string;
  title: string;
}

/** Pixels, as sharing sites want a large card. */
export const cardSize = { width: 1200, height: 630 } as const;

const edge = 80;
const largest = 76;
const smallest = 44;
const mostLines = 4;

/** Draws a card as SVG: letters are outlines of our own font, so it looks the same on a machine that has none. */
export type DrawCard = (card: Card) => string;

/** Loads the fonts once for all cards. */
export function openCards(): DrawCard {
  const fonts = ['latin', 'latin-ext'].map((subset) =>
    loadFont(`@fontsource/inter/files/inter-${subset}-600-normal.woff`),
  );
  return ({ site, title }) => {
    const { lines, size } = fitTitle(title, fonts);
    const height = size * 1.2;
    // The first base line, so that all lines together stand a little above the middle.
    const top = (cardSize.height - lines.length * height) / 2 + size * 0.8;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
      `<title>${escapeXml(title)}</title>`,
      `<rect width="100%" height="100%" fill="#f8fafc"/><rect width="100%" height="16" fill="#1d4ed8"/>`,
      `<g fill="#0f172a">${lines.map((line, index) => drawLine(line, size, edge, top + index * height, fonts)).join('')}</g>`,
      `<g fill="#1d4ed8">${drawLine(site, 34, edge, cardSize.height - edge, fonts)}</g>`,
      '</svg>',
    ].join('');
  };
}

function loadFont(name: string): Font {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(name)));
  if (font.isCollection) throw new TypeError(`${name} is a collection of fonts.`);
  return font;
}

/** The largest letters with which the title takes no more lines than there is room for. */
function fitTitle(title: string, fonts: readonly Font[]): { lines: string[]; size: number } {
  for (let size = largest; size > smallest; size -= 8) {
    const lines = wrap(title, size, fonts);
    if (lines.length * size * 1.2 <= cardSize.height * 0.55) return { lines, size };
  }
  const lines = wrap(title, smallest, fonts);
  const kept = lines.slice(0, mostLines);
  if (lines.length > mostLines) kept[mostLines - 1] = `${kept[mostLines - 1]}…`;
  return { lines: kept, size: smallest };
}

function wrap(text: string, size: number, fonts: readonly Font[]): string[] {
  const room = cardSize.width - 2 * edge;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size, fonts) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function glyphOf(character: string, fonts: readonly Font[]) {
  const code = character.codePointAt(0) ?? 0;
  const font = fonts.find((each) => each.hasGlyphForCodePoint(code)) ?? fonts[0];
  if (!font) throw new TypeError('There is no font.');
  return { glyph: font.glyphForCodePoint(code), unitsPerEm: font.unitsPerEm };
}

function widthOf(text: string, size: number, fonts: readonly Font[]): number {
  let width = 0;
  for (const character of text) {
    const { glyph, unitsPerEm } = glyphOf(character, fonts);
    width += (glyph.advanceWidth / unitsPerEm) * size;
  }
  return width;
}

/** One line from its base line up; a font's own axis points up, a picture's down. */
function drawLine(text: string, size: number, x: number, y: number, fonts: readonly Font[]): string {
  let at = x;
  const letters: string[] = [];
  for (const character of text) {
    const { glyph, unitsPerEm } = glyphOf(character, fonts);
    const scale = size / unitsPerEm;
    const path = glyph.path.toSVG();
    if (path !== '')
      letters.push(
        `<path transform="translate(${at.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`,
      );
    at += glyph.advanceWidth * scale;
  }
  return letters.join('');
}
