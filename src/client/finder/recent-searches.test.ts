import { beforeEach, describe, expect, it } from 'vitest';
import { clearSearches, keepSearch, recentSearches } from './recent-searches.ts';

let kept: Map<string, string>;
const place = () => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});
beforeEach(() => {
  kept = new Map();
});

describe('recent searches', () => {
  it('are the newest six, each once', () => {
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'Three']) keepSearch(text, place);
    expect(recentSearches(place)).toEqual(['Three', 'seven', 'six', 'five', 'four', 'two']);
  });

  it('are one line each, and no message', () => {
    keepSearch(' nonce\n too  low ', place);
    keepSearch('a', place);
    keepSearch('x'.repeat(200), place);
    expect(recentSearches(place)).toEqual(['nonce too low']);
  });

  it('can be cleared', () => {
    keepSearch('pending', place);
    clearSearches(place);
    expect(recentSearches(place)).toEqual([]);
    expect([...kept]).toEqual([]);
  });

  it.each(['{', '{"a":1}', '[1,null]', `["${'x'.repeat(500)}"]`])(
    'are none where something else is kept: %s',
    (text) => {
      kept.set('runlight-recent-searches', text);
      expect(recentSearches(place)).toEqual([]);
    },
  );

  it('cost nothing where the device keeps nothing', () => {
    const refuses = (): never => {
      throw new Error('denied');
    };
    keepSearch('pending', refuses);
    clearSearches(refuses);
    expect(recentSearches(refuses)).toEqual([]);
  });
});
