import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptTexts, type Planted, plantedSecrets } from './corpus.fixture.ts';
import { loadRedactTools, type RedactTools, redact, redactWith } from './redact.ts';
import type { RemovedKind } from './removed-kinds.ts';
import { dice } from './secrets.fixture.ts';

// Assertions are about names and kinds: a failing test prints no secret.

let tools: RedactTools;
let planted: Planted[];
beforeAll(async () => {
  tools = await loadRedactTools();
  const lists = tools.phrases?.lists;
  if (!lists) throw new Error('There are no word lists.');
  planted = [1, 2, 3].flatMap((seed) => plantedSecrets(lists, seed * 101));
});

/** Kinds of which one thing was planted. */
const kindsOf: readonly RemovedKind[] = [
  'recovery-phrase',
  'private-key',
  'card-number',
  'jwt',
  'api-key',
  'credentials',
  'email',
  'phone',
];

describe('redact: what must go', () => {
  it.each(kindsOf)('removes every %s of the corpus, and names it so', (kind) => {
    const some = planted.filter((each) => each.kind === kind);
    expect(some.length).toBeGreaterThan(10);
    const missed = some.filter(({ text, secrets }) => {
      const redacted = redactWith(text, tools);
      const left = redacted.text.replace(/\[[a-zA-Z -]+ removed\]/g, '');
      return secrets.some((secret) => left.includes(secret)) || !redacted.removed.some((one) => one.kind === kind);
    });
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('loads by itself what a text needs, and comes to the same', async () => {
    for (const { name, text } of planted.filter((_, index) => index % 40 === 0))
      expect({ name, same: (await redact(text)).text === redactWith(text, tools).text }).toEqual({ name, same: true });
  });
});

describe('redact: what must stay', () => {
  it('leaves every text that investigation needs as it is', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const changed = keptTexts(seed)
        .map((text) => ({ text, now: redactWith(text, tools).text }))
        .filter(({ text, now }) => text !== now);
      expect({ seed, changed }).toEqual({ seed, changed: [] });
    }
    expect(keptTexts(1).length).toBeGreaterThan(100);
  });

  it('finds no phrase and no key on the pages of this repository', () => {
    const pages = globSync(['runbooks/**/*.{md,mdx}', 'src/content/docs/**/*.{md,mdx}', '*.md', 'docs/**/*.md']);
    expect(pages.length).toBeGreaterThan(15);
    const found = pages.flatMap((page) =>
      redactWith(readFileSync(page, 'utf8'), tools).removed.map(({ kind }) => `${page}: ${kind}`),
    );
    expect(found).toEqual([]);
  });
});

/** Texts of secrets, harmless things and marks, in any order. */
function mixed(seed: number): string {
  const roll = dice(seed);
  const kept = keptTexts(seed);
  const seams = ['\n', ' ', ', ', ' — ', '\n\n', '" "', '; '];
  return Array.from({ length: 2 + roll(12) }, () => {
    const text = roll(2) === 0 ? (planted[roll(planted.length)]?.text ?? '') : (kept[roll(kept.length)] ?? '');
    return text + (seams[roll(seams.length)] ?? '');
  }).join('');
}

describe('redact: whatever the text', () => {
  it('changes nothing when it is called again', () => {
    for (let seed = 1; seed <= 1500; seed += 1) {
      const once = redactWith(mixed(seed), tools).text;
      const twice = redactWith(once, tools);
      expect({ seed, same: twice.text === once, removed: twice.removed }).toEqual({ seed, same: true, removed: [] });
    }
  });

  it('keeps to the byte, and in its order, all that it does not remove', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const text = mixed(seed);
      const { text: safe } = redactWith(text, tools);
      let at = 0;
      const isKept = safe.split(/\[(?:[a-zA-Z -]+) removed\]/).every((piece) => {
        const found = text.indexOf(piece, at);
        at = found + piece.length;
        return found >= 0;
      });
      expect({ seed, isKept }).toEqual({ seed, isKept: true });
    }
  });
});
