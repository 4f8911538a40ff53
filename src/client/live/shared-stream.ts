import type { EventStream, StreamListener } from './event-stream.ts';

/** What tabs tell each other. */
type Message<E> =
  | { kind: 'event'; event: E }
  | { kind: 'connected'; isConnected: boolean }
  /** A new tab wants to know whether there is a connection. */
  | { kind: 'who' }
  /** A tab that somebody looks at wants the connection back; the leader's own timers may sleep. */
  | { kind: 'retry'; isUrgent: boolean };

export interface SharedStream {
  /** Hears what other tabs are told, before this one asks for anything. */
  listen(): void;
  /** Takes its turn as the leader. */
  join(): void;
  retry(isUrgent: boolean): void;
  /** Leaves the others to themselves; `listen` and `join` come back. */
  leave(): void;
}

/**
 * One connection for all tabs: a browser opens six to a host, and an agent has ten tabs. The tab that
 * holds the lock is the leader, it has the connection and tells the others. When it goes, the browser
 * gives the lock to the next. Without locks (the page came over plain HTTP) each tab has its own.
 */
export function shareStream<E>(
  name: string,
  open: (listener: StreamListener<E>) => EventStream,
  listener: StreamListener<E>,
  locks: LockManager | undefined = navigator.locks,
): SharedStream {
  let channel: BroadcastChannel | null = null;
  let stream: EventStream | null = null;
  let isConnected = false;
  let turn: AbortController | null = null;

  const lead = (): void => {
    stream = open({
      event(event) {
        channel?.postMessage({ kind: 'event', event } satisfies Message<E>);
        listener.event(event);
      },
      connected(now) {
        isConnected = now;
        channel?.postMessage({ kind: 'connected', isConnected } satisfies Message<E>);
        listener.connected(now);
      },
    });
  };
  const hear = ({ data: message }: { data: Message<E> }): void => {
    if (message.kind === 'event') listener.event(message.event);
    else if (message.kind === 'connected') listener.connected(message.isConnected);
    else if (message.kind === 'retry') stream?.retry(message.isUrgent);
    else if (stream) channel?.postMessage({ kind: 'connected', isConnected } satisfies Message<E>);
  };

  return {
    listen() {
      if (channel || !locks) return;
      channel = new BroadcastChannel(name);
      channel.onmessage = hear;
    },
    join() {
      if (turn) return;
      turn = new AbortController();
      const { signal } = turn;
      if (!locks) return lead();
      channel?.postMessage({ kind: 'who' } satisfies Message<E>);
      const held = async (): Promise<void> => {
        if (signal.aborted) return;
        lead();
        await new Promise((left) => signal.addEventListener('abort', left, { once: true }));
      };
      // Rejected where this tab leaves before its turn.
      locks.request(name, { signal }, held).catch(() => {});
    },
    retry(isUrgent) {
      if (stream) stream.retry(isUrgent);
      else channel?.postMessage({ kind: 'retry', isUrgent } satisfies Message<E>);
    },
    leave() {
      turn?.abort();
      turn = null;
      stream?.close();
      stream = null;
      channel?.close();
      channel = null;
      isConnected = false;
    },
  };
}
