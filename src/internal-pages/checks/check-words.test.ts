import { describe, expect, it } from 'vitest';
import { leftOut, readingValue, usage } from './check-words.ts';

const use = (page: string) => ({ page, localId: 'x', title: 'X' });

describe('the words about a check', () => {
  it('count blocks and pages', () => {
    expect(usage([])).toBe('not used yet');
    expect(usage([use('a')])).toBe('1 block on 1 page');
    expect(usage([use('a'), use('a'), use('b')])).toBe('3 blocks on 2 pages');
  });

  it('say what a parameter is when it is left out', () => {
    const param = { name: 'x', expected: 'a text', isRequired: false, default: null };
    expect(leftOut({ ...param, isRequired: true })).toBe('**required**');
    expect(leftOut(param)).toBe('none');
    expect(leftOut({ ...param, default: '' })).toBe('empty');
    expect(leftOut({ ...param, default: 'GET' })).toBe('`GET`');
  });

  it('say what a reading is, with its unit', () => {
    const reading = { name: 'x', summary: 'X', unit: null };
    expect(readingValue({ ...reading, type: 'number', unit: 's' })).toBe('number,\u00a0in\u00a0`s`');
    expect(readingValue({ ...reading, type: 'boolean' })).toBe('`true`\u00a0or\u00a0`false`');
  });
});
