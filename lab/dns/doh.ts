/** DNS-over-HTTPS (RFC 8484) by GET, and the JSON form that large resolvers offer beside it. */

import type dnsPacket from 'dns-packet';
import type { DecodedPacket, Answer as DnsRecord } from 'dns-packet';
import { type Answer, type Handle, json, jsonError } from '../http/answer.ts';
import { lookUp, type Resolved, type ResolverState } from './resolver.ts';

type Dns = typeof dnsPacket;

export const dohPath = '/dns-query';

const numbers: Readonly<Record<string, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  CAA: 257,
};

/** Answers for the state as it is when a question comes. */
export function doh(dns: Dns, state: { answers: ResolverState }): Handle {
  return ({ method, path, query }) => {
    if (path !== dohPath) return jsonError(404, 'not_found', `There is nothing at ${path}.`);
    if (method !== 'GET') return jsonError(405, 'method_not_allowed', 'Ask with GET and `?dns=`.');
    const wire = query.get('dns');
    if (wire !== null) return wireAnswer(dns, wire, state.answers);
    const name = query.get('name');
    if (name !== null) return jsonAnswer(name, query.get('type') ?? 'A', state.answers);
    return jsonError(400, 'bad_request', 'Ask with `?dns=` or `?name=`.');
  };
}

function wireAnswer(dns: Dns, wire: string, state: ResolverState): Answer {
  let packet: DecodedPacket;
  try {
    packet = dns.decode(Buffer.from(wire, 'base64url'));
  } catch {
    return jsonError(400, 'bad_request', 'That is no DNS message.');
  }
  const { id = 0, flags = 0, questions = [], additionals = [] } = packet;
  const [question] = questions;
  if (!question) return jsonError(400, 'bad_request', 'That asks nothing.');
  const { rcode, authenticated, answers, authorities, error } = lookUp(question.name, question.type, state);
  const edns = additionals.some(({ type }) => type === 'OPT');
  const verified = authenticated ? dns.AUTHENTIC_DATA : 0;
  const body = dns.encode({
    ...{ type: 'response', id, questions: [question], answers, authorities },
    flags: (flags & dns.RECURSION_DESIRED) | dns.RECURSION_AVAILABLE | verified | rcode,
    additionals: edns ? [opt(error)] : [],
  });
  // More records than there are: whoever reads on falls off the end.
  if (state === 'malformed') body.writeUInt16BE(answers.length + 5, 6);
  const lifetime = Math.min(...[...answers, ...authorities].map(({ ttl = 0 }) => ttl), 3600);
  return {
    status: 200,
    headers: { 'content-type': 'application/dns-message', 'cache-control': `max-age=${error ? 0 : lifetime}` },
    body,
  };
}

function opt(error: Resolved['error']): DnsRecord {
  const code = Buffer.alloc(2);
  code.writeUInt16BE(error?.code ?? 0);
  // The library's types do not know extended errors, its code takes any option with data.
  const options = error ? [{ code: 15, data: Buffer.concat([code, Buffer.from(error.text)]) } as never] : [];
  return {
    ...{ type: 'OPT', name: '.', udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0, flags: 0 },
    ...{ flag_do: false, options },
  };
}

function jsonAnswer(name: string, type: string, state: ResolverState): Answer {
  const { rcode, authenticated, answers, authorities, error } = lookUp(name, type, state);
  const shown = (records: Resolved['answers']) =>
    records.map(({ name: owner, type: of, ttl, data }) => ({
      name: owner,
      type: numbers[of],
      TTL: ttl,
      data: told(data),
    }));
  const document = {
    ...{ Status: rcode, TC: false, RD: true, RA: true, AD: authenticated, CD: false },
    Question: [{ name, type: numbers[type] ?? 0 }],
    ...(answers.length > 0 ? { Answer: shown(answers) } : {}),
    ...(authorities.length > 0 ? { Authority: shown(authorities) } : {}),
    ...(error ? { Comment: [`EDE(${error.code}): ${error.text}`] } : {}),
  };
  return json(document, 200, { 'content-type': 'application/dns-json' });
}

function told(data: unknown): string {
  if (Array.isArray(data)) return data.map((part) => `"${String(part)}"`).join(' ');
  return typeof data === 'object' && data !== null ? Object.values(data).join(' ') : String(data);
}
