/** Ctrl-C, `kill` and a closed terminal, as a signal that work can be ended by in order. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Listens from now on, so that an interruption at any moment still ends in a report. Pressing again
 * changes nothing: what is left to do is short, and leaving it half done would leave processes behind.
 */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupt = (): void => controller.abort();
  for (const name of names) process.on(name, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const name of names) process.off(name, interrupt);
    },
  };
}
