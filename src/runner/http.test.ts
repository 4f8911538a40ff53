// Long because it is one list: each thing that a target may do, and what is said of it.
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closedPort, type Loopback, serve, serveBytes } from '../../tests/contract/loopback.ts';
import { targetAt } from '../../tests/contract/planned-block.ts';
import { CheckFailure } from '../checks/failure.ts';
import type { Http, HttpAnswer } from '../checks/http.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { countConnections } from './connections.ts';
import { createHttp } from './http.ts';
import type { RawEvidence } from './seal.ts';

const connections = countConnections();

function open(url: string, { timeoutMs }: { timeoutMs?: number } = {}): { http: Http; seen: RawEvidence[] } {
  return openTarget(targetAt(url), {}, timeoutMs);
}

function openTarget(
  target: ResolvedTarget,
  secrets: Record<string, string> = {},
  timeoutMs = 2000,
): { http: Http; seen: RawEvidence[]; readonly paid: number } {
  const seen: RawEvidence[] = [];
  let paid = 0;
  const http = createHttp(target.name, {
    targets: new Map([[target.name, target]]),
    secrets,
    signal: AbortSignal.timeout(timeoutMs),
    timeoutMs,
    connections,
    spend: () => {
      paid += 1;
      return Promise.resolve(0);
    },
    pending: { begin: () => {}, end: () => {} },
    exchange: (evidence, failed) => {
      if (failed) seen.push(evidence());
    },
  });
  return {
    http,
    seen,
    get paid() {
      return paid;
    },
  };
}

async function failureOf(asked: Promise<HttpAnswer>): Promise<{ code: string; message: string }> {
  try {
    (await asked).json();
  } catch (error) {
    if (error instanceof CheckFailure) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('It should have failed.');
}

describe('http, with a well-behaved service', () => {
  it('adds path and query to the target’s address and sends its headers', async () => {
    await using server = await serve((request, response) => {
      response.end(JSON.stringify({ url: request.url, method: request.method, token: request.headers['x-token'] }));
    });
    const { http } = openTarget(
      targetAt(`${server.url}/v3/{secret:KEY}?a=1`, {
        secrets: ['KEY', 'TOKEN'],
        headers: { 'x-token': { secret: 'TOKEN', prefix: 'T ' } },
      }),
      { KEY: 'k/1', TOKEN: 'abcd' },
    );
    expect((await http('/health?b=2#c')).json()).toEqual({
      url: '/v3/k%2F1/health?a=1&b=2',
      method: 'GET',
      token: 'T abcd',
    });
    expect((await http('', { json: {} })).json()).toMatchObject({ method: 'POST' });
  });

  it('stays below the target’s address whatever the path says', async () => {
    await using server = await serve((request, response) => response.end(JSON.stringify(request.url)));
    const { http } = open(`${server.url}/v3`);
    await expect(http('/../admin')).rejects.toThrow('leads out of the target’s address');
    expect((await http('//evil.example/x')).json()).toBe('/v3//evil.example/x');
    expect((await http('@evil.example')).json()).toBe('/v3/@evil.example');
  });

  it('measures to the last byte', async () => {
    await using server = await serve((_, response) => {
      response.write('"a');
      setTimeout(() => response.end('b"'), 60);
    });
    const answer = await open(server.url).http();
    expect(answer.text).toBe('"ab"');
    expect(answer.durationMs).toBeGreaterThan(50);
  });

  it('follows redirects within the origin, without credentials', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
      else
        response.end(
          JSON.stringify({
            authorization: request.headers.authorization ?? null,
            key: request.headers['x-key'] ?? null,
          }),
        );
    });
    const { http } = openTarget(
      targetAt(server.url, {
        headers: { authorization: { secret: 'TOKEN', prefix: 'Bearer ' }, 'x-key': 'plain' },
        secrets: ['TOKEN'],
      }),
      { TOKEN: 'abcd' },
    );
    expect((await http('/b')).json()).toEqual({ authorization: 'Bearer abcd', key: 'plain' });
    expect((await http('/a')).json()).toEqual({ authorization: null, key: null });
  });
});

