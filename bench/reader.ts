import { Agent, type ClientRequest, request } from 'node:http';

/** One reader of a page: its stream of events is open, and it can press Run. Times by `performance.now()`. */
export interface Reader {
  /** Presses Run on these blocks; resolves with the id of the run and the time of the press. */
  press(blocks: readonly string[]): Promise<{ id: string; pressedAt: number; answeredAt: number }>;
  /** Asks for the page's blocks; resolves with how long that took, in ms. */
  blocks(page: string): Promise<number>;
  /** When each event came, the newest last. */
  readonly heard: { at: number; type: string }[];
  close(): void;
}

/** Opens the page's stream of events, as a browser would. */
export async function openReader(url: string): Promise<Reader> {
  // A browser of its own: its connections are nobody else's.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const heard: { at: number; type: string }[] = [];
  const stream = await openStream(new URL('api/v1/events', url), agent, (type) =>
    heard.push({ at: performance.now(), type }),
  );
  return {
    heard,
    async press(blocks) {
      const pressedAt = performance.now();
      const text = await ask(new URL('api/v1/runs', url), agent, JSON.stringify({ blocks }));
      return { id: (JSON.parse(text) as { id: string }).id, pressedAt, answeredAt: performance.now() };
    },
    async blocks(page) {
      const askedAt = performance.now();
      await ask(new URL(`api/v1/blocks?page=${encodeURIComponent(page)}`, url), agent);
      return performance.now() - askedAt;
    },
    close() {
      stream.destroy();
      agent.destroy();
    },
  };
}

function openStream(url: URL, agent: Agent, onEvent: (type: string) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const whole = text.split('\n\n');
        text = whole.pop() ?? '';
        for (const each of whole) {
          const [, type] = /^event: (.*)$/m.exec(each) ?? [];
          if (type) onEvent(type);
          if (type === 'reset') resolve(sent);
        }
      });
      response.on('error', () => {});
    });
    sent.on('error', reject).end();
  });
}

function ask(url: URL, agent: Agent, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { origin: url.origin, 'content-type': 'application/json' };
    const sent = request(url, { agent, ...(body === undefined ? {} : { method: 'POST', headers }) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        (response.statusCode ?? 500) < 300
          ? resolve(text)
          : reject(new Error(`${url.pathname}: ${text.slice(0, 300)}`)),
      );
    });
    sent.on('error', reject).end(body);
  });
}
