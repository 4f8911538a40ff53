import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../schemas/diagnosis.ts';
import { type Journey, journeySchema } from '../schemas/journey.ts';
import { layers } from '../schemas/layer.ts';
import type { Finding } from './finding.ts';
import { localise } from './localise.ts';

type Verdict = Finding['verdict'];

const found = (verdict: Verdict, more: Partial<Finding> = {}): Finding => ({
  title: 'It works',
  verdict,
  isStale: false,
  reason: verdict === 'pass' ? null : { code: 'timeout', message: `The target said ${verdict}.` },
  readings: [],
  provenAt: '2026-11-25T12:00:00.000Z',
  step: null,
  ...more,
});

/** A journey of parts `id: needs…`, each with one block, `page#<id>`; the first part is the entry. */
function journey(needs: Record<string, string[]>, layerOf: (id: string) => string = () => 'backend'): Journey {
  const ids = Object.keys(needs);
  return journeySchema.parse({
    title: 'A',
    does: 'B.',
    entries: ids.slice(0, 1),
    parts: ids.map((id) => ({ id, name: `Part ${id}`, layer: layerOf(id), needs: needs[id], checks: [`page#${id}`] })),
  });
}
const findings = (verdicts: Record<string, Verdict | Finding>): Map<string, Finding> =>
  new Map(Object.entries(verdicts).map(([id, each]) => [`page#${id}`, typeof each === 'string' ? found(each) : each]));
const names = (diagnosis: Diagnosis): string[] => diagnosis.faults.map(({ part }) => part);

describe('the part at fault', () => {
  const chain = journey({ app: ['api'], api: ['db'], db: [] });

  it('is the deepest one that fails; what needs it is a consequence', () => {
    const said = localise(chain, findings({ app: 'warn', api: 'fail', db: 'fail' }));
    expect(said.answer).toBe('fault');
    expect(said.faults).toMatchObject([{ part: 'db', state: 'failing', explains: ['api', 'app'], notKnownBelow: [] }]);
    expect(said.faults[0]?.reason).toBe('Part db fails because the target said fail; it needs no other part.');
    expect(said.consequences.map(({ part, of, reason }) => [part, of, reason])).toEqual([
      ['api', ['db'], 'Part api fails because it needs what is at fault: Part db fails.'],
      ['app', ['db'], 'Part app is degraded because it needs what is at fault: Part db fails.'],
    ]);
  });

  it('is one whose dependencies are well', () => {
    const said = localise(chain, findings({ app: 'fail', api: 'fail', db: 'pass' }));
    expect(said.faults[0]?.reason).toBe('Part api fails because the target said fail; its own dependencies are well.');
  });

  it('is not explained by what is merely degraded', () => {
    const said = localise(chain, findings({ app: 'pass', api: 'fail', db: 'warn' }));
    expect(names(said)).toEqual(['api', 'db']);
    expect(said.faults[0]?.reason).toMatch(/none of its own dependencies fails\.$/);
  });

  it('is not explained through a healthy part, which stands what is below it', () => {
    expect(names(localise(chain, findings({ app: 'fail', api: 'pass', db: 'fail' })))).toEqual(['app', 'db']);
  });

  it('is named with a warning where not enough is known below it', () => {
    const said = localise(chain, findings({ app: 'pass', api: 'fail', db: 'error' }));
    expect(said.faults).toMatchObject([{ part: 'api', notKnownBelow: ['db'] }]);
    expect(said.faults[0]?.reason).toMatch(/not enough is known below it: Part db\.$/);
    expect(said.unknown).toMatchObject([{ part: 'db', reason: 'The target said error.' }]);
  });

  it('is explained through a part that nothing is known of', () => {
    const said = localise(chain, findings({ app: 'fail', api: 'skip', db: 'fail' }));
    expect(names(said)).toEqual(['db']);
    expect(said.unknown[0]?.reason).toBe('The target said skip. It needs what fails: Part db.');
  });

  it.each([
    ['skip', found('skip')],
    ['error', found('error')],
    ['stale', found('pass', { isStale: true })],
    ['stale and failing', found('fail', { isStale: true })],
  ])('is not named by a verdict that says nothing of now: %s', (_, finding) => {
    expect(localise(journey({ a: [] }), findings({ a: finding })).answer).toBe('not-enough-known');
  });

  it('is nowhere when all is well, and not known where a part has no check or no parts are there', () => {
    expect(localise(chain, findings({ app: 'pass', api: 'pass', db: 'pass' })).answer).toBe('well');
    expect(localise(chain, findings({ app: 'pass', api: 'pass' })).answer).toBe('not-enough-known');
    expect(localise({ parts: [], entries: [] }, new Map()).answer).toBe('not-enough-known');
    const bare = journeySchema.parse({
      title: 'A',
      does: 'B.',
      entries: ['a'],
      parts: [{ id: 'a', name: 'A', layer: 'api' }],
    });
    expect(localise(bare, new Map()).unknown).toEqual([
      { part: 'a', name: 'A', layer: 'api', reason: 'No check looks at it.' },
    ]);
  });
});

