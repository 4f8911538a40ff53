import type { InternalResults, PublicResults } from '../../src/schemas/published.ts';

/** A page, and one of its blocks. */
export const runbook = 'runbooks/network/evm-rpc-degraded';
export const block = `${runbook}#bsc-first`;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Results of that block, as they are published for the team. */
export function internalResults(verdict: 'pass' | 'warn' | 'fail', minutes = 1): InternalResults {
  const value = { pass: 4, warn: 30, fail: 250 }[verdict];
  return {
    version: 1,
    publishedAt: ago(minutes),
    environment: 'lab',
    blocks: {
      [block]: {
        title: 'Our first BNB Smart Chain node keeps up',
        verdict,
        reason:
          verdict === 'pass'
            ? null
            : {
                code: verdict === 'warn' ? 'degraded' : 'expectation',
                message: `\`blockAge\` is ${value} s <img src=x onerror=alert(1)>.`,
                hint: 'Look.',
              },
        provenAt: ago(minutes),
        durationMs: 20,
        freshFor: 5 * 60_000,
        flaky: false,
        environment: 'lab',
        by: 'terminal',
        readings: [{ name: 'blockAge', value, unit: 's', healthy: '< 15 s', degraded: '< 60 s', verdict }],
      },
    },
  };
}

/** The same for users, of a block of an article. */
export const publicResults = (verdict: 'works' | 'slow' | 'down' | 'unknown', minutes = 1): PublicResults => ({
  version: 1,
  publishedAt: ago(minutes),
  blocks: { 'help/tx-pending#ethereum-moving': { verdict, provenAt: ago(minutes) } },
});
