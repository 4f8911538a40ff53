import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { type Card, openCards } from './draw-card.ts';

/**
 * Writes cards as PNG, by their path from `outDir`. Letters are drawn with no font of the machine, and quickly rather than
 * small (4 ms each with two cores, 25 to 70 KB): only who shares a page ever loads one.
 */
export async function writeCards(outDir: string, cards: ReadonlyMap<string, Card>): Promise<void> {
  const draw = openCards();
  const queue = cards.entries();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const [path, card] of queue) {
        const file = join(outDir, path);
        await mkdir(dirname(file), { recursive: true });
        await sharp(Buffer.from(draw(card)))
          .png({ compressionLevel: 3 })
          .toFile(file);
      }
    }),
  );
}
