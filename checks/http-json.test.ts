import { describe, expect, it } from 'vitest';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

async function ask(
  body: string,
  rows: AttemptSketch['rows'],
  { status = 200, params = {} }: { status?: number; params?: Record<string, string> } = {},
) {
  await using server = await serve((request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    if (body !== 'echo') response.end(body);
    else request.pipe(response);
  });
  return await attempt({
    check: 'http-json',
    targets: [targetAt(server.url)],
    params: { target: 'service', ...params },
    rows: rows ?? {},
  });
}

describe('http-json', () => {
  it('reads status, latency and JSON pointers', async () => {
    const { verdict, readings } = await ask(
      '{"status":"ok","list":[{"n":1.5},true],"a/b":{"m~n":"deep"},"none":null,"":0}',
      {
        status: '= 200',
        latency: '< 5 s',
        '/status': '= ok',
        '/list/0/n': '= 1.5',
        '/list/1': '= true',
        '/a~1b/m~0n': '= deep',
        '/none': 'absent',
        '/missing/x': 'absent',
        '/list/01': 'absent',
        '/list/0': '= "{\\"n\\":1.5}"',
        '/': '= 0',
      },
    );
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  it('never takes 200 alone for health', async () => {
    expect(await ask('<html><title>Maintenance</title></html>', { status: '= 200' })).toMatchObject({
      verdict: 'fail',
      reason: {
        code: 'protocol',
        message: 'The answer of `service` is an HTML page titled “Maintenance”; expected JSON.',
      },
    });
    expect(await ask('{"status":"down"}', { '/status': '= ok' })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`/status` is `down`; expected `= ok`.' },
    });
  });

  it('takes another status only where a row speaks about it', async () => {
    expect(await ask('{}', { '/status': '= ok' }, { status: 503 })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'http-status' },
    });
    expect(await ask('{"status":"ok"}', { status: '= 404', '/status': '= ok' }, { status: 404 })).toMatchObject({
      verdict: 'pass',
    });
    expect(await ask('<html>', { status: '= 200', '/status': '= ok' }, { status: 502 })).toMatchObject({
      verdict: 'fail',
      reason: { message: '`status` is 502; expected `= 200`. 1 more row is not healthy.' },
    });
    expect(await ask('', { status: '= 204' }, { status: 204 })).toMatchObject({ verdict: 'pass' });
  });

  it('reads nothing from the prototype of objects', async () => {
    expect(
      await ask('{}', { '/constructor/name': 'absent', '/__proto__': 'absent', '/toString': 'absent' }),
    ).toMatchObject({ verdict: 'pass' });
  });

  it('sends a body with POST', async () => {
    expect(await ask('echo', { '/q': '= 1' }, { params: { method: 'POST', body: '{"q":1}' } })).toMatchObject({
      verdict: 'pass',
    });
    expect(await ask('echo', {}, { params: { body: '{"q":1}' } })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config' },
    });
    expect(await ask('echo', {}, { params: { method: 'POST', body: '{q' } })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config' },
    });
  });

  it('survives JSON that is large, deep or out of range', async () => {
    expect(await ask(`{"a":"${'x'.repeat(1_900_000)}","b":1}`, { '/b': '= 1' })).toMatchObject({ verdict: 'pass' });
    expect(await ask(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, { '/a': 'present' })).toMatchObject({
      verdict: 'fail',
      reason: {
        code: 'protocol',
        message: 'The answer of `service` is JSON that is nested more than 200 levels deep.',
      },
    });
    expect(await ask('{"a":1e999}', { '/a': '> 1' })).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it('shows control characters instead of passing them on', async () => {
    const { reason, readings } = await ask('{"a":"\\u001b[2Jboo\\u202e"}', { '/a': '= ok' });
    expect(reason?.message).toBe('`/a` is `\\u{1b}[2Jboo\\u{202e}`; expected `= ok`.');
    expect(readings[0]?.value).toBe('\\u{1b}[2Jboo\\u{202e}');
  });
});
