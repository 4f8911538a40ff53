/** What a resolver that verifies DNSSEC answers about the zone. */
import { authority, healthyZone, hijackedZone, staleZone, type ZoneRecord } from './zone.ts';

export type ResolverState =
  | 'normal'
  | 'nxdomain'
  | 'servfail'
  | 'hijacked'
  | 'stale-record'
  | 'no-records'
  | 'short-ttl'
  | 'malformed';

export interface Resolved {
  /** 0 NOERROR, 2 SERVFAIL, 3 NXDOMAIN. */
  rcode: 0 | 2 | 3;
  /** The records are verified. */
  authenticated: boolean;
  answers: ZoneRecord[];
  authorities: ZoneRecord[];
  /** Why it failed, as an extended error (RFC 8914). */
  error: { code: number; text: string } | null;
}

const zones: Readonly<Partial<Record<ResolverState, readonly ZoneRecord[]>>> = {
  hijacked: hijackedZone,
  'stale-record': staleZone,
};
const shortTtl = 5;

/** `type` is a record type's name, such as `AAAA`. */
export function lookUp(name: string, type: string, state: ResolverState, now = Date.now()): Resolved {
  const nothing = { authenticated: true, answers: [], authorities: [authority], error: null };
  if (state === 'servfail') {
    const error = { code: 22, text: 'at delegation example.com' };
    return { rcode: 2, authenticated: false, answers: [], authorities: [], error };
  }
  const zone = zones[state] ?? healthyZone;
  const asked = name.toLowerCase().replace(/\.$/, '');
  if (state === 'nxdomain' || !zone.some((record) => record.name === asked)) return { rcode: 3, ...nothing };
  const answers = state === 'no-records' ? [] : follow(zone, asked, type);
  if (answers.length === 0) return { rcode: 0, ...nothing };
  const lived = answers.map((record) => ({
    ...record,
    ttl: state === 'short-ttl' ? shortTtl : remaining(record.ttl ?? 0, now),
  }));
  return { rcode: 0, authenticated: state !== 'hijacked', answers: lived, authorities: [], error: null };
}

/** The records of that type, after the aliases that lead to them. */
function follow(zone: readonly ZoneRecord[], name: string, type: string): ZoneRecord[] {
  const found = zone.filter((record) => record.name === name && record.type === type);
  if (found.length > 0) return found;
  const alias = zone.find((record) => record.name === name && record.type === 'CNAME');
  return alias ? [alias, ...follow(zone, String(alias.data), type)] : [];
}

/** A resolver keeps a record and counts its time down; this one asks again at half of it. */
const remaining = (ttl: number, now: number): number => ttl - (Math.floor(now / 1000) % Math.ceil(ttl / 2));
