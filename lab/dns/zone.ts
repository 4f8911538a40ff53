/** The wallet's domains, with addresses and names that are reserved for examples. */
import type { Answer } from 'dns-packet';

export type ZoneRecord = Exclude<Answer, { type: 'OPT' }>;

const nameServers = ['ns1.dns.example.net', 'ns2.dns.example.net'];
const foreignNameServers = ['ns1.parking.example.org', 'ns2.parking.example.org'];

const addresses = (name: string, ...data: string[]): ZoneRecord[] =>
  data.map((each) => ({ name, type: each.includes(':') ? 'AAAA' : 'A', ttl: 300, data: each }));

const alias = (name: string, data: string): ZoneRecord => ({ name, type: 'CNAME', ttl: 600, data });

const delegation = (servers: readonly string[]): ZoneRecord[] =>
  servers.map((data) => ({ name: 'example.com', type: 'NS', ttl: 3600, data }));

const hosts: readonly ZoneRecord[] = [
  ...addresses('example.com', '192.0.2.10', '2001:db8:0:1::10'),
  ...addresses('api.example.com', '192.0.2.20', '192.0.2.21', '2001:db8:0:1::20'),
  ...addresses('link.example.com', '192.0.2.30', '2001:db8:0:1::30'),
  alias('app.example.com', 'wallet.cdn.example.net'),
  ...addresses('wallet.cdn.example.net', '198.51.100.7', '198.51.100.8'),
];

const others: readonly ZoneRecord[] = [
  { name: 'example.com', type: 'MX', ttl: 3600, data: { preference: 10, exchange: 'mail1.example.net' } },
  { name: 'example.com', type: 'MX', ttl: 3600, data: { preference: 20, exchange: 'mail2.example.net' } },
  { name: 'example.com', type: 'TXT', ttl: 3600, data: ['v=spf1 include:_spf.example.net -all'] },
  { name: 'example.com', type: 'CAA', ttl: 3600, data: { flags: 0, tag: 'issue', value: 'pki.example.net' } },
  {
    name: 'example.com',
    type: 'CAA',
    ttl: 3600,
    data: { flags: 0, tag: 'iodef', value: 'mailto:security@example.com' },
  },
];

export const healthyZone: readonly ZoneRecord[] = [...delegation(nameServers), ...hosts, ...others];

/** Every name of ours leads to one foreign address, and the delegation with it. */
export const hijackedZone: readonly ZoneRecord[] = [
  ...delegation(foreignNameServers),
  ...['example.com', 'api.example.com', 'link.example.com', 'app.example.com'].flatMap((name) =>
    addresses(name, '203.0.113.66'),
  ),
];

/** As it was before the last move: the same names at older addresses. */
export const staleZone: readonly ZoneRecord[] = healthyZone.map((record) =>
  record.type === 'A' ? { ...record, data: record.data.replace(/\.(\d+)$/, '.1$1') } : record,
);

/** Stands in answers that say that there is nothing. */
export const authority: ZoneRecord = {
  name: 'example.com',
  type: 'SOA',
  ttl: 900,
  data: {
    ...{ mname: 'ns1.dns.example.net', rname: 'hostmaster.example.net', serial: 2026110100 },
    ...{ refresh: 7200, retry: 900, expire: 1_209_600, minimum: 300 },
  },
};
