// Long because it is one check, against made answers and against the lab.
import dns, { type Answer, type Packet } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { closedPort, serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Reply = Partial<Packet> & { bytes?: Buffer; headers?: Record<string, string> };
type Row = Exclude<Answer, { type: 'OPT' }>;

const wellFlags = dns.RECURSION_DESIRED | dns.RECURSION_AVAILABLE | dns.AUTHENTIC_DATA;
const a = (name: string, data: string, ttl = 300): Row => ({ name, type: 'A', ttl, data });
const cname = (name: string, data: string, ttl = 600): Row => ({ name, type: 'CNAME', ttl, data });

/** A resolver of which a test says the answer; what it does not say is as it should be. */
async function serveReply({ bytes, headers, ...reply }: Reply) {
  const questions: Packet[] = [];
  const server = await serve((request, response) => {
    const asked = new URL(request.url ?? '', 'http://x').searchParams.get('dns') ?? '';
    const question = dns.decode(Buffer.from(asked, 'base64url'));
    questions.push(question);
    response.writeHead(200, { 'content-type': 'application/dns-message', ...headers });
    response.end(
      bytes ?? dns.encode({ type: 'response', id: 0, flags: wellFlags, questions: question.questions ?? [], ...reply }),
    );
  });
  return { url: server.url, questions, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const allRows: AttemptSketch['rows'] = {
  rcode: '= NOERROR',
  records: 'present',
  count: '>= 1',
  ttl: '> 1 s',
  authenticated: '= true',
  latency: '< 5 s',
};

async function ask(
  reply: Reply,
  rows: AttemptSketch['rows'] = allRows,
  { type = 'A', name = 'api.example.com', peer = null as Reply | null, ...more } = {},
) {
  await using server = await serveReply(reply);
  await using other = await serveReply(peer ?? {});
  const outcome = await attempt({
    check: 'dns-record',
    targets: [targetAt(server.url), targetAt(other.url, { name: 'other' })],
    params: { target: 'service', name, type, ...(peer ? { peer: 'other' } : {}), ...more },
    rows: rows ?? {},
  });
  const values = Object.fromEntries(outcome.readings.map(({ name: reading, value }) => [reading, value]));
  return { ...outcome, values, questions: server.questions };
}

const latencyAlone = { latency: '< 5 s' };

describe('dns-record', () => {
  it('reads the records of a name, sorted', async () => {
    const answers = [a('API.example.com.', '192.0.2.21', 60), a('api.example.com', '192.0.2.20')];
    const { verdict, values, questions } = await ask({ answers });
    expect(verdict).toBe('pass');
    expect(values).toMatchObject({
      rcode: 'NOERROR',
      records: '192.0.2.20, 192.0.2.21',
      count: 2,
      ttl: 60,
      authenticated: true,
    });
    expect(questions[0]).toMatchObject({ id: 0, flag_rd: true, flag_ad: true });
  });

  it.each<[string, Row['data'], string]>([
    ['AAAA', '2001:db8:0:0:0:0:0:1', '2001:db8::1'],
    ['NS', 'NS1.Dns.Example.NET', 'ns1.dns.example.net'],
    ['CNAME', 'Edge.example.net', 'edge.example.net'],
    ['MX', { preference: 10, exchange: 'Mail.example.net' }, '10 mail.example.net'],
    ['TXT', ['v=spf1 ', '-all'], 'v=spf1 -all'],
    ['CAA', { flags: 0, tag: 'issue', value: 'pki.example.net' }, '0 issue "pki.example.net"'],
  ])('writes %s records as people do', async (type, data, text) => {
    const answers = [{ name: 'api.example.com', type, ttl: 60, data } as Row];
    expect((await ask({ answers }, allRows, { type })).values).toMatchObject({ records: text, count: 1 });
  });

  it('follows aliases, and takes nothing that they do not lead to', async () => {
    const answers = [
      a('edge.example.net', '198.51.100.7', 90),
      cname('cdn.example.net', 'edge.example.net', 20),
      cname('api.example.com', 'CDN.example.net'),
      a('evil.example.org', '203.0.113.66', 1),
      { ...a('edge.example.net', '203.0.113.1'), class: 'CH' } as Row,
    ];
    expect((await ask({ answers })).values).toMatchObject({ records: '198.51.100.7', count: 1, ttl: 20 });
    const asAlias = await ask({ answers }, allRows, { type: 'CNAME' });
    expect(asAlias.values).toMatchObject({ records: 'cdn.example.net', count: 1, ttl: 600 });
  });

  it('does not follow aliases round in a circle', async () => {
    const answers = [cname('api.example.com', 'b.example.com'), cname('b.example.com', 'api.example.com')];
    expect(await ask({ answers })).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it('takes off what an answer has aged in a cache, and no absurd time to live', async () => {
    const answers = [a('api.example.com', '192.0.2.20', 300)];
    expect((await ask({ answers, headers: { age: '100' } })).values.ttl).toBe(200);
    expect((await ask({ answers, headers: { age: '1e999' } })).values.ttl).toBe(0);
    expect((await ask({ answers, headers: { age: '-50' } })).values.ttl).toBe(300);
    expect((await ask({ answers: [a('api.example.com', '192.0.2.20', 0xffffffff)] })).values.ttl).toBe(0);
  });

  it.each([
    [2, 'SERVFAIL', 'SERVFAIL for `api.example.com`: it could not find out.'],
    [3, 'NXDOMAIN', 'NXDOMAIN for `api.example.com`: there is no such name.'],
    [5, 'REFUSED', 'REFUSED for `api.example.com`: it does not answer us.'],
    [13, 'RCODE13', 'RCODE13 for `api.example.com`.'],
  ])('is never green over response code %i', async (code, rcode, sentence) => {
    const reply = { flags: wellFlags | code, answers: [a('api.example.com', '192.0.2.20')] };
    expect(await ask(reply, latencyAlone)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: `\`service\` answers ${sentence}` },
    });
    const spoken = await ask(reply, { rcode: '= NOERROR' });
    expect(spoken.reason?.message).toBe(`\`rcode\` is \`${rcode}\`; expected \`= NOERROR\`.`);
    expect((await ask({ ...reply, answers: [] }, { rcode: `= ${rcode}`, count: '= 0' })).verdict).toBe('pass');
  });

  it('is never green because there is no record', async () => {
    for (const rows of [latencyAlone, { rcode: '= NOERROR' }, { authenticated: '= true' }]) {
      expect(await ask({}, rows)).toMatchObject({
        verdict: 'fail',
        reason: { code: 'expectation', message: '`api.example.com` exists, and has no A record.' },
      });
    }
    expect((await ask({}, { records: 'present' })).verdict).toBe('fail');
    expect((await ask({}, { records: 'absent', count: '= 0', ttl: 'absent' })).verdict).toBe('pass');
    expect((await ask({ answers: [cname('api.example.com', 'gone.example.net')] }, { count: '>= 1' })).verdict).toBe(
      'fail',
    );
  });

  it('says why a resolver found nothing, where it says so, and knows codes beyond 15', async () => {
    const opt = (extendedRcode: number, data: Buffer) => ({
      ...{ type: 'OPT', name: '.', udpPayloadSize: 1232, extendedRcode, ednsVersion: 0, flags: 0, flag_do: false },
      options: [{ code: 15, data }],
    });
    const bogus = Buffer.concat([Buffer.from([0, 6]), Buffer.from('no SEP matching the DS \u001b[2J')]);
    const servfail = { flags: wellFlags | 2, additionals: [opt(0, bogus) as unknown as Answer] };
    expect((await ask(servfail, latencyAlone)).reason?.message).toContain(
      'The resolver says: extended error 6: no SEP matching the DS \\u{1b}[2J.',
    );
    const badVersion = { additionals: [opt(1, Buffer.from([0])) as unknown as Answer] };
    expect((await ask(badVersion, { rcode: 'present', count: '= 0' })).values.rcode).toBe('BADVERS');
  });

  it('takes only names and types that can be asked', async () => {
    for (const name of ['a..b', '-a.example', `${'a'.repeat(64)}.example`, 'a b', 'x?dns=y', `${'a.'.repeat(130)}b`])
      expect(await ask({}, allRows, { name })).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    expect(await ask({}, allRows, { type: 'ANY' })).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    const answers = [a('_dmarc.example.com', '192.0.2.1')];
    expect((await ask({ answers }, allRows, { name: '_dmarc.Example.com.' })).verdict).toBe('pass');
  });
});

describe('a resolver that does not keep to the protocol', () => {
  const question = { type: 'A', name: 'api.example.com' } as const;
  const good: Packet = {
    ...{ type: 'response', id: 0, flags: wellFlags, questions: [question] },
    answers: [a('api.example.com', '192.0.2.20')],
  };
  const whole = dns.encode(structuredClone(good));
  const patched = (...patches: [offset: number, value: number][]): Buffer => {
    const bytes = Buffer.from(whole);
    for (const [offset, value] of patches) bytes.writeUInt16BE(value, offset);
    return bytes;
  };

  it.each<[string, Reply, string]>([
    ['another question', { questions: [{ type: 'A', name: 'evil.example.org' }] }, 'is to another question: `evil'],
    ['another type', { questions: [{ type: 'AAAA', name: 'api.example.com' }] }, 'is to another question'],
    ['another class', { questions: [{ ...question, class: 'CH' }] }, 'is to another question'],
    ['no question', { questions: [] }, 'is to another question'],
    ['two questions', { questions: [question, question] }, 'is to another question'],
    ['another id', { id: 7 }, 'is no answer to our question'],
    ['a question in place of an answer', { type: 'query' }, 'is no answer to our question'],
    ['another operation', { flags: wellFlags | (4 << 11) }, 'is no answer to our question'],
    ['a truncated answer', { flags: wellFlags | dns.TRUNCATED_RESPONSE }, 'is truncated'],
    ['an empty body', { bytes: Buffer.alloc(0) }, 'is no DNS message'],
    ['a body of text', { bytes: Buffer.from('{"error":"not found"}') }, 'is no DNS message'],
    ['zeros', { bytes: Buffer.alloc(512) }, 'is no'],
    ['a message that was cut in the middle', { bytes: whole.subarray(0, whole.length - 2) }, 'is no DNS message'],
    ['a message with something after its end', { bytes: Buffer.concat([whole, whole]) }, 'is no DNS message'],
    ['more records than there are', { bytes: patched([6, 9]) }, 'is no DNS message'],
    ['65535 of everything', { bytes: patched([4, 0xffff], [6, 0xffff], [8, 0xffff]) }, 'is no DNS message'],
    ['a name that points at itself', { bytes: patched([12, 0xc00c]) }, 'is no DNS message'],
    ['a message larger than can be', { bytes: Buffer.alloc(70_000) }, 'larger than a DNS message can be'],
    ['an HTML page', { headers: { 'content-type': 'text/html' } }, 'is `text/html`; expected a DNS message'],
    ['no content type', { headers: { 'content-type': '' } }, 'expected a DNS message'],
  ])('fails %s', async (_, reply, sentence) => {
    const { verdict, reason } = await ask({ answers: good.answers ?? [], ...reply }, latencyAlone);
    expect({ verdict, code: reason?.code }).toEqual({ verdict: 'fail', code: 'protocol' });
    expect(reason?.message).toContain(sentence);
  });

  it('takes the whole message', async () => {
    expect((await ask({ bytes: whole }, latencyAlone)).verdict).toBe('pass');
  });
});

describe('a second resolver', () => {
  const here = { answers: [a('api.example.com', '192.0.2.20')] };
  const rows = { agrees: '= true', latency: '< 5 s' };

  it('agrees whatever the order and the time left', async () => {
    const two = [a('api.example.com', '192.0.2.21', 9), a('api.example.com', '192.0.2.20', 300)];
    expect(await ask({ answers: two }, rows, { peer: { answers: two.toReversed() } })).toMatchObject({
      verdict: 'pass',
      values: { agrees: true },
    });
  });

  it('disagrees when it has other records, or none', async () => {
    const other = await ask(here, rows, { peer: { answers: [a('api.example.com', '203.0.113.66')] } });
    expect(other).toMatchObject({
      verdict: 'fail',
      reason: {
        code: 'disagrees',
        message: '`service` says `192.0.2.20` of `api.example.com` A, and `other` says `203.0.113.66`.',
      },
      values: { agrees: false },
    });
    expect((await ask(here, latencyAlone, { peer: {} })).reason?.message).toContain('`other` says no record');
    const gone = await ask(here, rows, { peer: { flags: wellFlags | 3 } });
    expect(gone.reason?.message).toContain('`other` says NXDOMAIN');
  });

  it('is the peer’s fault when it is silent, broken or could not find out', async () => {
    for (const peer of [{ flags: wellFlags | 2 }, { bytes: Buffer.from('oops') }, { id: 3 }]) {
      expect(await ask(here, rows, { peer })).toMatchObject({ verdict: 'warn', reason: { code: 'degraded' } });
    }
    await using server = await serveReply(here);
    const targets = [
      targetAt(server.url, { peers: ['other'] }),
      targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'other' }),
    ];
    const params = { target: 'service', name: 'api.example.com' };
    const { verdict, reason } = await attempt({ check: 'dns-record', targets, params, rows });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('`agrees` could not be taken: the peer `other` could not be asked');
  });
});

describe('the resolvers of the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['dns'] });
  });
  afterAll(() => world.stop());

  const look = async (name: string, type: string, records: string, rows: AttemptSketch['rows'] = {}) => {
    const target = (service: string) => targetAt(world.state.services[service]?.url ?? '', { name: service });
    const { verdict, reason } = await attempt({
      check: 'dns-record',
      targets: [target('dns'), target('dns-2')],
      params: { target: 'dns', peer: 'dns-2', name, type },
      rows: { records: `= "${records}"`, ttl: '>= 30 s', authenticated: '= true', agrees: '= true', ...rows },
    });
    return reason ? `${verdict} ${reason.code}` : verdict;
  };
  const all = async () => [
    await look('api.example.com', 'A', '192.0.2.20, 192.0.2.21'),
    await look('app.example.com', 'A', '198.51.100.7, 198.51.100.8'),
    await look('example.com', 'NS', 'ns1.dns.example.net, ns2.dns.example.net'),
  ];
  const healthy = ['pass', 'pass', 'pass'];
  const every = (one: string): string[] => [one, one, one];

  it.each([
    ['nxdomain', every('fail expectation')],
    ['servfail', every('fail expectation')],
    ['hijacked', every('fail disagrees')],
    ['stale-record', ['fail disagrees', 'fail disagrees', 'pass']],
    ['no-records', every('fail disagrees')],
    ['short-ttl', every('fail expectation')],
    ['malformed', every('fail protocol')],
  ])('%s is seen, and its end', async (fault, seen) => {
    expect(await all()).toEqual(healthy);
    await world.break(`dns.${fault}`);
    expect(await all()).toEqual(seen);
    await world.mend();
    expect(await all()).toEqual(healthy);
  });

  it('a stale peer disagrees, too, and a silent one is no fault of the target', async () => {
    await world.break('dns-2.stale-record');
    expect(await look('api.example.com', 'A', '192.0.2.20, 192.0.2.21')).toBe('fail disagrees');
    await world.break('dns-2.http-503');
    expect(await look('api.example.com', 'A', '192.0.2.20, 192.0.2.21')).toBe('warn degraded');
    await world.mend();
    expect(await all()).toEqual(healthy);
  });

  it('has every kind of record', async () => {
    expect(await look('example.com', 'MX', '10 mail1.example.net, 20 mail2.example.net')).toBe('pass');
    expect(await look('example.com', 'TXT', 'v=spf1 include:_spf.example.net -all')).toBe('pass');
    expect(await look('app.example.com', 'CNAME', 'wallet.cdn.example.net')).toBe('pass');
    expect(await look('api.example.com', 'AAAA', '2001:db8:0:1::20')).toBe('pass');
    const caa = { records: 'matches /issue "pki\\.example\\.net"/' };
    expect(await look('example.com', 'CAA', '', caa)).toBe('pass');
    expect(await look('example.com', 'CNAME', '', { records: 'absent', ttl: 'absent' })).toBe('pass');
  });
});
