import type { Fault } from '../fault.ts';
import type { HttpPart } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import type { RunningService } from '../service.ts';
import { doh, dohPath } from './doh.ts';
import type { ResolverState } from './resolver.ts';

export interface ResolverPart extends HttpPart {
  state: { answers: ResolverState };
}

/** One way in which the resolver answers falsely; they exclude each other. */
export function answering(answers: ResolverState, summary: string): Fault<ResolverPart> {
  return {
    summary,
    kind: 'answers',
    begin({ state }) {
      state.answers = answers;
      return () => {
        state.answers = 'normal';
      };
    },
  };
}

export const staleRecord = answering('stale-record', 'Addresses are those of before the last move.');

export async function startResolver(): Promise<RunningService<ResolverPart>> {
  const { default: dns } = await import('dns-packet');
  const state: ResolverPart['state'] = { answers: 'normal' };
  const server = await startServer(doh(dns, state));
  return { url: `http://127.0.0.1:${server.port}${dohPath}`, values: {}, part: { server, state }, stop: server.stop };
}
