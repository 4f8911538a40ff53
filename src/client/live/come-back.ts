import type { LiveState } from './live-state.ts';
import type { SharedStream } from './shared-stream.ts';

/** A page that was put away and comes back, or a network that does, has missed something. */
export function comeBack(state: () => LiveState, stream: SharedStream, refresh: () => Promise<void>): void {
  const back = (): void => {
    if (state() === 'static') return;
    stream.listen();
    stream.join();
    void refresh();
  };
  const look = (): void => {
    if (state() !== 'lost' || document.visibilityState !== 'visible') return;
    stream.retry(true);
    void refresh();
  };
  // A page that holds a lock cannot be kept for the way back.
  addEventListener('pagehide', () => stream.leave());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) back();
  });
  document.addEventListener('freeze', () => stream.leave());
  document.addEventListener('resume', back);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
}
