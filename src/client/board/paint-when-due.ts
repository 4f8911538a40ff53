import type { Live } from '../live.ts';

/** How often ages are counted again, in milliseconds. */
const everySoOften = 10_000;

/**
 * Paints once for all changes of a frame, and when time has passed. A run of a thousand blocks tells
 * two thousand events. Returns what asks for another painting.
 */
export function paintWhenDue(live: Live, paint: () => void): () => void {
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      paint();
    });
  };
  live.onChange(ask);
  setInterval(ask, everySoOften);
  return ask;
}
