import { describe, expect, it, vi } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { resultWords } from '../../integration/words.ts';
import type { ApiError, LiveBlock } from '../../schemas/api.ts';
import type { BlockView } from '../live/block-view.ts';
import type { Live } from '../live.ts';
import { openRunMany, startable } from './run-many.ts';

const { states, run: words } = resultWords(en, 'internal');
if (!words) throw new Error('No words for running.');

const info = (over: Partial<LiveBlock> = {}) => ({ problem: null, asks: [], ...over }) as unknown as LiveBlock;
const view = (block: string, over: Partial<BlockView> = {}): BlockView => ({
  block,
  info: info(),
  result: null,
  running: false,
  waiting: false,
  startedAt: null,
  skipped: null,
  evidence: 0,
  ...over,
});

/** A page whose blocks the test changes; it answers each run with `answer`. */
function page(views: BlockView[], answer: { id: string } | ApiError = { id: 'r' }) {
  const blocks = new Map(views.map((each) => [each.block, each]));
  const asked: (readonly string[])[] = [];
  const live = {
    state: 'live',
    blocks,
    async run(ids: readonly string[]) {
      asked.push(ids);
      return answer;
    },
  } as unknown as Live;
  const announce = vi.fn<(text: string) => void>();
  const runs = openRunMany(live, { words: words as NonNullable<typeof words>, states, announce, changed: () => {} });
  return { blocks, asked, live, announce, runs };
}

describe('startable', () => {
  const missing = info({
    asks: [{ name: 'hash', expected: '', pattern: null, flags: '', choices: null, example: null, required: true }],
  });
  it('leaves out what runs, what nobody knows, what cannot run and what asks somebody', () => {
    const { live } = page([
      view('a'),
      view('b', { running: true }),
      view('c', { waiting: true }),
      view('d', { info: info({ problem: { code: 'no-secret', message: '', hint: '' } }) }),
      view('e', { info: missing }),
      view('f', { info: null }),
    ]);
    expect(startable(['a', 'b', 'c', 'd', 'e', 'f', 'unknown'], live)).toEqual(['a']);
  });

  it('is nothing while the server is gone', () => {
    const { live } = page([view('a')]);
    expect(startable(['a'], { state: 'lost', blocks: live.blocks })).toEqual([]);
  });
});

describe('openRunMany', () => {
  it('counts what it started until all of it is done, then says once what came of it', async () => {
    const { blocks, runs, asked, announce } = page([view('a'), view('b'), view('c')]);
    await runs.start(['a', 'b', 'unknown']);
    expect(asked).toEqual([['a', 'b']]);
    blocks.set('a', view('a', { running: true }));
    blocks.set('b', view('b', { waiting: true }));
    expect(runs.progress()).toMatchObject({ done: 0, total: 2 });
    blocks.set('a', view('a'));
    expect(runs.progress()).toMatchObject({ done: 1, total: 2, text: '1 of 2' });
    blocks.set('b', view('b'));
    expect(runs.progress()).toBeNull();
    expect(runs.progress()).toBeNull();
    expect(announce.mock.calls).toEqual([['2 of 2: 2 Not run']]);
  });

  it('adds what is started meanwhile', async () => {
    const { blocks, runs } = page([view('a'), view('b')]);
    await runs.start(['a']);
    blocks.set('a', view('a', { running: true }));
    await runs.start(['a', 'b']);
    blocks.set('b', view('b', { running: true }));
    expect(runs.progress()).toMatchObject({ done: 0, total: 2 });
  });

  it('says what the server refuses, until the next start', async () => {
    const refused: ApiError = { code: 'too-many', message: 'Too many runs.', hint: 'Wait.', parameter: null };
    const { runs, announce } = page([view('a')], refused);
    await runs.start(['a']);
    expect(runs.trouble()).toBe('Too many runs. Wait.');
    expect(announce).toHaveBeenCalledWith('Too many runs. Wait.');
    expect(runs.progress()).toBeNull();
  });

  it('asks for nothing where there is nothing to start', async () => {
    const { runs, asked } = page([view('a', { running: true })]);
    await runs.start(['a']);
    expect(asked).toEqual([]);
  });
});
