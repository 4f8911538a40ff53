import { describe, expect, it } from 'vitest';
import { declaredSecrets, withoutDeclared } from './declared-secrets.ts';
import { dice, makeBytes } from './secrets.fixture.ts';

const safe = (text: string, secrets: Record<string, string>): string => {
  const declared = declaredSecrets(secrets);
  return declared === null ? text : withoutDeclared(text, declared);
};

const ways: Record<string, (value: string) => string> = {
  'as it is': (v) => v,
  'percent-encoded': (v) => encodeURIComponent(v),
  'percent-encoded in lower case': (v) => encodeURIComponent(v).replace(/%../g, (code) => code.toLowerCase()),
  'as a form has it': (v) => new URLSearchParams({ v }).toString().slice(2),
  'in JSON': (v) => JSON.stringify(v),
  'in JSON inside JSON': (v) => JSON.stringify(JSON.stringify({ v })),
  'in base 64': (v) => Buffer.from(v).toString('base64'),
  'in base 64, one byte in': (v) => Buffer.from(`a${v}b`).toString('base64'),
  'in base 64, two bytes in': (v) => Buffer.from(`ab${v}cd`).toString('base64'),
  'in base 64, three bytes in': (v) => Buffer.from(`abc${v}d`).toString('base64'),
  'in base 64 for addresses': (v) => Buffer.from(`ab${v}cd`).toString('base64url'),
  'in hex': (v) => Buffer.from(v).toString('hex'),
  'in hex, in capitals': (v) => Buffer.from(v).toString('hex').toUpperCase(),
};

describe('declaredSecrets', () => {
  it.each(Object.keys(ways))('finds a secret of eight characters and more %s', (way) => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const roll = dice(seed);
      const value = Array.from({ length: 8 + roll(40) }, () => 'aZ09/+&"<>é %_-=?'.charAt(roll(17))).join('');
      const written = ways[way]?.(value) ?? '';
      const text = `before ${written} after ${written}${written}`;
      const left = safe(text, { OTHER: 'another-secret', KEY: value });
      // What is left of base 64 are the characters that also hold bits of what stands around it.
      expect({ seed, left: left.replaceAll('‹secret:KEY›', '').length <= 'before  after '.length + 3 * 14 }).toEqual({
        seed,
        left: true,
      });
      expect({ seed, found: left.split('‹secret:KEY›').length - 1 >= 2, whole: left.includes(value) }).toEqual({
        seed,
        found: true,
        whole: false,
      });
    }
  });

  it('takes away both of two that overlap, and the longer of two that begin alike', () => {
    expect(safe('x abcdefghijkl y', { A: 'abcdefgh', B: 'efghijkl' })).toBe('x ‹secret:A› y');
    expect(safe('x abcdefghijkl y', { A: 'abcdefgh', B: 'abcdefghijkl' })).toBe('x ‹secret:B› y');
  });

  it('leaves a text alone without secrets, and with one too short to be one', () => {
    expect(declaredSecrets({})).toBe(null);
    expect(safe('block 11', { A: '1' })).toBe('block 11');
  });

  it('finds the same as looking for each form would, on random texts', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const roll = dice(seed);
      const letters = (count: number): string => Array.from({ length: count }, () => 'ab'.charAt(roll(2))).join('');
      const secrets = { A: letters(4 + roll(4)), B: letters(5 + roll(6)) };
      const text = letters(400);
      const left = safe(text, secrets);
      expect({ seed, left: Object.values(secrets).some((value) => left.includes(value)) }).toEqual({
        seed,
        left: false,
      });
    }
  });

  it('reads a hostile megabyte in well under a second', () => {
    const declared = declaredSecrets({ A: 'aaaaaaaa', B: Buffer.from(makeBytes(30, 1)).toString('base64') });
    const before = process.threadCpuUsage();
    declared?.find('a'.repeat(1_000_000));
    const used = process.threadCpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(1000);
  });
});
