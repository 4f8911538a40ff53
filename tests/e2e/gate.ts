import type { IncomingMessage } from 'node:http';
import { type Loopback, serve } from '../contract/loopback.ts';

/** A service of the lab, with somebody in front of it who counts, and can let wait or say something else. */
export interface Gate extends Loopback {
  /** Nobody is answered until `open`. */
  close(): void;
  open(): void;
  /** Answers all questions with this instead; `null`: the service answers again. */
  say(answer: { type: string; body: string } | null): void;
}

/** Stands in front of the service at `url`. */
export async function openGate(url: string): Promise<Gate> {
  let opened = Promise.withResolvers<void>();
  opened.resolve();
  let said: { type: string; body: string } | null = null;
  const server = await serve(async (request, response) => {
    const body = await textOf(request);
    await opened.promise;
    try {
      if (said) return void response.setHeader('content-type', said.type).end(said.body);
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      response.statusCode = answer.status;
      response.setHeader('content-type', answer.headers.get('content-type') ?? 'text/plain');
      response.end(await answer.text());
    } catch {
      // The service is as good as gone: so is the gate.
      response.destroy();
    }
  });
  return {
    url: server.url,
    port: server.port,
    get count() {
      return server.count;
    },
    close() {
      opened = Promise.withResolvers<void>();
    },
    open: () => opened.resolve(),
    say(answer) {
      said = answer;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