describe('the order of faults', () => {
  const all = (ids: string[], layerOf?: (id: string) => string): Journey =>
    journey({ top: ids, ...Object.fromEntries(ids.map((id) => [id, []])) }, layerOf);

  it('puts failing before degraded, whatever the layer', () => {
    const said = localise(
      all(['a', 'b'], (id) => (id === 'a' ? 'provider' : 'client')),
      findings({ top: 'pass', a: 'warn', b: 'fail' }),
    );
    expect(names(said)).toEqual(['b', 'a']);
  });

  it('then the deepest layer', () => {
    const said = localise(
      all([...layers], (id) => (id === 'top' ? 'client' : id)),
      findings({ top: 'pass', ...Object.fromEntries(layers.map((id) => [id, 'fail' as const])) }),
    );
    expect(names(said)).toEqual(['provider', 'backend', 'api', 'client']);
  });

  it('then the one that explains more', () => {
    const graph = journey({ top: ['x', 'a'], x: ['b'], a: [], b: [] });
    expect(names(localise(graph, findings({ top: 'pass', x: 'fail', a: 'fail', b: 'fail' })))).toEqual(['b', 'a']);
  });

  it('then the one proven last', () => {
    const later = found('fail', { provenAt: '2026-11-25T12:05:00.000Z' });
    expect(names(localise(all(['a', 'b']), findings({ top: 'pass', a: 'fail', b: later })))).toEqual(['b', 'a']);
  });

  it('puts what only checks use behind what the journey needs', () => {
    const graph = journeySchema.parse({
      ...journey({ app: [], a: [], z: [] }),
      parts: [
        { id: 'app', name: 'App', layer: 'client', needs: ['z'], checks: ['page#app'] },
        { id: 'z', name: 'Z', layer: 'api', checks: ['page#z'] },
        { id: 'peer', name: 'Peer', layer: 'provider', checks: ['page#peer'] },
      ],
    });
    expect(names(localise(graph, findings({ app: 'pass', z: 'fail', peer: 'fail' })))).toEqual(['z', 'peer']);
  });
});

describe('checks that need more than the part', () => {
  const row = (name: string, value: number | null, verdict: Verdict) => ({
    name,
    value,
    unit: null,
    healthy: '< 5',
    verdict,
  });
  const parts = (checks: unknown[], more: object = {}) =>
    journeySchema.parse({
      title: 'A',
      does: 'B.',
      entries: ['a'],
      parts: [
        { id: 'a', name: 'A', layer: 'backend', needs: ['road'], checks, ...more },
        { id: 'road', name: 'Road', layer: 'api', checks: ['page#road'] },
      ],
    });

  it('say nothing of it while the way they take fails', () => {
    const graph = parts(['page#a'], { seenThrough: ['road'] });
    const said = localise(graph, findings({ a: 'fail', road: 'fail' }));
    expect(names(said)).toEqual(['road']);
    expect(said.unknown[0]?.reason).toMatch(/^It is seen through the part “Road”, which is failing itself\./);
    expect(names(localise(graph, findings({ a: 'fail', road: 'warn' })))).toEqual(['a', 'road']);
    expect(localise(graph, findings({ a: 'pass', road: 'fail' })).states.a).toBe('healthy');
  });

  it('do not count the readings that compare with what fails', () => {
    const graph = parts([{ block: 'page#a', comparedWith: 'road', readings: ['lag'] }]);
    const state = (
      readings: Finding['readings'],
      code: 'expectation' | 'timeout' = 'expectation',
      verdict: Verdict = 'fail',
    ) =>
      localise(
        graph,
        findings({ a: found(verdict, { readings, reason: { code, message: 'It lags.' } }), road: 'fail' }),
      ).states.a;
    expect(state([row('lag', 90, 'fail'), row('age', 1, 'pass')])).toBe('healthy');
    expect(state([row('lag', null, 'skip'), row('age', 1, 'pass')], 'expectation', 'warn')).toBe('healthy');
    expect(state([row('lag', 90, 'fail'), row('age', 9, 'fail')])).toBe('failing');
    expect(state([row('lag', 90, 'fail')])).toBe('unknown');
    expect(state([row('lag', null, 'fail'), row('age', null, 'fail')], 'timeout')).toBe('failing');
  });

  it('count a watcher only by what it says of the part', () => {
    const graph = parts([{ watched: 'page#a', readings: ['share'] }]);
    const state = (readings: Finding['readings']) =>
      localise(graph, findings({ a: found('fail', { readings }), road: 'pass' })).states.a;
    expect(state([row('share', 39, 'fail')])).toBe('failing');
    expect(state([row('share', 1, 'pass'), row('age', 99, 'fail')])).toBe('healthy');
    expect(state([row('share', null, 'fail')])).toBe('unknown');
    expect(state([])).toBe('unknown');
  });

  it('leave a silent watcher out where another check speaks', () => {
    const graph = journeySchema.parse({
      title: 'A',
      does: 'B.',
      entries: ['a'],
      parts: [
        { id: 'a', name: 'A', layer: 'api', checks: ['page#direct', { watched: 'page#watch', readings: ['share'] }] },
      ],
    });
    expect(localise(graph, findings({ direct: 'pass', watch: 'fail' })).states.a).toBe('healthy');
    expect(localise(graph, findings({ direct: 'error', watch: 'fail' })).states.a).toBe('unknown');
  });
});
