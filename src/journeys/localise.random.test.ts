import { describe, expect, it } from 'vitest';
import { generator } from '../../tests/random.ts';
import type { Diagnosis, PartState } from '../schemas/diagnosis.ts';
import { type Journey, journeySchema } from '../schemas/journey.ts';
import { layers } from '../schemas/layer.ts';
import type { Finding } from './finding.ts';
import { localise } from './localise.ts';

interface World {
  journey: Journey;
  findings: Map<string, Finding>;
  states: Map<string, PartState>;
  /** Parts that were broken on purpose, and that a check can see. */
  injected: string[];
}

/**
 * A random graph without circles in which faults spread upwards: a part that needs a failing one fails,
 * unless it masks that (it has a second way) or its own verdict is not known.
 */
function makeWorld(seed: number): World {
  const random = generator(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const count = 1 + Math.floor(random() * 24);
  const density = random() * 0.5;
  const rates = { fault: random() * 0.4, degraded: random() * 0.4, unknown: random() * 0.4, mask: random() * 0.4 };
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  const needs = new Map(ids.map((id, index) => [id, ids.slice(index + 1).filter(() => random() < density)]));
  const states = new Map<string, PartState>();
  /** How bad things really are, known or not. */
  const truth = new Map<string, 0 | 1 | 2>();
  const injected: string[] = [];
  for (const id of ids.toReversed()) {
    const below = Math.max(0, ...(needs.get(id) ?? []).map((need) => truth.get(need) ?? 0));
    const masks = random() < rates.mask;
    const own = random() < rates.fault ? 2 : random() < rates.degraded ? 1 : 0;
    const bad = Math.max(own, masks ? 0 : below) as 0 | 1 | 2;
    truth.set(id, bad);
    const isKnown = random() >= rates.unknown;
    states.set(id, isKnown ? (['healthy', 'degraded', 'failing'] as const)[bad] : 'unknown');
    if (isKnown && own > 0 && own > (masks ? 0 : below)) injected.push(id);
  }
  const verdicts = {
    healthy: ['pass'],
    degraded: ['warn'],
    failing: ['fail'],
    unknown: ['skip', 'error', 'stale'],
  } as const;
  const journey = journeySchema.parse({
    title: 'Random',
    does: 'Anything.',
    entries: ['p0'],
    parts: ids.map((id) => ({
      id,
      name: `Part ${id}`,
      layer: pick(layers),
      needs: needs.get(id),
      checks: [`page#${id}`],
    })),
  });
  const findings = new Map(
    ids.map((id): [string, Finding] => {
      const said = pick<string>(verdicts[states.get(id) ?? 'unknown']);
      const verdict = said === 'stale' ? pick(['pass', 'warn', 'fail'] as const) : (said as Finding['verdict']);
      return [
        `page#${id}`,
        {
          title: 'It works',
          verdict,
          isStale: said === 'stale',
          reason: verdict === 'pass' ? null : { code: 'timeout', message: 'It did not answer.' },
          readings: [],
          provenAt: new Date(1_764_000_000_000 + Math.floor(random() * 600_000)).toISOString(),
          step: null,
        },
      ];
    }),
  );
  return { journey, findings, states, injected };
}

function shuffled(journey: Journey, random: () => number): Journey {
  const mix = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);
  return { ...journey, parts: mix(journey.parts).map((part) => ({ ...part, needs: mix(part.needs) })) };
}

/** Everything below a part, walked in the plainest way; through parts for which `passes` holds. */
function below(id: string, { parts }: Journey, passes: (id: string) => boolean): Set<string> {
  const seen = new Set<string>();
  const visit = (from: string): void => {
    for (const need of parts.find((part) => part.id === from)?.needs ?? []) {
      if (seen.has(need)) continue;
      seen.add(need);
      if (passes(need)) visit(need);
    }
  };
  visit(id);
  return seen;
}

const badness: Record<PartState, number> = { healthy: 0, unknown: 0, degraded: 1, failing: 2 };
const runs = 4000;

