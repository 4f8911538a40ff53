export interface Interruption {
  signal: AbortSignal;
  interrupt(): void;
}

/**
 * Ctrl-C, `kill` and a closed terminal, as a signal that work can be ended by in order, from now until
 * the process ends. Pressing again changes nothing: what is left to do is short, and leaving it half
 * done would leave processes behind.
 */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interrupt);
  return { signal: controller.signal, interrupt };
}
