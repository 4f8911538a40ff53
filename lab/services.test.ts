/** One contract for every service and every fault of the lab. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from './contract.ts';
import { httpFaults } from './faults/http.ts';
import { serviceNames } from './service-names.ts';
import { listServices } from './services.ts';
import { ask, type Seen } from './testing/plain-client.ts';
import { type ServiceCase, service } from './testing/service-case.ts';
import { serviceCases } from './testing/service-cases.ts';
import { startWorld } from './world.ts';

const all = listServices();
const names = all.map(({ name }) => name);
const generic = Object.keys(httpFaults);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

function caseOf(name: string): ServiceCase {
  const found = serviceCases[name];
  if (!found) throw new Error(`Say in lab/testing/cases/ how \`${name}\` is asked and what it can break.`);
  return found;
}

function knock(name: string, timeoutMs = 5_000): Promise<Seen> {
  const { path, ...more } = caseOf(name).knock;
  return ask(service(world, name).url + path, { ...more, caFile: world.state.caFile, timeoutMs });
}

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

const expected: Readonly<Record<string, (seen: Seen) => void>> = {
  down: (seen) => expect(seen.outcome).toBe('ECONNREFUSED'),
  hang: (seen) => expect(seen.outcome).toBe('timeout'),
  slow: (seen) => {
    expect(seen.outcome).toBe(200);
    expect(seen.ms).toBeGreaterThan(2_000);
  },
  reset: (seen) => {
    expect(seen.outcome).toBe('ECONNRESET');
    expect(seen.body).not.toBe('');
  },
  truncated: (seen) => {
    expect(seen.outcome).toBe('ECONNRESET');
    expect(isJson(seen.body)).toBe(false);
  },
  'cut-json': (seen) => {
    expect(seen.outcome).toBe(200);
    expect(seen.headers['content-type']).toContain('json');
    expect(isJson(seen.body)).toBe(false);
  },
  html: (seen) => {
    expect(seen.outcome).toBe(200);
    expect(seen.headers['content-type']).toContain('text/html');
  },
  empty: (seen) => expect([seen.outcome, seen.body]).toEqual([200, '']),
  'http-500': (seen) => expect(seen.outcome).toBe(500),
  'http-503': (seen) => expect(seen.outcome).toBe(503),
  'rate-limit-429': (seen) => {
    expect(seen.outcome).toBe(429);
    expect(Number(seen.headers['retry-after'])).toBeGreaterThan(0);
  },
};

test('every file of a service is registered under its own name', () => {
  expect(names.toSorted()).toEqual(serviceNames());
});

describe('faults of the connection and of the answer', () => {
  test.each(generic)('every service shows `%s` and recovers from it', async (fault) => {
    const patience = fault === 'hang' ? 400 : 5_000;
    await Promise.all(names.map((name) => world.break(`${name}.${fault}`)));
    const seen = await Promise.all(names.map((name) => knock(name, patience)));
    for (const each of seen) expected[fault]?.(each);
    await world.mend();
    for (const each of await Promise.all(names.map((name) => knock(name)))) {
      expect(each.outcome).toBe(200);
      expect(isJson(each.body)).toBe(true);
      expect(each.ms).toBeLessThan(2_000);
    }
  });

  test('the expectations above cover every such fault', () => {
    expect(Object.keys(expected)).toEqual(generic);
  });
});

describe.each(all)('$name', ({ name, faults }) => {
  const own = faults.filter(({ id }) => !generic.includes(id.slice(name.length + 1)));

  test('has a summary for each fault, every one a sentence', () => {
    for (const { summary } of faults) expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  test('has the faults that pages and drills name', () => {
    expect(own.map(({ id }) => id.slice(name.length + 1))).toEqual(caseOf(name).own);
    expect(faults.length).toBe(generic.length + own.length);
  });

  test.each(own)('$id is seen by a plain client, and mending it restores the service', async ({ id }) => {
    const healthy = await caseOf(name).look(world, name);
    await world.break(id);
    expect(world.broken()).toEqual([id]);
    expect(await caseOf(name).look(world, name)).not.toEqual(healthy);
    await world.mend(id);
    expect(await caseOf(name).look(world, name)).toEqual(healthy);
  });
});
