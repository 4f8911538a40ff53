import { describe, expect, it } from 'vitest';
import type { Http } from './http.ts';
import { JsonRpcError, jsonRpc, quantity } from './json-rpc.ts';

/** A target that answers every request with this JSON. */
function answering(body: unknown): Http {
  const ask = async () => ({
    status: 200,
    headers: new Headers(),
    text: JSON.stringify(body),
    bytes: new Uint8Array(),
    durationMs: 7,
    json: () => body,
  });
  return Object.assign(ask, {
    to: () => answering(body),
    target: 'node',
    origin: 'http://127.0.0.1',
    peers: [],
    caFile: null,
  }) as Http;
}

const endOf = (body: unknown, options?: { limitCodes: number[] }) =>
  jsonRpc(answering(body), 'eth_chainId', [], options).then(
    ({ result }) => ({ result }),
    (error: unknown) => error,
  );

describe('jsonRpc', () => {
  it.each([
    [{ jsonrpc: '2.0', id: 1, result: '0x1' }, '0x1'],
    [{ jsonrpc: '2.0', id: 1, result: null }, null],
    [{ result: false, error: null }, false],
  ])('takes the result of %j', async (body, result) => {
    expect(await endOf(body)).toEqual({ result });
  });

  it.each([
    { jsonrpc: '2.0', id: 1, error: { code: -32005, message: 'limit exceeded' } },
    { jsonrpc: '2.0', id: null, error: { code: -32005, message: 'limit exceeded', data: { see: 'docs' } } },
    { error: { code: 429, message: 'slow down' } },
    { error: { code: -32000, message: 'Too Many Requests' } },
    { error: { code: -32016, message: 'over rate limit' } },
  ])('calls a limit inside a 200 by its name: %j', async (body) => {
    expect(await endOf(body)).toMatchObject({ name: 'CheckFailure', code: 'rate-limited' });
  });

  it.each([null, [], 'text', {}, { error: 'no' }, { jsonrpc: '2.0', id: 1 }, { error: { message: 'no code' } }])(
    'calls %j no JSON-RPC answer',
    async (body) => {
      expect(await endOf(body)).toMatchObject({ code: 'protocol' });
    },
  );

  it('leaves a code that means something else on another chain to the check', async () => {
    const behind = { error: { code: -32005, message: 'Node is behind by 42 slots', data: { numSlotsBehind: 42 } } };
    expect(await endOf(behind, { limitCodes: [429] })).toMatchObject({ code: 'protocol', rpcCode: -32005 });
    expect(await endOf({ error: { code: 429, message: '' } }, { limitCodes: [429] })).toMatchObject({
      code: 'rate-limited',
    });
    expect(await endOf({ error: { code: -32005, message: 'Too many requests' } }, { limitCodes: [] })).toMatchObject({
      code: 'rate-limited',
    });
  });

  it('hands a node’s own error to the check, with its code and data', async () => {
    const error = await endOf({ error: { code: 3, message: 'execution reverted', data: '0x08c379a0' } });
    expect(error).toBeInstanceOf(JsonRpcError);
    expect(error).toMatchObject({ rpcCode: 3, rpcMessage: 'execution reverted', data: '0x08c379a0' });
  });
});

describe('quantity', () => {
  it('reads hexadecimal quantities and refuses everything else', () => {
    expect(quantity('0x38', 'the chain id')).toBe(56);
    for (const value of ['56', '0x', 56, null, undefined, '0xffffffffffffffffff', '0xzz'])
      expect(() => quantity(value, 'the chain id')).toThrow('the chain id');
  });
});