describe(`${runs} random graphs with faults that spread upwards`, () => {
  const worlds = Array.from({ length: runs }, (_, seed) => makeWorld(seed));
  const said = worlds.map(({ journey, findings }) => localise(journey, findings));
  const each = (check: (world: World, diagnosis: Diagnosis, seed: number) => void): void => {
    for (const [seed, world] of worlds.entries()) check(world, said[seed] as Diagnosis, seed);
  };
  const bad = (world: World, id: string): number => badness[world.states.get(id) ?? 'unknown'];

  it('hold enough of everything to prove something', () => {
    expect(said.filter(({ faults }) => faults.length > 1).length).toBeGreaterThan(500);
    expect(said.filter(({ consequences }) => consequences.length > 1).length).toBeGreaterThan(500);
    expect(
      said.filter(({ faults }) => faults.some(({ notKnownBelow }) => notKnownBelow.length > 0)).length,
    ).toBeGreaterThan(200);
    expect(said.filter(({ answer }) => answer === 'well').length).toBeGreaterThan(20);
    expect(said.filter(({ answer }) => answer === 'not-enough-known').length).toBeGreaterThan(20);
  });

  it('every part has the state that its check says', () => {
    each((world, { states }, seed) => expect(states, `seed ${seed}`).toEqual(Object.fromEntries(world.states)));
  });

  it('the named set explains every failure: what is unwell is a fault, or needs one that is as bad', () => {
    each((world, { faults, consequences }, seed) => {
      const named = new Set(faults.map(({ part }) => part));
      for (const [id, state] of world.states) {
        if (badness[state] === 0 || named.has(id)) continue;
        const reached = [...below(id, world.journey, () => true)].filter((other) => named.has(other));
        expect(
          reached.some((other) => bad(world, other) >= badness[state]),
          `seed ${seed}, ${id}`,
        ).toBe(true);
        const { of = [] } = consequences.find(({ part }) => part === id) ?? {};
        expect(of.length, `seed ${seed}, ${id}`).toBeGreaterThan(0);
        expect(
          of.filter((other) => !reached.includes(other)),
          `seed ${seed}, ${id}`,
        ).toEqual([]);
      }
    });
  });

  it('no fault has a dependency that explains it', () => {
    each((world, { faults }, seed) => {
      for (const { part } of faults) {
        const reached = below(part, world.journey, (id) => world.states.get(id) !== 'healthy');
        const explaining = [...reached].filter((id) => bad(world, id) >= bad(world, part));
        expect(explaining, `seed ${seed}, ${part}`).toEqual([]);
      }
    });
  });

  it('every fault that was injected where nothing below explains it is named', () => {
    each((world, { faults }, seed) => {
      const named = faults.map(({ part }) => part);
      for (const id of world.injected) {
        const reached = below(id, world.journey, (other) => world.states.get(other) !== 'healthy');
        if ([...reached].some((other) => bad(world, other) >= bad(world, id))) continue;
        expect(named, `seed ${seed}`).toContain(id);
      }
    });
  });

  it('no healthy part and no unknown one is ever blamed, and each part is told of once', () => {
    each((world, { faults, consequences, unknown }, seed) => {
      const told = [...faults, ...consequences].map(({ part }) => part);
      expect(
        told.filter((id) => bad(world, id) === 0),
        `seed ${seed}`,
      ).toEqual([]);
      expect(new Set(told).size, `seed ${seed}`).toBe(told.length);
      expect(unknown.map(({ part }) => part).sort(), `seed ${seed}`).toEqual(
        [...world.states].flatMap(([id, state]) => (state === 'unknown' ? id : [])).sort(),
      );
    });
  });

  it('what is unknown below a fault is said, and nothing else', () => {
    each((world, { faults }, seed) => {
      for (const { part, notKnownBelow } of faults) {
        const reached = below(part, world.journey, (id) => world.states.get(id) !== 'healthy');
        const dark = [...reached].filter((id) => world.states.get(id) === 'unknown');
        expect(notKnownBelow.toSorted(), `seed ${seed}, ${part}`).toEqual(dark.sort());
      }
    });
  });

  it('the result does not depend on the order of parts', () => {
    each(({ journey, findings }, diagnosis, seed) => {
      const other = shuffled(journey, generator(seed + 1_000_000));
      expect(localise(other, findings), `seed ${seed}`).toEqual(diagnosis);
    });
  });
});
