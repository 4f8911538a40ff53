import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environmentOf } from './measure.ts';
import type { Question, Seen } from './processes/slow-server.ts';

/** The service that all contenders ask, in a process of its own, 20 ms away. */
export interface SlowServer extends AsyncDisposable {
  url: string;
  /** Forgets what it has seen. */
  reset(): Promise<void>;
  /** What came since the last reset. */
  seen(): Promise<Seen>;
}

/** Starts it on a free port. It ends by itself when this process does. */
export async function startSlowServer(): Promise<SlowServer> {
  const child = fork(fileURLToPath(new URL('./processes/slow-server.ts', import.meta.url)), {
    env: environmentOf({ file: '', args: [], cwd: '' }),
    // Ctrl-C reaches the whole terminal; who started it decides when it ends.
    detached: true,
  });
  const answer = async <T>(): Promise<T> => {
    const [message] = (await once(child, 'message')) as [T];
    return message;
  };
  const ask = async (question: Question): Promise<Seen> => {
    child.send(question);
    return answer();
  };
  const { port } = await answer<{ port: number }>();
  return {
    url: `http://127.0.0.1:${port}`,
    reset: async () => void (await ask('reset')),
    seen: () => ask('seen'),
    [Symbol.asyncDispose]: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}
