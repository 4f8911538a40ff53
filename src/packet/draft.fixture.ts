import { redactWith } from '../redact/redact.ts';
import type { PacketDraft, PacketWorld } from '../schemas/packet.ts';
import { type BuildOptions, buildPacket, type Hide } from './build-packet.ts';
import { packetId } from './packet-id.ts';
import { sealPacket } from './seal.ts';

export const hash = `0x${'ab12'.repeat(16)}`;
export const now = new Date('2026-11-25T14:40:00.000Z');

/** Everything that a complete packet of a diagnosis or a page says. */
export const wholeFacts = {
  impact: 'Swaps on BNB Smart Chain fail for everybody',
  firstSeen: '2026-11-25 14:30',
  who: 'Users of the Android app',
  howMany: '12 tickets since 14:30',
  appVersion: '12.4.1',
  platform: 'Android 16',
  chain: 'BNB Smart Chain',
  reproduction: '1. Open Swap\n2. Choose BNB to USDT\n- Press Review',
  expected: 'A quote within three seconds',
  actual: '“No quote available” after ten seconds',
  hashes: hash,
  orders: 'ord-1, ord-2\nord-1',
  errorText: 'execution reverted:\n  TRANSFER_FROM_FAILED',
  tried: 'Another network: works.',
  askFor: 'Switch to the second aggregator',
  askOf: 'Engineering on call',
  askBy: '2026-11-25 15:00',
} as const satisfies PacketDraft['facts'];

export const outcome: NonNullable<PacketDraft['outcome']> = {
  node: 'failover',
  title: 'The first node is behind',
  severity: 'sev2',
  owner: { role: 'engineering-on-call', name: 'Engineering on call', team: 'engineering' },
  channel: '#network',
  acknowledge: { within: '15 min', by: '2026-11-25T14:55:00.000Z' },
  next: {
    role: 'incident-commander',
    name: 'Incident commander',
    team: 'engineering',
    after: '15 min',
    at: '2026-11-25T14:55:00.000Z',
  },
  do: ['Ask them to fail over.', 'Look again in five minutes.'],
  runbook: null,
  macro: null,
  attach: ['The reports of both checks'],
};

export const check: PacketDraft['checks'][number] = {
  block: 'runbooks/network/one#first',
  title: 'Our first node keeps up',
  check: 'evm-rpc',
  target: 'bsc-rpc',
  verdict: 'fail',
  reason: { code: 'expectation', message: '`blockAge` is 5 min; healthy is `< 15 s`.', hint: 'Fail over.' },
  readings: [
    { name: 'blockAge', value: 300.25, unit: 's', healthy: '< 15 s', degraded: null, verdict: 'fail' },
    {
      name: 'blockHash',
      value: `0x${'cd34'.repeat(16)}`,
      unit: null,
      healthy: 'present',
      degraded: null,
      verdict: 'pass',
    },
  ],
  startedAt: '2026-11-25T14:35:00.000Z',
  provenAt: '2026-11-25T14:35:01.000Z',
  by: 'server',
  own: false,
};

/** A draft of a page with every fact, and what a test changes in it. */
export function draftOf(change: Partial<PacketDraft> = {}): PacketDraft {
  return {
    from: { kind: 'page', id: 'runbooks/network/one' },
    environment: 'production',
    facts: wholeFacts,
    severity: 'sev2',
    path: [],
    outcome: null,
    diagnosis: null,
    checks: [check],
    ...change,
  };
}

export const world: PacketWorld = {
  title: 'A node is late',
  path: 'runbooks/network/one.md',
  commit: '0123456789abcdef0123456789abcdef01234567',
  changed: [],
  checkHashes: { 'evm-rpc': 'f'.repeat(64) },
  dashboards: { 'bsc-rpc': 'https://grafana.example.com/d/rpc?var-chain=bsc&from={from}&to={to}' },
};

/** Redaction that needs nothing loaded: no phrases, no proofs. */
export const plainHide: Hide = (text) => redactWith(text, { phrases: null, proofs: null });
const keepAll: Hide = (text) => ({ text, removed: [] });

export function contentOf(change: Partial<PacketDraft> = {}, options: Partial<BuildOptions> = {}) {
  return buildPacket(draftOf(change), world, { now, id: packetId(now), hide: keepAll, ...options });
}

export const sealedOf = (change: Partial<PacketDraft> = {}) => sealPacket(contentOf(change), null);

/** Whole numbers below `below`, the same for the same seed: a test that fails must fail again. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
