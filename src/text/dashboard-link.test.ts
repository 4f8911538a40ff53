import { expect, it } from 'vitest';
import { dashboardLink } from './dashboard-link.ts';

const at = Date.parse('2026-11-25T12:00:00Z');

it('shows the time from a quarter of an hour before to one after, wherever it stands', () => {
  expect(dashboardLink('https://grafana.example/d/x?from={from}&to={to}', { from: at, to: at })).toBe(
    `https://grafana.example/d/x?from=${Date.parse('2026-11-25T11:45:00Z')}&to=${Date.parse('2026-11-25T12:15:00Z')}`,
  );
  expect(dashboardLink('https://d.example/{to}/{from}/{from}', { from: 900_000, to: 1_000_000 })).toBe(
    'https://d.example/1900000/0/0',
  );
});

it('leaves a link without a window as it is', () => {
  expect(dashboardLink('https://d.example/x', { from: at, to: at })).toBe('https://d.example/x');
});
