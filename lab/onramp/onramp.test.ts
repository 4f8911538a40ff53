/** The on-ramp's documents have the shapes and words that real ones have. */
import { expect, test } from 'vitest';
import { statusPage } from '../status/statuspage.ts';
import { listAssets } from './assets.ts';
import { findOrder, orderSummary, orderValues } from './orders.ts';

const at = (state: Parameters<typeof statusPage>[0], path: string) => statusPage(state)[`/api/v2/${path}.json`];

test('a healthy page is none and empty where there is nothing', () => {
  expect(at('operational', 'status')).toMatchObject({ status: { indicator: 'none' } });
  expect(at('operational', 'incidents/unresolved')).toMatchObject({ incidents: [] });
  expect(at('operational', 'scheduled-maintenances/active')).toMatchObject({ scheduled_maintenances: [] });
});

test('an outage, a maintenance and an open incident each show in their place', () => {
  expect(at('degraded', 'components')).toMatchObject({ components: { 0: { status: 'degraded_performance' } } });
  expect(at('major-outage', 'status')).toMatchObject({ status: { indicator: 'critical' } });
  expect(at('maintenance', 'scheduled-maintenances/active')).toMatchObject({
    scheduled_maintenances: [{ status: 'in_progress' }],
  });
  expect(at('incident-open', 'incidents/unresolved')).toMatchObject({
    incidents: [{ impact: 'minor', resolved_at: null }],
  });
  expect(JSON.stringify(at('incident-open', 'components'))).not.toContain('outage');
});

test.each(Object.entries(orderValues))('%s is an order in that state', (name, id) => {
  expect(findOrder(id, 'normal')).toMatchObject({ id, status: name.replace('order.', '') });
});

test('a stuck order is hours old and still processing, and the summary says so', () => {
  const id = orderValues['order.processing'] ?? '';
  expect(findOrder(id, 'normal')).toMatchObject({ ageSeconds: 95 });
  expect(findOrder(id, 'stuck')).toMatchObject({ status: 'processing', ageSeconds: 10_800 });
  expect(orderSummary('stuck')).toMatchObject({ oldestProcessingAgeSeconds: 10_800 });
  expect(findOrder('nobody', 'normal')).toBeNull();
});

test('a currency that cannot be paid with has no list', () => {
  expect(listAssets('USD', true)).toMatchObject({ total: 6, enabledTotal: 6 });
  expect(listAssets('XXX', true)).toBeNull();
});
