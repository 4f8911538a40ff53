/** Carries values from callbacks to one `for await`, in order. */
export interface Channel<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** What was pushed before is still delivered. */
  close(): void;
}

export function createChannel<T>(): Channel<T> {
  let waiting: T[] = [];
  let closed = false;
  let wake: (() => void) | null = null;
  const notify = (): void => {
    wake?.();
    wake = null;
  };
  return {
    push(value) {
      waiting.push(value);
      notify();
    },
    close() {
      closed = true;
      notify();
    },
    async *[Symbol.asyncIterator]() {
      while (true) {
        const batch = waiting;
        waiting = [];
        yield* batch;
        if (waiting.length > 0) continue;
        if (closed) return;
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
    },
  };
}
