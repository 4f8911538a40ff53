import type { Live } from '../live.ts';
import { isBusy } from '../run/run-state.ts';

/**
 * Paints once for all changes of a frame, and when time has passed: a run of a thousand blocks tells two
 * thousand events. Returns what asks for another painting.
 */
export function paintWhenDue(live: Live, paint: () => void): () => void {
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      paint();
      later();
    });
  };
  // Ages change seldom; how long something runs changes each second.
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, [...live.blocks.values()].some(isBusy) ? 1000 : 10_000);
  };
  live.onChange(ask);
  later();
  return ask;
}
