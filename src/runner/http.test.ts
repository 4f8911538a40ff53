import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closedPort, serve, serveBytes } from '../../tests/contract/loopback.ts';
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
): { http: Http; seen: RawEvidence[] } {
  const seen: RawEvidence[] = [];
  const http = createHttp(target.name, {
    targets: new Map([[target.name, target]]),
    secrets,
    signal: AbortSignal.timeout(timeoutMs),
    timeoutMs,
    connections,
    spend: () => Promise.resolve(0),
    pending: { begin: () => {}, end: () => {} },
    exchange: (evidence, failed) => {
      if (failed) seen.push(evidence());
    },
  });
  return { http, seen };
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
  ])('takes %s as a breach of protocol', async (_, bytes, message) => {
    await using server = await serveBytes((socket) => socket.end(bytes));
    expect(await failureOf(open(server.url).http())).toEqual({ code: 'protocol', message });
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

  it('asks once more when a kept connection was closed meanwhile', async () => {
    const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
    await using server = await serveBytes((socket) => {
      socket.write(answer);
      socket.on('data', () => socket.destroy());
    });
    const { http } = open(server.url);
    expect((await http()).json()).toEqual({});
    expect((await http()).json()).toEqual({});
    expect(server.count).toBe(2);
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
