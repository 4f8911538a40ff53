import { describe, expect, it } from 'vitest';
import type { Job, Outcome } from './messages.ts';
import type { Pool } from './pool.ts';
import { createRenewablePool } from './renewable-pool.ts';

const outcome = (text: string): Outcome => ({
  verdict: 'error',
  reason: { code: 'script', message: text, hint: '' },
  readings: [],
  evidence: [],
  startedAt: '2026-11-01T00:00:00.000Z',
  durationMs: 1,
});

/** Pools that are named in their order, and whose work ends when it is told to. */
function fakePools() {
  const told: string[] = [];
  const works: { name: string; end(): void }[] = [];
  let count = 0;
  const create = (): Pool => {
    count += 1;
    const name = `pool ${count}`;
    return {
      warm: () => told.push(`${name} is warm`),
      run() {
        const { promise, resolve } = Promise.withResolvers<Outcome>();
        works.push({ name, end: () => resolve(outcome(name)) });
        return promise;
      },
      async close() {
        told.push(`${name} is closed`);
        for (const work of works) if (work.name === name) work.end();
      },
    };
  };
  return { create, told, works };
}

const job = {} as Job;
const about = { env: {}, spend: async () => 0 } as unknown as Parameters<Pool['run']>[1];
const { signal } = new AbortController();

describe('a renewable pool', () => {
  it('runs what comes later in new threads, and closes the old ones when what runs in them has ended', async () => {
    const { create, told, works } = fakePools();
    const pool = createRenewablePool(create);
    const before = pool.run(job, about, signal);
    pool.renew();
    const after = pool.run(job, about, signal);
    expect(works.map(({ name }) => name)).toEqual(['pool 1', 'pool 2']);
    expect(told).toEqual(['pool 2 is warm']);
    works[0]?.end();
    expect(await before).toMatchObject({ reason: { message: 'pool 1' } });
    expect(told).toEqual(['pool 2 is warm', 'pool 1 is closed']);
    works[1]?.end();
    expect(await after).toMatchObject({ reason: { message: 'pool 2' } });
    expect(told).not.toContain('pool 2 is closed');
  });

  it('closes at once what has nothing to do', () => {
    const { create, told } = fakePools();
    createRenewablePool(create).renew();
    expect(told).toEqual(['pool 2 is warm', 'pool 1 is closed']);
  });

  it('closes all of them, those that still work, too', async () => {
    const { create, told } = fakePools();
    const pool = createRenewablePool(create);
    const running = pool.run(job, about, signal);
    pool.renew();
    await pool.close();
    await running;
    expect(new Set(told)).toEqual(new Set(['pool 2 is warm', 'pool 1 is closed', 'pool 2 is closed']));
  });
});