describe('http, with a hostile service', () => {
  it('gives up one that hangs', async () => {
    await using server = await serveBytes(() => {});
    expect(await failureOf(open(server.url, { timeoutMs: 100 }).http())).toEqual({
      code: 'timeout',
      message: '`service` gave no whole answer within 100 ms.',
    });
  });

  it('gives up one that drips, and shows what came', async () => {
    await using server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const { http, seen } = open(server.url, { timeoutMs: 150 });
    expect((await failureOf(http())).code).toBe('timeout');
    expect(seen[0]?.text).toMatch(/x+$/);
  });

  it('stops reading a flood', async () => {
    await using server = await serve((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', more);
      more();
    });
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'protocol',
      message: 'The answer of `service` is larger than 2 MiB.',
    });
  });

  it('keeps a body that comes byte by byte in one piece, and gives up one that does so without end', async () => {
    let count = 20_000;
    await using server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      socket.end(`${'1\r\n7\r\n'.repeat(count)}0\r\n\r\n`);
    });
    expect((await open(server.url).http()).text).toBe('7'.repeat(count));
    count = 60_000;
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'protocol',
      message: 'The answer of `service` comes in more than 50000 pieces.',
    });
  });

  it('counts the decoded size of a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect((await failureOf(open(server.url).http())).message).toBe('The answer of `service` is larger than 2 MiB.');
  });

  it.each([
    [
      'a body shorter than it says',
      'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a":',
      'The answer of `service` is truncated: it broke off after 5 bytes.',
    ],
    [
      'chunks that break off',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n',
      'The answer of `service` is truncated: it broke off after 5 bytes.',
    ],
    [
      'JSON that breaks off',
      'HTTP/1.1 200 OK\r\n\r\n{"a":',
      'The answer of `service` is JSON that breaks off after 5 bytes.',
    ],
    [
      'a text that breaks off',
      'HTTP/1.1 200 OK\r\n\r\n{"a":"b',
      'The answer of `service` is JSON that breaks off after 7 bytes.',
    ],
    [
      'a number that breaks off',
      'HTTP/1.1 200 OK\r\n\r\n{"a":12',
      'The answer of `service` is JSON that breaks off after 7 bytes.',
    ],
    [
      'JSON with a mistake',
      'HTTP/1.1 200 OK\r\n\r\n{"a":x}',
      'The answer of `service` is no JSON; it starts with `{"a":x}`.',
    ],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n"'), Buffer.from([0xff, 0x22])]),
      'The answer of `service` is not valid UTF-8.',
    ],
    [
      'an empty body',
      'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n',
      'The answer of `service` is empty; expected JSON.',
    ],
    [
      'HTML',
      'HTTP/1.1 200 OK\r\n\r\n<!doctype html><title>Just a moment</title>',
      'The answer of `service` is an HTML page titled “Just a moment”; expected JSON.',
    ],
    [
      'titles that never end',
      `HTTP/1.1 200 OK\r\n\r\n${'<title'.repeat(340_000)}`,
      'The answer of `service` is markup; expected JSON.',
    ],
    ['no JSON', 'HTTP/1.1 200 OK\r\n\r\nok', 'The answer of `service` is no JSON; it starts with `ok`.'],
    [
      'JSON that is nested without end',
      `HTTP/1.1 200 OK\r\n\r\n${'['.repeat(500_000)}`,
      'The answer of `service` is JSON that is nested more than 200 levels deep.',
    ],
    [
      'JSON that is nested deep and well',
      `HTTP/1.1 200 OK\r\n\r\n${'{"a":['.repeat(150)}${']}'.repeat(150)}`,
      'The answer of `service` is JSON that is nested more than 200 levels deep.',
    ],
    [
      'control characters inside JSON',
      'HTTP/1.1 200 OK\r\n\r\n{"a":"\u001b[2J"}',
      'The answer of `service` is no JSON; it starts with `{"a":"\u001b[2J"}`.',
    ],
    [
      'headers without end',
      `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
      'The answer’s headers are larger than 16 KiB (UND_ERR_HEADERS_OVERFLOW).',
    ],
    [
      'trailers without end',
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n${'x: y\r\n'.repeat(9000)}`,
      'The answer of `service` is truncated: it broke off after 2 bytes.',
    ],
  ])('takes %s as a breach of protocol', async (_, bytes, message) => {
    await using server = await serveBytes((socket) => socket.end(bytes));
    expect(await failureOf(open(server.url).http())).toEqual({ code: 'protocol', message });
  });

  it.each([
    ['100', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}', 'answered 100 or 101, for which nobody asked'],
    ['101', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n{}', 'nobody asked'],
    ['407', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n{}', 'that only a proxy may give'],
    ['000', 'HTTP/1.1 000 None\r\n\r\n{}', 'does not speak HTTP'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\n{}', 'not as long as it says'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n', 'as it says'],
    ['a length beyond counting', `HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(30)}\r\n\r\n{}`, 'as it says'],
    [
      'six encodings',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n\r\n{}',
      'five times',
    ],
    ['a name with a space', 'HTTP/1.1 200 OK\r\na b: c\r\n\r\n{}', 'does not speak HTTP'],
  ])('takes an answer with %s as a breach, and asks once', async (_, bytes, message) => {
    await using server = await serveBytes((socket) => socket.end(bytes));
    const { code, message: said } = await failureOf(open(server.url).http());
    expect({ code, says: said.includes(message), said }).toEqual({ code: 'protocol', says: true, said });
    expect(server.count).toBe(1);
  });

  it.each([
    ['answers 103 without end', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', ''],
    ['chunks whose sizes never end', 'a'.repeat(1000), 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;'],
    [
      'gzip without a byte in it',
      Buffer.concat(Array(100).fill(gzipSync(''))),
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n',
    ],
  ])('gives up one that sends %s', async (_, more, first) => {
    await using server = await serveBytes((socket) => {
      socket.write(first);
      const timer = setInterval(() => socket.write(more), 1);
      socket.on('close', () => clearInterval(timer));
    });
    expect((await failureOf(open(server.url, { timeoutMs: 150 }).http())).code).toBe('timeout');
  });

  it.each([
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
    ['gzip, gzip', (bytes: Buffer) => gzipSync(gzipSync(bytes))],
  ])('reads `%s`, and counts what is in it', async (encoding, encode) => {
    let body = encode(Buffer.from('{"a":1}'));
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect((await open(server.url).http()).json()).toEqual({ a: 1 });
    body = encode(Buffer.alloc(64 * 1024 * 1024));
    expect((await failureOf(open(server.url).http())).message).toBe('The answer of `service` is larger than 2 MiB.');
  });

  it('carries no cookie to the next request', async () => {
    const cookies: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      cookies.push(request.headers.cookie);
      const headers = { 'set-cookie': 'session=1; Path=/', location: '/b' };
      response.writeHead(request.url === '/a' ? 302 : 200, headers).end('{}');
    });
    const { http } = open(server.url);
    await http('/a');
    await http('/b');
    expect(cookies).toEqual([undefined, undefined, undefined]);
  });

  it('takes an answer that nobody asked for as no answer to the next request', async () => {
    let asked = 0;
    const answer = (body: string): string => `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    await using server = await serveBytes((socket) => {
      const say = (): void => {
        asked += 1;
        socket.write(answer(`{"a":${asked}}`) + answer('{"a":"evil"}'));
      };
      say();
      socket.on('data', say);
    });
    for (let i = 1; i <= 6; i += 1) expect((await open(server.url).http()).json()).toEqual({ a: i });
  });

  it('takes another protocol as a breach, too', async () => {
    await using server = await serveBytes((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
    expect(await failureOf(open(server.url).http())).toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('does not speak HTTP'),
    });
    expect(await failureOf(open(server.url.replace('http', 'https')).http())).toMatchObject({
      code: 'tls',
      message: expect.stringContaining('does not speak TLS'),
    });
  });

  it('says that nothing listens, and that a name does not resolve', async () => {
    const port = await closedPort();
    expect(await failureOf(open(`http://127.0.0.1:${port}`).http())).toEqual({
      code: 'unreachable',
      message: `Nothing listens at \`127.0.0.1:${port}\` (ECONNREFUSED).`,
    });
    expect(await failureOf(open('http://nothing.invalid').http())).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/^The name `nothing.invalid` (does not resolve|could not be looked up)/),
    });
  });

  it('says that the connection was cut before an answer', async () => {
    await using server = await serveBytes((socket) => socket.resetAndDestroy());
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'unreachable',
      message: `The connection to \`127.0.0.1:${server.port}\` was cut before an answer (ECONNRESET).`,
    });
    expect(server.count).toBe(1);
  });

  describe('on a connection that was kept', () => {
    const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
    /** Answers, until `isOver`: then what comes on an old connection is cut. */
    async function serveUntil(isOver: () => boolean): Promise<Loopback> {
      return serveBytes((socket) => {
        const isNew = isOver();
        socket.write(answer);
        socket.on('data', () => (isOver() && !isNew ? socket.destroy() : socket.write(answer)));
      });
    }

    it('asks once more when it was closed meanwhile, and pays for it', async () => {
      let isOver = false;
      await using server = await serveUntil(() => isOver);
      const budget = { requests: 99, windowMs: 1000, source: '99/s' };
      const opened = openTarget(targetAt(server.url, { budget }));
      for (let i = 0; i < 4; i += 1) await opened.http();
      const connections = server.count;
      isOver = true;
      expect((await opened.http()).json()).toEqual({});
      expect(server.count).toBe(connections + 1);
      expect(opened.paid).toBe(6);
    });

    it('asks once more although others have connected at the same moment', async () => {
      let isOver = false;
      await using server = await serveUntil(() => isOver);
      for (let i = 0; i < 4; i += 1) await open(server.url).http();
      isOver = true;
      const answers = await Promise.all([1, 2, 3, 4].map(() => open(server.url).http()));
      expect(answers.map((each) => each.json())).toEqual([{}, {}, {}, {}]);
    });
  });

  it('pays for what `fetch` asks once more by itself', async () => {
    await using server = await serve((_, response) => response.writeHead(421).end('{}'));
    const opened = openTarget(targetAt(server.url, { budget: { requests: 9, windowMs: 1000, source: '9/s' } }));
    expect((await failureOf(opened.http())).code).toBe('http-status');
    expect(opened.paid).toBe(server.count);
  });

  it('does not go round a redirect loop for ever', async () => {
    await using server = await serve((_, response) => response.writeHead(307, { location: '/again' }).end());
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'protocol',
      message: '`service` redirected more than 5 times.',
    });
    expect(server.count).toBe(6);
  });

  it('follows no redirect where none is allowed', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
      else response.end('{}');
    });
    const { http, seen } = open(server.url);
    expect(await failureOf(http('/a', { noRedirects: true }))).toEqual({
      code: 'protocol',
      message: '`service` redirects to `/b`; it must answer without a redirect.',
    });
    expect(server.count).toBe(1);
    expect(seen[0]?.text).toContain('location: /b');
    expect((await http('/b', { noRedirects: true })).json()).toEqual({});
  });

  it('never asks another origin', async () => {
    await using other = await serve((_, response) => response.end('{}'));
    await using server = await serve((_, response) => response.writeHead(302, { location: `${other.url}/take` }).end());
    const { http, seen } = open(server.url);
    expect(await failureOf(http())).toEqual({
      code: 'protocol',
      message: `\`service\` redirects to another origin, \`${other.url}\`; it was not asked.`,
    });
    expect(other.count).toBe(0);
    expect(seen[0]?.text).toContain('location:');
  });

  it.each([
    'http://[::ffff:a9fe:a9fe]/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:1/',
    '//other.example/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:secret@127.0.0.1/',
  ])('does not follow a redirect to %s', async (location) => {
    await using server = await serve((_, response) => response.writeHead(302, { location }).end());
    const { code, message } = await failureOf(open(server.url).http());
    expect({ code, says: /another origin/.test(message) }).toEqual({ code: 'protocol', says: true });
    expect(server.count).toBe(1);
  });

  it('does not follow a redirect to its own origin with a user name in it', async () => {
    await using server = await serve((request, response) =>
      response.writeHead(302, { location: `http://user:secret@${request.headers.host}/b` }).end(),
    );
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'protocol',
      message: '`service` redirects to an address with a user name or password in it; it was not asked.',
    });
    expect(server.count).toBe(1);
  });

  it('takes brackets and quotes inside a text for what they are', async () => {
    const text = JSON.stringify({ a: `${'['.repeat(1000)}"\\`, b: '\\' });
    await using server = await serve((_, response) => response.end(text));
    expect((await open(server.url).http()).json()).toEqual(JSON.parse(text));
  });

  it('gives the bytes of an answer that is no text, where the check asks for them', async () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    await using server = await serve((_, response) => response.end(bytes));
    const { http } = open(server.url);
    expect(Buffer.from((await http('', { binary: true })).bytes)).toEqual(bytes);
    expect((await failureOf(http())).message).toBe('The answer of `service` is not valid UTF-8.');
  });

  it('tells a limit of our rate, even where any status will do', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': '86400' }).end('slow down'),
    );
    const { http, seen } = open(server.url);
    expect(await failureOf(http('', { anyStatus: true }))).toEqual({
      code: 'rate-limited',
      message: '`service` answered 429: we ask too often. It says when to come back: `Retry-After: 86400`.',
    });
    expect(seen[0]?.text).toContain('slow down');
  });

  it('takes an error status as a failure unless any status will do', async () => {
    await using server = await serve((_, response) => response.writeHead(503).end('{"status":"down"}'));
    expect(await failureOf(open(server.url).http())).toEqual({
      code: 'http-status',
      message: '`service` answered 503 Service Unavailable; expected a status between 200 and 299.',
    });
    expect((await open(server.url).http('', { anyStatus: true })).json()).toEqual({ status: 'down' });
  });
});
