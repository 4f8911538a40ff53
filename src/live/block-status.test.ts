import { expect, it } from 'vitest';
import { plannedBlock } from '../../tests/contract/planned-block.ts';
import type { Page } from '../schemas/page.ts';
import type { Proof } from '../schemas/proof.ts';
import { blockStatus } from './block-status.ts';

const now = Date.parse('2026-11-25T12:00:00.000Z');
const planned = { ...plannedBlock({ block: 'runbooks/a#b' }), freshFor: 60_000 };
const page = { path: 'runbooks/a.md' } as Page;
const proof = (over: Partial<Proof> = {}): Proof => ({
  title: 'x',
  verdict: 'pass',
  reason: null,
  provenAt: '2026-11-25T11:59:30.000Z',
  durationMs: 5,
  freshFor: 60_000,
  flaky: false,
  readings: [],
  environment: 'lab',
  by: 'ci',
  ...over,
});
const status = (its: Proof | null, at = now) => blockStatus({ page, planned }, its, { environment: 'lab', now: at });

it('is the verdict with its age while the proof is fresh', () => {
  expect(status(proof({ verdict: 'fail' }))).toMatchObject({ state: 'fail', verdict: 'fail', ageMs: 30_000, by: 'ci' });
});

it('is stale after, and still says what the verdict was', () => {
  expect(status(proof(), now + 30_001)).toMatchObject({ state: 'stale', verdict: 'pass', ageMs: 60_001 });
  expect(status(proof(), now + 30_000).state).toBe('pass');
});

it('goes by the block’s freshness as the page says it now, not as it was when it was proven', () => {
  expect(status(proof({ freshFor: 1 })).state).toBe('pass');
});

it('is `never` without a proof', () => {
  expect(status(null)).toMatchObject({ state: 'never', verdict: null, provenAt: null, ageMs: null, by: null });
});

it('makes no proof younger than new where this clock is behind', () => {
  expect(status(proof(), now - 3_600_000)).toMatchObject({ state: 'pass', ageMs: 0 });
});
