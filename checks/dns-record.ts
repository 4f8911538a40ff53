import { askPeer, defineCheck, type Http, PeerSilence, param } from 'runlight/check';
import { plainName } from './_dns-record/message.ts';
import { type Resolution, resolve } from './_dns-record/resolution.ts';

/**
 * Proves what a name resolves to, as a resolver answers over DNS-over-HTTPS: the records, how long they
 * may be kept, whether they are verified, and that a second resolver says the same.
 *
 * Readings: `rcode` (`NOERROR`, `NXDOMAIN`, `SERVFAIL` …), `records` (sorted, joined by `, `; names in
 * lower case without the final dot, MX as `10 mail.example.com`, CAA as `0 issue "ca.example"`), `count`,
 * `ttl` (s, the shortest on the way), `authenticated` (the resolver says that it verified them with
 * DNSSEC), `agrees` (the peer has the same records), `latency` (ms).
 * Aliases are followed: `records` are those of the asked type at their end.
 * An answer other than `NOERROR` fails unless a row speaks of `rcode`, and `NOERROR` without records
 * unless a row speaks of `records` or `count`: nothing is green because there was nothing to judge.
 * With a `peer`, or a row `agrees`, other records (or none) at the peer end in `disagrees`; a peer that
 * does not answer, or could not find out itself, is `agrees` not taken. Names that answer by place, such
 * as those of a CDN, differ rightly: compare NS, MX, TXT and CAA.
 * Sources: RFC 8484 (DNS over HTTPS), RFC 1035 and IANA’s registry (response codes), RFC 2181 (TTL).
 */
export default defineCheck({
  summary: 'A name resolves to the records it should',
  layer: 'api',
  params: {
    target: param.target(),
    name: param.matching(
      /^(?=.{1,254}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.?$/i,
      'a domain name, such as `api.example.com`',
    ),
    type: param.choice(['A', 'AAAA', 'CNAME', 'NS', 'MX', 'TXT', 'CAA']).default('A'),
    peer: param.target().optional(),
  },
  readings: {
    rcode: { type: 'text', summary: 'Response code, such as `NOERROR` or `NXDOMAIN`' },
    records: { type: 'text', summary: 'The records, sorted and joined by `, `' },
    count: { type: 'integer', summary: 'Number of records' },
    ttl: { unit: 's', summary: 'How long they may be kept, the shortest of all' },
    authenticated: { type: 'boolean', summary: 'The resolver says that it verified them' },
    agrees: { type: 'boolean', summary: 'The peer has the same records' },
    latency: { unit: 'ms', summary: 'Time of the question' },
  },
  async run({ params, http, wanted, evidence, fail }) {
    const { type } = params;
    const name = plainName(params.name);
    const [own, peer] = await Promise.all([
      resolve(http, name, type),
      params.peer !== undefined || wanted.has('agrees') ? askOther(http, params.peer, name, type) : null,
    ]);
    const { rcode, records, ttl, authenticated, latency } = own;
    const readings = {
      rcode,
      records: records.length === 0 ? null : records.join(', '),
      count: records.length,
      ttl,
      authenticated,
      latency,
    };
    evidence(`\`${http.target}\` on \`${name}\` ${type}`, [own.told, ...(own.why ? [own.why] : [])].join('\n'));
    if (rcode !== 'NOERROR' && !wanted.has('rcode')) {
      const why = own.why === null ? '' : ` The resolver says: ${own.why}.`;
      return fail('expectation', `\`${http.target}\` answers ${rcode} for \`${name}\`${meaning(rcode)}.${why}`, {
        readings,
      });
    }
    if (records.length === 0 && rcode === 'NOERROR' && !wanted.has('records') && !wanted.has('count'))
      return fail('expectation', `\`${name}\` exists, and has no ${type} record.`, { readings });

    if (peer === null) return readings;
    if (peer instanceof PeerSilence) return { ...readings, agrees: peer.notTaken(evidence) };
    evidence(`\`${peer.name}\` on \`${name}\` ${type}`, peer.answer.told);
    const agrees = sayTheSame(own, peer.answer);
    if (!agrees && isSettled(own))
      return fail(
        'disagrees',
        `\`${http.target}\` says ${short(own)} of \`${name}\` ${type}, and \`${peer.name}\` says ${short(peer.answer)}.`,
        { readings: { ...readings, agrees } },
      );
    return { ...readings, agrees };
  },
});

interface Peer {
  name: string;
  answer: Resolution;
}

/** The same question to the peer. One that could not find it out does not disagree: it is silent. */
function askOther(
  http: Http,
  peer: string | undefined,
  name: string,
  type: Parameters<typeof resolve>[2],
): Promise<Peer | PeerSilence> {
  return askPeer(http, peer, async (other) => {
    const answer = await resolve(other, name, type);
    if (!isSettled(answer)) throw new Error(`it answers ${answer.rcode}`);
    return { name: other.target, answer };
  });
}

/** Whether the resolver knows: there are records, or there are none. */
const isSettled = ({ rcode }: Resolution): boolean => rcode === 'NOERROR' || rcode === 'NXDOMAIN';

const sayTheSame = (one: Resolution, other: Resolution): boolean =>
  one.rcode === other.rcode && one.records.join('\n') === other.records.join('\n');

function short({ rcode, records }: Resolution): string {
  if (records.length === 0) return rcode === 'NOERROR' ? 'no record' : rcode;
  return `\`${records.join(', ').slice(0, 200)}\``;
}

function meaning(rcode: string): string {
  if (rcode === 'NXDOMAIN') return ': there is no such name';
  if (rcode === 'SERVFAIL') return ': it could not find out';
  if (rcode === 'REFUSED') return ': it does not answer us';
  return '';
}
