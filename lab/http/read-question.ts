import type { IncomingMessage } from 'node:http';
import type { Question } from './answer.ts';

const maxBodyBytes = 1024 * 1024;

/** Reads a request to its end; throws when its body is larger than 1 MiB. */
export async function readQuestion(request: IncomingMessage): Promise<Question> {
  const url = new URL(request.url ?? '/', 'http://lab.invalid');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Error('The request body is larger than 1 MiB.');
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
