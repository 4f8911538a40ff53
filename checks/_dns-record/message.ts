import type Dns from 'dns-packet';
import type { Answer, DecodedPacket, PacketOpt, RecordType } from 'dns-packet';
import { CheckFailure, type Http } from 'runlight/check';

/** What a resolver answered to one question. */
export interface Message {
  /** Such as `NOERROR`, `NXDOMAIN`, `SERVFAIL`. */
  rcode: string;
  /** The resolver says that it verified the records (the AD bit). */
  authenticated: boolean;
  /** The records of its answer section, as they came. */
  answers: readonly Answer[];
  /** Why it is no better, where the resolver says so: `extended error 6: …`. */
  why: string | null;
  /** Seconds that the answer lay in HTTP caches: so much older are its times to live. */
  age: number;
  /** Milliseconds of the request. */
  latency: number;
}

const mediaType = 'application/dns-message';
const maxBytes = 65_535;
const rcodes: Readonly<Record<number, string>> = {
  ...{ 0: 'NOERROR', 1: 'FORMERR', 2: 'SERVFAIL', 3: 'NXDOMAIN', 4: 'NOTIMP', 5: 'REFUSED' },
  ...{ 6: 'YXDOMAIN', 7: 'YXRRSET', 8: 'NXRRSET', 9: 'NOTAUTH', 10: 'NOTZONE', 16: 'BADVERS', 23: 'BADCOOKIE' },
};
const extendedError = 15;

/**
 * One question over DNS-over-HTTPS in wire format. The id is 0, as RFC 8484 asks for caches' sake; the AD
 * bit and EDNS let the resolver say whether it verified the answer, and why it has none.
 * What is no DNS message, is truncated or answers another question is `protocol`.
 * Sources: RFC 8484, RFC 1035, RFC 6840 5.7 (AD in questions), RFC 6891 (EDNS), RFC 8914 (extended errors).
 */
export async function askResolver(http: Http, name: string, type: RecordType): Promise<Message> {
  // Loaded here: every command loads this file, and few run it.
  const { default: dns } = await import('dns-packet');
  const question = dns.encode({
    type: 'query',
    id: 0,
    flags: dns.RECURSION_DESIRED | dns.AUTHENTIC_DATA,
    questions: [{ type, name, class: 'IN' }],
    additionals: [edns],
  });
  const answer = await http(`?dns=${question.toString('base64url')}`, {
    binary: true,
    headers: { accept: mediaType },
  });
  const breach: Breach = (what) =>
    new CheckFailure('protocol', `The answer of \`${http.target}\` ${what}.`, {
      hint: 'Ask a second resolver. If that one is well, something on the way answers in place of this one.',
    });
  const told = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'nothing';
  if (told !== mediaType) throw breach(`is \`${told.slice(0, 80)}\`; expected a DNS message (\`${mediaType}\`)`);
  const packet = decode(dns, Buffer.from(answer.bytes), breach);
  refuseForeign(packet, { name, type }, breach);
  const opt = packet.additionals?.find((each) => each.type === 'OPT');
  const code = ((opt?.extendedRcode ?? 0) << 4) | ((packet.flags ?? 0) & 0xf);
  return {
    rcode: rcodes[code] ?? `RCODE${code}`,
    authenticated: packet.flag_ad,
    answers: packet.answers ?? [],
    why: opt ? whyOf(opt.options) : null,
    age: Math.max(0, Number(answer.headers.get('age') ?? 0) || 0),
    latency: answer.durationMs,
  };
}

/** What is wrong with an answer; completes "The answer of `x` …". */
type Breach = (what: string) => CheckFailure;

/** The library reads on past the end of some records: what it read must be as long as what came. */
function decode(dns: typeof Dns, bytes: Buffer, breach: Breach): DecodedPacket {
  if (bytes.length > maxBytes) throw breach('is larger than a DNS message can be');
  let packet: DecodedPacket;
  try {
    packet = dns.decode(bytes);
  } catch (error) {
    throw breach(`is no DNS message: ${error instanceof Error ? error.message : 'it cannot be decoded'}`);
  }
  if (dns.decode.bytes !== bytes.length) throw breach('is no DNS message: its parts are not as long as they say');
  return packet;
}

/** An answer must be one, whole, and to our question. */
function refuseForeign(packet: DecodedPacket, asked: { name: string; type: RecordType }, breach: Breach): void {
  const { id, flags = 0, questions = [] } = packet;
  if (!packet.flag_qr || id !== 0 || ((flags >> 11) & 0xf) !== 0) throw breach('is no answer to our question');
  if (packet.flag_tc) throw breach('is truncated: the resolver left records out');
  const [echo, ...more] = questions;
  const isOurs = echo && plainName(echo.name) === plainName(asked.name) && echo.type === asked.type;
  if (!isOurs || echo.class !== 'IN' || more.length > 0)
    throw breach(`is to another question${echo ? `: \`${echo.name}\` ${echo.type}` : ''}`);
}

/** The largest answer over UDP that is not cut on its way; over HTTPS it says nothing, and must be there. */
const edns: Answer = {
  ...{ type: 'OPT', name: '.', udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0, flags: 0 },
  ...{ flag_do: false, options: [] },
};

function whyOf(options: readonly PacketOpt[]): string | null {
  // The types of the library do not know extended errors.
  const found = options.find((each) => (each.code as number) === extendedError)?.data;
  if (!found || found.length < 2) return null;
  const text = found.toString('utf8', 2).replace(/\0$/, '').slice(0, 200);
  return `extended error ${found.readUInt16BE(0)}${text === '' ? '' : `: ${text}`}`;
}

/** A domain name as it is compared: lower case, without the final dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
