import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { resultWords } from '../../integration/words.ts';
import type { Ask, LiveBlock } from '../../schemas/api.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import type { BlockView } from '../live/block-view.ts';
import { ageWords, canRun, countsText, isBusy, progressText, provenBefore, runnable, runText } from './run-state.ts';

const results = resultWords(en, 'internal');
const words = results.run as RunWords;
const reason = (code: Reason['code']): Reason => ({ code, message: 'm', hint: 'h' });
const ask = (over: Partial<Ask>): Ask => ({
  name: 'hash',
  expected: 'a hash',
  pattern: null,
  flags: '',
  choices: null,
  example: null,
  required: true,
  ...over,
});

function view(block: string, over: Partial<BlockView> = {}, info: Partial<LiveBlock> = {}): BlockView {
  return {
    block,
    info: { problem: null, asks: [], ...info } as LiveBlock,
    result: null,
    running: false,
    waiting: false,
    startedAt: null,
    skipped: null,
    evidence: 0,
    ...over,
  };
}

describe('canRun', () => {
  it('is so where a server answers, and the block is not busy', () => {
    expect(canRun(view('a'), 'live')).toBe(true);
    expect(canRun(view('a'), 'lost')).toBe(false);
    expect(canRun(view('a', { running: true }), 'live')).toBe(false);
    expect(canRun(view('a', { waiting: true }), 'live')).toBe(false);
    expect(canRun(view('a', { info: null }), 'live')).toBe(false);
    expect(canRun(undefined, 'live')).toBe(false);
  });

  it('is not so where the block cannot run here, but where it lacks an input it is', () => {
    expect(canRun(view('a', {}, { problem: reason('config') }), 'live')).toBe(false);
    expect(canRun(view('a', {}, { problem: reason('needs-input') }), 'live')).toBe(true);
  });
});

it('runs all blocks but those that cannot, or need somebody’s input', () => {
  const found = runnable([
    view('plain'),
    view('broken', {}, { problem: reason('config') }),
    view('with-example', {}, { asks: [ask({ example: 'x' })] }),
    view('optional', {}, { asks: [ask({ required: false })] }),
    view('asks', {}, { asks: [ask({})], problem: reason('needs-input') }),
    view('asks-still', {}, { asks: [ask({})] }),
    undefined,
  ]);
  expect(found).toEqual(['plain', 'with-example', 'optional']);
});

describe('runText', () => {
  const now = 1_000_000;
  it('says Run, then that it waits or runs, and after two seconds for how long', () => {
    expect(runText(view('a'), now, words)).toBe('Run');
    expect(runText(view('a', { waiting: true }), now, words)).toBe('Waiting…');
    expect(runText(view('a', { running: true, startedAt: now - 1999 }), now, words)).toBe('Running…');
    expect(runText(view('a', { running: true, startedAt: now - 2000 }), now, words)).toBe('Running… 2 s');
  });

  it('does not invent how long a run takes that began before we looked', () => {
    expect(runText(view('a', { running: true }), now, words)).toBe('Running…');
  });
});

it('counts what is done of a batch, and how it is', () => {
  const result = (verdict: 'pass' | 'fail', provenAt: number) => ({ verdict, provenAt }) as BlockView['result'];
  const blocks = new Map([
    ['a', view('a', { result: result('pass', 2) })],
    ['b', view('b', { running: true, result: result('pass', 2) })],
    ['c', view('c', { result: result('fail', 2) })],
  ]);
  const before = new Map([
    ['a', 1],
    ['b', null],
    ['c', 1],
  ]);
  expect(progressText([...blocks.keys()], blocks, words)).toBe('2 of 3');
  expect(countsText([...blocks.keys()], blocks, results.states, before)).toBe('2 Healthy, 1 Failing');
  expect(isBusy(blocks.get('b'))).toBe(true);
});

it('does not count what stood before as found by a run that never reached it, or that came to nothing', () => {
  const old = { verdict: 'fail', provenAt: 1 } as BlockView['result'];
  const budget = { code: 'budget', message: '', hint: '' } as const;
  const blocks = new Map([
    ['interrupted', view('interrupted', { result: old })],
    ['skipped', view('skipped', { result: { ...old, provenAt: 2 } as BlockView['result'], skipped: budget })],
  ]);
  const batch = [...blocks.keys()];
  expect(countsText(batch, blocks, results.states, provenBefore(batch, blocks))).toBe('2 Not run');
});

it('says where a proof is from, and by whom', () => {
  expect(ageWords({ environment: 'lab', by: 'server' }, words)).toEqual({
    age: 'proven {age} ago in lab, by the server',
    was: '{age} ago in lab, by the server: {word}',
  });
  expect(ageWords({ environment: 'production', by: 'ci' }, words)?.age).toBe('proven {age} ago in production, in CI');
  expect(ageWords(null, words)).toBeNull();
});
