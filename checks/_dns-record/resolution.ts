import type { Answer, RecordType } from 'dns-packet';
import { CheckFailure, type Http } from 'runlight/check';
import { askResolver, type Message, plainName } from './message.ts';

/** What a name resolves to, its aliases followed. */
export interface Resolution extends Omit<Message, 'answers' | 'age'> {
  /** Records of the asked type, sorted, as texts. */
  records: readonly string[];
  /** Seconds: the shortest time to live on the way; `null` where there is no record. */
  ttl: number | null;
  /** The records that led there, one a line, for people. */
  told: string;
}

type Typed = Exclude<Answer, { type: 'OPT' }>;

const maxAliases = 16;
/** Larger times to live count as 0: RFC 2181, 8. */
const maxTtl = 0x7fffffff;

/**
 * Asks a resolver and follows the aliases of its answer from the asked name on. Only records of that
 * name, or of what it is an alias of, count: anything else in the answer says nothing about it.
 * Aliases that lead round in a circle are `protocol`.
 */
export async function resolve(http: Http, name: string, type: RecordType): Promise<Resolution> {
  const { answers, age, ...message } = await askResolver(http, name, type);
  const usable = answers.filter((each): each is Typed => each.type !== 'OPT' && each.class === 'IN');
  const way: Typed[] = [];
  let at = plainName(name);
  for (let alias = aliasOf(at); alias && type !== 'CNAME'; alias = aliasOf(at)) {
    way.push(alias);
    at = plainName(String(alias.data));
    if (way.length > maxAliases)
      throw new CheckFailure('protocol', `The aliases of \`${name}\` lead round in a circle, or on for ever.`);
  }
  const found = usable.filter((each) => each.type === type && plainName(each.name) === at);
  const used = [...way, ...found];
  const ttls = used.map(({ ttl = 0 }) => (ttl > maxTtl ? 0 : ttl));
  return {
    ...message,
    records: [...new Set(found.map(asText))].sort(),
    ttl: found.length === 0 ? null : Math.max(0, Math.min(...ttls) - age),
    told: [message.rcode, ...used.map((each) => `${each.name} ${each.ttl ?? 0} ${each.type} ${asText(each)}`)].join(
      '\n',
    ),
  };

  function aliasOf(owner: string): Typed | undefined {
    return usable.find((each) => each.type === 'CNAME' && plainName(each.name) === owner);
  }
}

function asText(record: Typed): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.data;
    case 'CNAME':
    case 'NS':
      return plainName(record.data);
    case 'MX':
      return `${record.data.preference ?? 0} ${plainName(record.data.exchange)}`;
    case 'CAA':
      return `${record.data.flags ?? 0} ${record.data.tag} "${record.data.value}"`;
    case 'TXT':
      return Buffer.concat([record.data].flat().map((part) => Buffer.from(part as Buffer))).toString('utf8');
    default:
      return '';
  }
}
