import { describe, expect, it } from 'vitest';
import { loadWordLists } from './load-word-lists.ts';
import { percentRuns } from './percent-runs.ts';
import { redact } from './redact.ts';
import { makeChecked, makeHex, makePhrase, makeSolanaSecret, makeSolanaSignature, makeWif } from './secrets.fixture.ts';

const lists = await loadWordLists();

describe('percentRuns', () => {
  it('decodes from blank to blank, and knows where each character stood', () => {
    const text = 'see https://x.example/a%C3%A9%20%F0%9F%9A%A6b?q=1%2 and 50%';
    const [run, ...others] = percentRuns(text);
    expect(others).toEqual([]);
    expect(run?.text).toBe('https://x.example/aé 🚦b?q=1%2');
    const at = (part: string): number => run?.placeOf(run.text.indexOf(part)) ?? -1;
    expect(text.slice(at('é')).startsWith('%C3%A9')).toBe(true);
    expect(text.slice(at('🚦')).startsWith('%F0%9F%9A%A6')).toBe(true);
    expect(text.slice(at('b?'))).toBe('b?q=1%2 and 50%');
    expect(text.slice(run?.placeOf(run.text.length))).toBe(' and 50%');
  });

  it('takes bytes that are no UTF-8, and stays within the text', () => {
    const [run] = percentRuns('%ff%fe%C3x');
    expect(run?.text.endsWith('x')).toBe(true);
    expect(run?.placeOf(run.text.length)).toBe(10);
  });

  it('is linear', () => {
    const started = performance.now();
    percentRuns('%'.repeat(2e6));
    percentRuns('a'.repeat(1e6) + '%20'.repeat(3e5));
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('what is percent-encoded', () => {
  const secrets: Record<string, string> = {
    'a recovery phrase': makePhrase(lists, 'spanish', 12, 3).join(' '),
    'a Chinese phrase': makePhrase(lists, 'simplified-chinese', 12, 3).join(' '),
    'a WIF': makeWif(0x80, true, 3),
    'an extended key': makeChecked([0x04, 0x88, 0xad, 0xe4], 74, 3),
    'a key of Solana': makeSolanaSecret(3),
    'a card number': '4111 1111 1111 1111',
    'an e-mail address': 'ana.lima@example.com',
  };

  it.each(Object.entries(secrets))('%s is found, however deep', async (_, secret) => {
    for (const written of [encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret))]) {
      const text = `location: https://x.example/?a=1%20${written}%0Aend`;
      const safe = await redact(text);
      expect(safe.text).not.toContain(written.slice(-20));
      expect(safe.text).toMatch(/^location: https:\/\/x\.example\/\?a=1%(?:(?:25)?20)?\[.* removed\]%(?:25)?0Aend$/s);
      expect((await redact(safe.text)).text).toBe(safe.text);
    }
  });

  it('stays where it is a hash or a signature, by the words before it as they read', async () => {
    const text = `https://x.example/?q=${encodeURIComponent(`transaction 0x${makeHex(32, 9)} signature ${makeSolanaSignature(4)} ok`)}`;
    expect(await redact(text)).toEqual({ text, removed: [] });
  });
});
