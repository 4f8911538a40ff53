import { findRemovals, type RedactOptions, type RedactTools, removedOf } from './redact.ts';
import type { Removed, RemovedKind } from './removed-kinds.ts';

/** Redacts a text that comes in pieces and may be larger than memory. */
export interface RedactStream {
  /** Takes a piece, however it was cut, and returns what is safe to pass on. */
  push(piece: string): string;
  /** What is left, when there is no more. */
  end(): string;
  removed(): Removed[];
}

export interface StreamOptions extends RedactOptions {
  /** Characters that are looked at together. */
  window?: number;
  /** Characters that are looked at but not passed on yet: longer than any one secret. */
  margin?: number;
}

/** Of what was passed on, so much is looked at again: the words before a hash. */
const context = 512;

/**
 * As `redactWith`, over pieces: a secret that two pieces share is found as well, up to `margin`
 * characters long. A longer one (a megabyte of a phrase's words) becomes several marks. Memory stays
 * at a few windows, time linear.
 */
export function redactStream(tools: RedactTools, options: StreamOptions = {}): RedactStream {
  const { window = 512 * 1024, margin = 32 * 1024 } = options;
  const counts = new Map<RemovedKind, number>();
  const waiting: string[] = [];
  let size = 0;
  /** The end of what was passed on, without secrets. */
  let before = '';

  function take(isEnd: boolean): string {
    const text = before + waiting.join('');
    const removals = findRemovals(text, tools, options);
    const cut = isEnd ? text.length : safeCut(text, removals, before.length, margin);
    let safe = '';
    let done = before.length;
    for (const { kind, start, end, mark, isPart } of removals) {
      if (end <= done || start >= cut) continue;
      safe += text.slice(done, Math.max(done, start)) + mark;
      done = end;
      if (!isPart) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const passed = Math.max(cut, done);
    safe += text.slice(done, passed);
    before = (before + safe).slice(-context);
    waiting.length = 0;
    waiting.push(text.slice(passed));
    size = text.length - passed;
    return safe;
  }

  return {
    push(piece) {
      waiting.push(piece);
      size += piece.length;
      let safe = '';
      while (size >= window + margin) {
        // Never more than a window at once, however large the piece was.
        const all = waiting.join('');
        waiting.length = 0;
        waiting.push(all.slice(0, window + margin));
        safe += take(false);
        waiting.push(all.slice(window + margin));
        size = waiting.reduce((sum, each) => sum + each.length, 0);
      }
      return safe;
    },
    end: () => take(true),
    removed: () => removedOf(counts),
  };
}

/** Where a text may be cut so that no secret is: at a line's end, else between words. */
function safeCut(
  text: string,
  removals: readonly { start: number; end: number }[],
  from: number,
  margin: number,
): number {
  const latest = text.length - margin;
  const line = text.lastIndexOf('\n', latest - 1) + 1;
  const space = text.lastIndexOf(' ', latest - 1) + 1;
  const cut = line > from ? line : space > from ? space : latest;
  const inside = removals.find(({ start, end }) => start < cut && end > cut);
  if (!inside) return cut;
  // A secret longer than the window: its part so far goes.
  return inside.start > from ? inside.start : inside.end;
}
