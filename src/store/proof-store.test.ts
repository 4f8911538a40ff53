import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proof } from '../schemas/proof.ts';
import { createProofStore, type ProofStore, type StoredProof } from './proof-store.ts';
import { openSqlite } from './sqlite.ts';

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newFile = (): string => {
  count += 1;
  return join(folder, String(count), 'runlight.sqlite');
};
const stored = (block: string, over: Partial<Proof> = {}): StoredProof => ({
  block,
  subject: 'abc',
  proof: {
    title: `“${block}” 🚦`,
    verdict: 'pass',
    reason: null,
    provenAt: '2026-11-25T10:00:00.000Z',
    durationMs: 12.5,
    freshFor: 900_000,
    flaky: false,
    readings: [{ name: 'x', value: 1, unit: null, healthy: '= 1', degraded: null, verdict: 'pass' }],
    environment: 'lab',
    by: 'server',
    ...over,
  },
  evidence: [{ title: 'GET /', text: `'; DROP TABLE proof; --\u0000\n`, truncated: false }],
});

/** Every implementation of the store holds to these. */
const stores: [name: string, open: (place: string) => Promise<ProofStore>, place: () => string][] = [
  ['SQLite', async (place) => createProofStore(await openSqlite(place)), newFile],
];

describe.each(stores)('a store in %s', (_, open, place) => {
  it('gives back what it was given, whole', async () => {
    await using store = await open(place());
    await store.save(stored('b'));
    await store.save(stored('a'));
    expect(await store.all('lab')).toEqual([stored('a'), stored('b')]);
  });

  it('keeps the newest of each block, whatever order they come in', async () => {
    await using store = await open(place());
    const [older, newer] = [stored('a'), stored('a', { verdict: 'fail', provenAt: '2026-11-25T11:00:00.000Z' })];
    await store.save(newer);
    await store.save(older);
    expect(await store.all('lab')).toEqual([newer]);
    const again = stored('a', { verdict: 'warn', provenAt: newer.proof.provenAt });
    await store.save(again);
    expect(await store.all('lab')).toEqual([again]);
  });

  it('keeps environments apart', async () => {
    await using store = await open(place());
    await store.save(stored('a'));
    await store.save(stored('a', { environment: 'production', verdict: 'fail' }));
    expect((await store.all('lab')).map(({ proof }) => proof.verdict)).toEqual(['pass']);
    expect((await store.all('production')).map(({ proof }) => proof.verdict)).toEqual(['fail']);
    expect(await store.all('staging')).toEqual([]);
  });

  it('has everything after it was closed and opened again', async () => {
    const where = place();
    await (async () => {
      await using store = await open(where);
      await store.save(stored('a'));
    })();
    await using store = await open(where);
    expect(await store.all('lab')).toEqual([stored('a')]);
  });

  it('can be used by several at once', async () => {
    const where = place();
    await using one = await open(where);
    await using two = await open(where);
    await Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 ? one : two).save(stored(`b${index}`))));
    expect(await one.all('lab')).toHaveLength(50);
  });
});

describe('the SQLite file', () => {
  it('has what was saved when the process was killed right after', async () => {
    const file = newFile();
    const script = `
      import { openSqlite } from '${join(import.meta.dirname, 'sqlite.ts')}';
      import { createProofStore } from '${join(import.meta.dirname, 'proof-store.ts')}';
      const store = createProofStore(await openSqlite(${JSON.stringify(file)}));
      await store.save(${JSON.stringify(stored('a'))});
      process.stdout.write('saved');
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await using store = createProofStore(await openSqlite(file));
    expect(await store.all('lab')).toEqual([stored('a')]);
  });

  it('leaves out a row that a later version wrote in another form', async () => {
    const file = newFile();
    const database = await openSqlite(file);
    await using store = createProofStore(database);
    await store.save(stored('a'));
    await store.save(stored('b'));
    await sql`UPDATE proof SET proof = '{"verdict":"new"' WHERE block = 'a'`.execute(database);
    expect((await store.all('lab')).map(({ block }) => block)).toEqual(['b']);
  });
});
