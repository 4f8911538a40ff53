/** A connection that tells events; it ends by `close` alone. */
export interface EventStream {
  /** Connects again where the browser has given up; where it is urgent, also where it has not. */
  retry(isUrgent: boolean): void;
  close(): void;
}

export interface StreamListener<E> {
  event(event: E): void;
  connected(isConnected: boolean): void;
}

/**
 * Listens to `url`. The browser connects again by itself, with the last event's id, until an answer is
 * not 200; from then on it is for `retry`.
 */
export function openEventStream<E>(url: string, types: readonly string[], listener: StreamListener<E>): EventStream {
  let source: EventSource | null = null;
  const connect = (): void => {
    source?.close();
    const made = new EventSource(url);
    source = made;
    const hear = ({ data }: MessageEvent<string>): void => listener.event(JSON.parse(data) as E);
    for (const type of types) made.addEventListener(type, hear);
    made.addEventListener('open', () => listener.connected(true));
    made.addEventListener('error', () => {
      if (made === source) listener.connected(false);
    });
  };
  connect();
  return {
    retry(isUrgent) {
      const state = source?.readyState;
      if (state === EventSource.CLOSED || (isUrgent && state === EventSource.CONNECTING)) connect();
    },
    close() {
      source?.close();
      source = null;
    },
  };
}
