import { beforeEach, expect, it, vi } from 'vitest';
import { packetCheckSchema } from '../../schemas/packet.ts';
import { type KeptWalk, keepWalk, readKeptWalk } from './kept-walk.ts';

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
});

const kept = (): KeptWalk => ({
  walk: {
    tree: 'chain-rpc',
    steps: [
      {
        tree: 'chain-rpc',
        node: 'head',
        kind: 'check',
        answer: 'late',
        by: 'person',
        why: 'It is late.',
        overruled: { answer: 'well', why: 'Healthy.' },
      },
    ],
    at: { tree: 'chain-rpc', node: 'end' },
  },
  checks: [
    packetCheckSchema.parse({
      block: 'runbooks/a/page#head',
      title: 'It keeps up',
      check: 'evm-rpc',
      target: null,
      verdict: 'fail',
      reason: { code: 'timeout', message: 'It did not answer.', hint: '' },
      readings: [{ name: 'age', value: 5, unit: 's', healthy: '< 3 s', degraded: null, verdict: 'fail' }],
      startedAt: '2026-11-25T10:00:00.000Z',
      provenAt: '2026-11-25T10:00:01.000Z',
      by: 'server',
      own: false,
    }),
  ],
  reachedAt: 1_795_000_000_000,
  done: [0, 2],
});

it('keeps a walk for its own tree', () => {
  keepWalk(kept());
  expect(readKeptWalk('chain-rpc')).toEqual(kept());
  expect(readKeptWalk('swap-bridge')).toBeNull();
});

/** Every place in a value, as a path of keys. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

it('takes nothing that has lost its shape anywhere', () => {
  const paths = pathsOf(kept()).filter((path) => path.length > 0);
  expect(paths.length).toBeGreaterThan(40);
  for (const path of paths) {
    const broken = structuredClone(kept()) as unknown as Record<string, unknown>;
    let at = broken;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    at[path.at(-1) ?? ''] = { another: 'shape' };
    store.set('runlight-walk-chain-rpc', JSON.stringify(broken));
    const read = readKeptWalk('chain-rpc');
    expect(read, path.join('.')).toBeNull();
  }
});

it('reads neither what is no JSON nor where nothing may be kept', () => {
  store.set('runlight-walk-chain-rpc', '{');
  expect(readKeptWalk('chain-rpc')).toBeNull();
  vi.stubGlobal('sessionStorage', {
    getItem() {
      throw new Error('denied');
    },
    setItem() {
      throw new Error('full');
    },
  });
  expect(readKeptWalk('chain-rpc')).toBeNull();
  expect(() => keepWalk(kept())).not.toThrow();
});

it('keeps no walk of another tree under this one’s name', () => {
  const other = kept();
  other.walk.tree = 'swap-bridge';
  store.set('runlight-walk-chain-rpc', JSON.stringify(other));
  expect(readKeptWalk('chain-rpc')).toBeNull();
});
