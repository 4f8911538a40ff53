import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardSize, openCards } from './draw-card.ts';

const draw = openCards();

describe('openCards', () => {
  it.each([
    'Pix',
    'Mi transacción falló, ¿qué hago?',
    'Não há “&” <suficiente> para a taxa',
    `${'palabra '.repeat(60)}`,
    'x'.repeat(200),
    '',
    '漢字 and words',
  ])('draws %j as a picture of the size that sharing sites want, with outlines and no font', async (title) => {
    const svg = draw({ site: 'Example Wallet help', title });
    expect(new XMLParser().parse(svg, true)).toHaveProperty('svg');
    expect(svg).not.toContain('<text');
    expect(svg).not.toContain('NaN');
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    expect({ width, height }).toEqual(cardSize);
  });

  it('draws a letter for each character that has one, and keeps long titles within their lines', () => {
    const letters = (title: string) => draw({ site: '', title }).match(/<path /g)?.length ?? 0;
    expect(letters('Qué hacer')).toBe(8);
    const lowest = [...draw({ site: '', title: 'palabra '.repeat(60) }).matchAll(/translate\(\S+ ([\d.]+)\)/g)].map(
      ([, y]) => Number(y),
    );
    expect(Math.max(...lowest)).toBeLessThan(cardSize.height - 120);
  });
});
