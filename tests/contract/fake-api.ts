import { type Loopback, serve } from './loopback.ts';

/** What an API answers: JSON (or a text as it is), with status 200 unless it says otherwise. */
export interface FakeAnswer {
  status?: number;
  json?: unknown;
  text?: string;
}

export interface FakeApi extends Loopback {
  /** Paths with their queries, as they were asked. */
  asked: string[];
  /** The headers of the last request. */
  headers: Record<string, string | string[] | undefined>;
}

/** An HTTP API of which a test says every answer, by the path with its query. */
export async function serveApi(answer: (path: string) => FakeAnswer): Promise<FakeApi> {
  const asked: string[] = [];
  const headers: FakeApi['headers'] = {};
  const server = await serve((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    Object.assign(headers, request.headers);
    const { status = 200, json, text } = answer(path);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(text ?? JSON.stringify(json));
  });
  return Object.assign(Object.create(server) as Loopback, { asked, headers });
}
