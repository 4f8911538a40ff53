import type { IncomingMessage } from 'node:http';
import { type Loopback, serve } from './loopback.ts';

/** Answers by path; a function is given the request's body. Text is sent as it is, all else as JSON. */
export type Answers = Record<string, unknown>;

/** An HTTP server of which a test says every answer; a path that it does not know is 404. */
export async function serveAnswers(answers: Answers): Promise<Loopback & { asked: string[] }> {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    void readText(request).then(async (body) => {
      const path = new URL(request.url ?? '/', 'http://test.invalid').pathname;
      asked.push(path);
      if (!Object.hasOwn(answers, path)) return response.writeHead(404).end(`There is nothing at ${path}.`);
      const answer = answers[path];
      const said: unknown = await (typeof answer === 'function' ? (answer as (body: string) => unknown)(body) : answer);
      return response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  return Object.assign(Object.create(server) as Loopback, { asked });
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
