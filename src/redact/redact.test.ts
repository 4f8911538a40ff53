import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptTexts, type Planted, plantedSecrets } from './corpus.fixture.ts';
import { hostile } from './hostile.fixture.ts';
import { loadRedactTools, type RedactTools, redact, redactWith } from './redact.ts';
import type { RemovedKind } from './removed-kinds.ts';
import { dice, makeSolanaSignature } from './secrets.fixture.ts';

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

  it('leaves a fingerprint that no word names, in the form that tools write it in', () => {
    const text = `Apps in the file: com.example.wallet\n  ${'1A:2B:3C:4D:'.repeat(8).slice(0, -1)}\n`;
    expect(redactWith(text, tools)).toEqual({ text, removed: [] });
  });

  it('finds no phrase and no key on the pages of this repository', () => {
    const pages = globSync(['runbooks/**/*.{md,mdx}', 'src/content/docs/**/*.{md,mdx}', '*.md', 'docs/**/*.md']);
    expect(pages.length).toBeGreaterThan(15);
    const found = pages.flatMap((page) =>
      redactWith(readFileSync(page, 'utf8'), tools).removed.flatMap(({ kind }) =>
        kind === 'recovery-phrase' || kind === 'private-key' ? `${page}: ${kind}` : [],
      ),
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

/** What else costs `redact` the most. */
const hostileToo: Record<string, () => string> = {
  ...hostile,
  'at signs': () => '@'.repeat(1_000_000),
  'addresses of mail without end': () => 'a@b.'.repeat(250_000),
  'one long local part': () => `${'a'.repeat(1_000_000)}@b.co`,
  'addresses in addresses': () => 'http://a/'.repeat(110_000),
  'users without end': () => 'http://u:'.repeat(110_000),
  labels: () => 'api_key='.repeat(125_000),
  'labels and colons': () => 'token:::::'.repeat(100_000),
  'numbers in a row': () => '4111 1111 '.repeat(100_000),
  'one long number': () => '4'.repeat(1_000_000),
  'numbers and brackets': () => '(11) 9'.repeat(160_000),
  'plus signs': () => '+1 '.repeat(330_000),
  'heads of tokens': () => 'eyJhbGci.'.repeat(110_000),
  'heads of keys': () => 'sk-sk_live_AKIA'.repeat(66_000),
  'groups of hex': () => 'ab '.repeat(330_000),
  'dashes between hex': () => 'ab-'.repeat(330_000),
  hashes: () => `0x${'ab'.repeat(32)} `.repeat(15_000),
  'hashes that are named': () => `tx 0x${'ab'.repeat(32)} `.repeat(14_000),
  'heads of PEM': () => '-----BEGIN PRIVATE KEY-----\n'.repeat(36_000),
  marks: () => '[recovery phrase removed]'.repeat(40_000),
  'phrases with words between': () =>
    'abandon ability able about above absent absorb abstract absurd abuse access accident xx yy zz vv '.repeat(10_000),
  'words of the list in code': () =>
    'abandon="ability" able={about} above<absent>absorb:abstract=absurd("abuse") access$accident '.repeat(10_000),
  'such words with code between': () =>
    'abandon="ability" able={about} above<absent>absorb:abstract=absurd("abuse") access$accident xx yy zz vv ww uu '.repeat(
      9000,
    ),
  'words with digits between': () => `${'abandon ability able '.repeat(4)}${'1'.repeat(1000)}x `.repeat(900),
  brackets: () => '['.repeat(1_000_000),
  newlines: () => '\n'.repeat(1_000_000),
  'spaces and equals': () => 'password = '.repeat(90_000),
  'basic, basic': () => 'basic '.repeat(160_000),
};

describe('redact: hostile input', () => {
  it.each(Object.keys(hostileToo).filter((name) => !name.startsWith('64 bytes in base58')))(
    'reads a megabyte in about a second at most: %s',
    (name) => {
      const text = hostileToo[name]?.() ?? '';
      const before = process.threadCpuUsage();
      redactWith(text, tools);
      const used = process.threadCpuUsage(before);
      // What is not linear takes minutes.
      expect((used.user + used.system) / 1000).toBeLessThan(1500);
    },
  );

  it('takes twice as long for twice as much where each signature must be proven', () => {
    const time = (count: number): number => {
      const text = `tx ${makeSolanaSignature(5)} `.repeat(count);
      const before = process.threadCpuUsage();
      redactWith(text, tools);
      const used = process.threadCpuUsage(before);
      return used.user + used.system;
    };
    time(100);
    expect(time(800) / time(200)).toBeLessThan(12);
  });
});
