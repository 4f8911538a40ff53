import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Spoil, Spoilt } from './spoiler.ts';

/** What can go wrong with any connection, whatever is spoken over it. */
export const connectionFaults: Readonly<Record<string, (socket: Socket) => void>> = {
  'closes at once': (socket) => socket.destroy(),
  'resets at once': (socket) => socket.resetAndDestroy(),
  'never says a word': (socket) => socket.resume(),
  'speaks another protocol': (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
};

const says =
  (body: string | Buffer, type = 'application/json', status = 200): Spoil =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const error =
  (status: number, headers: Record<string, string> = {}): Spoil =>
  ({ response }) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { code: status, message: 'no' } }));
  };

const spoiltBody =
  (change: (body: Buffer) => string | Buffer): Spoil =>
  async ({ response, healthy }) => {
    const { status, headers, body } = await healthy();
    response.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/json' }).end(change(body));
  };

const every = (ms: number, { response }: Spoilt, body: () => void): void => {
  const timer = setInterval(body, ms);
  response.on('close', () => clearInterval(timer));
};

/** What any answer over HTTP can be instead of what it should be. */
export const answerFaults: Readonly<Record<string, Spoil>> = {
  'never answers': () => {},
  'stops after its headers': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50' }).flushHeaders();
  },
  'drips without end': (spoilt) => {
    spoilt.response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' });
    every(20, spoilt, () => spoilt.response.write(' '));
  },
  'answers too late': async ({ response, healthy }) => {
    const { status, headers, body } = await healthy();
    const timer = setTimeout(
      () => response.writeHead(status, { 'content-type': headers['content-type'] ?? '' }).end(body),
      2500,
    );
    response.on('close', () => clearTimeout(timer));
  },
  floods: ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536, ' ')));
    };
    response.on('drain', more);
    more();
  },
  'sends a gzip bomb': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  },
  'sends bytes that are no gzip': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{"a":1}');
  },
  'breaks off its body': async ({ response, healthy }) => {
    const { body } = await healthy();
    response.writeHead(200, { 'content-length': String(body.length + 10) });
    response.write(body, () => response.socket?.end());
  },
  'resets in the middle of its body': async ({ response, reset, healthy }) => {
    const { body } = await healthy();
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1), reset);
  },
  'sends half of its body as if it were all': spoiltBody((body) => body.subarray(0, body.length >> 1)),
  'sends an HTML page with 200': says('<!doctype html><title>Just a moment...</title>', 'text/html'),
  'sends an HTML page that says it is JSON': says('<!doctype html><title>Blocked</title>'),
  'sends nothing with 200': says(''),
  'sends 204': ({ response }) => {
    response.writeHead(204).end();
  },
  'sends an empty object': says('{}'),
  'sends an empty list': says('[]'),
  'sends null': says('null'),
  'sends a bare text': says('"ok"'),
  'sends a bare number': says('0'),
  'sends `true`': says('true'),
  'sends an error inside a 200': says('{"error":{"code":"internal","message":"Please try again."}}'),
  'sends an error text inside a 200': says('{"error":"internal error","status":"error","success":false}'),
  'sends JSON that is nested without end': says('['.repeat(100_000)),
  'sends a very long list': says(`[${'{},'.repeat(300_000)}{}]`),
  'sends names of the language itself': says('{"__proto__":{"a":1},"constructor":null,"toString":1,"length":-1}'),
  'sends control characters': says('{"status":"\u0000\u001b[2J\u001b]0;x\u0007"}'),
  'sends control characters, escaped': says('{"status":"\\u0000\\u001b[2J","result":"\\u009b31m"}'),
  'sends invalid UTF-8': says(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  'sends random bytes': says(
    Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 7919 + 13) % 256)),
    'application/octet-stream',
  ),
  'redirects in a circle': ({ response }) => {
    response.writeHead(307, { location: '/round' }).end();
  },
  'redirects to a place that is none': ({ response }) => {
    response.writeHead(302, { location: 'http://' }).end();
  },
  'redirects to the cloud’s own address': ({ response }) => {
    response.writeHead(302, { location: 'http://[::ffff:a9fe:a9fe]/latest/meta-data/' }).end();
  },
  'answers 401': error(401),
  'answers 403': error(403),
  'answers 404': error(404),
  'answers 429 for a day': error(429, { 'retry-after': '86400' }),
  'answers 500': error(500),
  'answers 503': error(503),
  'sends headers without end': ({ response }) => {
    response.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end('{}');
  },
};

const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));

/** Every leaf of an answer's JSON turned into something else: nothing a check may break on. */
export const leafFaults: Readonly<Record<string, (leaf: unknown) => unknown>> = {
  null: () => null,
  'an empty text': () => '',
  'a long text': () => 'x'.repeat(5000),
  'a negative number': () => -1,
  'a huge number': () => 1e300,
  'a fraction': () => 0.1,
  'a list': () => [],
  'an object': () => ({}),
  'the text NaN': () => 'NaN',
  'its own text': (leaf) => String(leaf),
  'its opposite': (leaf) => (typeof leaf === 'boolean' ? !leaf : leaf),
};

/** An answer with `change` applied to every leaf; what is no JSON passes. */
export function spoilLeaves(change: (leaf: unknown) => unknown): Spoil {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
    return change(value);
  };
  return spoiltBody((body) => {
    try {
      return JSON.stringify(walk(JSON.parse(body.toString())));
    } catch {
      return body;
    }
  });
}
