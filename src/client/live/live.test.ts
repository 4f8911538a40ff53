import { expect, it } from 'vitest';
import { pageEventTypes as contract, liveRunEventTypes } from '../../schemas/api.ts';
import { pageEventTypes } from '../live.ts';
import { runEventTypes } from './follow-run.ts';
import { retryDelay } from './retry-delay.ts';

it('listens to every event that the server tells', () => {
  expect(pageEventTypes).toEqual(contract);
  expect(runEventTypes).toEqual(liveRunEventTypes);
});

it('tries again after a second, then less and less often, down to every 15 seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});
