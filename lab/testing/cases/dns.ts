import dns from 'dns-packet';
import type { World } from '../../contract.ts';
import { type Look, type ServiceCases, service } from '../service-case.ts';

const knock = { path: '?name=api.example.com&type=A' };

export const dnsCases: ServiceCases = {
  dns: {
    knock,
    own: ['nxdomain', 'servfail', 'hijacked', 'stale-record', 'no-records', 'short-ttl', 'malformed'],
    look: lookUpNames,
  },
  'dns-2': { knock, own: ['stale-record'], look: lookUpNames },
};

async function lookUpNames(world: World, name: string): Promise<Look> {
  const { url } = service(world, name);
  return {
    addresses: await lookUp(url, 'A', 'app.example.com'),
    nameServers: await lookUp(url, 'NS', 'example.com'),
  };
}

/** In wire format; times to live only as long or short, since they count down. */
async function lookUp(url: string, type: 'A' | 'NS', name: string): Promise<unknown> {
  const question = dns.encode({ type: 'query', flags: dns.RECURSION_DESIRED, questions: [{ type, name }] });
  const answer = await fetch(`${url}?dns=${question.toString('base64url')}`);
  try {
    const { flags, answers = [] } = dns.decode(Buffer.from(await answer.arrayBuffer()));
    return {
      flags,
      answers: answers.map((each) => (each.type === 'OPT' ? null : [each.type, each.data, (each.ttl ?? 0) > 60])),
    };
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}
