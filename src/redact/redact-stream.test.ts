import { beforeAll, describe, expect, it } from 'vitest';
import { keptTexts, type Planted, plantedSecrets } from './corpus.fixture.ts';
import { declaredSecrets } from './declared-secrets.ts';
import { loadRedactTools, type RedactTools, redactWith } from './redact.ts';
import { redactStream } from './redact-stream.ts';
import { dice, makePhrase } from './secrets.fixture.ts';

let tools: RedactTools;
let planted: Planted[];
beforeAll(async () => {
  tools = await loadRedactTools();
  if (!tools.phrases) throw new Error('There are no word lists.');
  planted = plantedSecrets(tools.phrases.lists, 404);
});

const small = { window: 6000, margin: 4000 };
const streamed = (text: string, seed: number, options = {}): { text: string; removed: unknown } => {
  const roll = dice(seed);
  const stream = redactStream(tools, { ...small, ...options });
  let safe = '';
  for (let at = 0; at < text.length; ) {
    const next = at + 1 + roll(seed % 2 === 0 ? 40 : 9000);
    safe += stream.push(text.slice(at, next));
    at = next;
  }
  return { text: safe + stream.end(), removed: stream.removed() };
};

function log(seed: number): string {
  const roll = dice(seed);
  const kept = keptTexts(seed);
  return Array.from({ length: 150 }, () =>
    roll(4) === 0 ? planted[roll(planted.length)]?.text : kept[roll(kept.length)],
  ).join('\n\n');
}

describe('redactStream', () => {
  it('comes to the same as all at once, however the text is cut', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const text = log(seed);
      const whole = redactWith(text, tools);
      const parts = streamed(text, seed);
      expect({ seed, same: parts.text === whole.text }).toEqual({ seed, same: true });
      expect(parts.removed).toEqual(whole.removed);
    }
  });

  it('finds what stands across the places where it looks', () => {
    const words = makePhrase(
      tools.phrases?.lists ?? { languages: [], words: new Map(), shortForms: new Map() },
      'english',
      24,
      8,
    );
    const secrets = declaredSecrets({ KEY: 'p4ss/w0rd+"x"' });
    for (let before = 5600; before < 6400; before += 7) {
      const text = `${'log '.repeat(before / 4)}\n${words.join('\n')}\nxx yy zz p4ss/w0rd+"x" ww ${'log '.repeat(4000)}`;
      const { text: safe, removed } = streamed(text, before, { secrets });
      expect(removed).toEqual([
        { kind: 'recovery-phrase', count: 1 },
        { kind: 'declared-secret', count: 1 },
      ]);
      expect(safe.includes('w0rd')).toBe(false);
      expect(safe.length).toBe(
        text.length - words.join('\n').length - 13 + '[recovery phrase removed]‹secret:KEY›'.length,
      );
    }
  });

  it('holds little of a text, whatever its lines', () => {
    const stream = redactStream(tools, small);
    let longest = 0;
    let given = 0;
    let taken = 0;
    for (let i = 0; i < 400; i += 1) {
      const piece = 'x'.repeat(1000);
      given += piece.length;
      taken += stream.push(piece).length;
      longest = Math.max(longest, given - taken);
    }
    taken += stream.end().length;
    expect(taken).toBe(given);
    expect(longest).toBeLessThan(15_000);
  });

  it('lets nothing of an endless phrase through', () => {
    const word = 'abandon ability able absent absorb abstract abuse access accident account accuse achieve ';
    const { text, removed } = streamed(word.repeat(2000), 3);
    expect(/abandon|achieve/.test(text)).toBe(false);
    expect(removed).toMatchObject([{ kind: 'recovery-phrase' }]);
  });
});
