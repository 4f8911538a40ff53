import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import type { BlockView } from '../live/block-view.ts';
import type { LiveState } from '../live/live-state.ts';
import type { LastResult } from '../read-results.ts';

/** Whether a block is being run, or is about to be. */
export function isBusy(view: Pick<BlockView, 'running' | 'waiting'> | undefined): boolean {
  return view?.running === true || view?.waiting === true;
}

/** Whether a press on Run does something now. */
export function canRun(view: BlockView | undefined, state: LiveState): boolean {
  return state === 'live' && isAble(view) && !isBusy(view);
}

/** An input that is missing is no obstacle: somebody can give it. */
function isAble(view: BlockView | undefined): boolean {
  return !!view?.info && (view.info.problem === null || view.info.problem.code === 'needs-input');
}

/** Blocks that Run all runs: those that can, and need nobody's input. */
export function runnable(views: readonly (BlockView | undefined)[]): string[] {
  return views.flatMap((view) =>
    view?.info?.problem === null && view.info.asks.every(({ required, example }) => !required || example !== null)
      ? [view.block]
      : [],
  );
}

/** What the button says: `Run`, `Running…`, after two seconds also for how long. `now` is the server's. */
export function runText(
  { running, waiting, startedAt }: Pick<BlockView, 'running' | 'waiting' | 'startedAt'>,
  now: number,
  words: RunWords,
): string {
  if (waiting) return words.waiting;
  if (!running) return words.run;
  const seconds = startedAt === null ? 0 : Math.floor((now - startedAt) / 1000);
  return seconds < 2 ? words.running : words.runningFor.replace('{seconds}', String(seconds));
}

/** How many of `batch` are done, in words: `3 of 5`. */
export function progressText(
  batch: readonly string[],
  blocks: ReadonlyMap<string, Pick<BlockView, 'running' | 'waiting'>>,
  words: RunWords,
): string {
  const done = batch.filter((block) => !isBusy(blocks.get(block))).length;
  return words.progress.replace('{done}', String(done)).replace('{count}', String(batch.length));
}

/** When each block was last proven, before a run of them. */
export type Before = ReadonlyMap<string, number | null>;

export function provenBefore(batch: readonly string[], blocks: ReadonlyMap<string, Pick<BlockView, 'result'>>): Before {
  return new Map(batch.map((block) => [block, blocks.get(block)?.result?.provenAt ?? null]));
}

/** What a run of `batch` found, in words: `4 Healthy, 1 Failing`; the worst last. What it did not reach was not run. */
export function countsText(
  batch: readonly string[],
  blocks: ReadonlyMap<string, Pick<BlockView, 'result' | 'skipped'>>,
  states: ResultWords['states'],
  before: Before,
): string {
  const found = batch.map((block) => {
    const { result = null, skipped = null } = blocks.get(block) ?? {};
    return result && !skipped && result.provenAt !== before.get(block) ? result.verdict : 'skip';
  });
  return (['pass', 'skip', 'warn', 'error', 'fail'] as const)
    .map((verdict) => ({ word: states[verdict], count: found.filter((each) => each === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}

/** What to say of a result's age when it is known where it ran, and by whom; `{age}` and `{word}` stay. */
export function ageWords(from: LastResult['from'], words: RunWords): { age: string; was: string } | null {
  if (!from) return null;
  const fill = (text: string): string =>
    text.replace('{environment}', from.environment).replace('{by}', words.by[from.by]);
  return { age: fill(words.age), was: fill(words.was) };
}
