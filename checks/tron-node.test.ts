import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { type Answers, serveAnswers } from '../tests/contract/fake-rest.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { attemptInLab, whileBroken } from '../tests/contract/lab-attempt.ts';
import { closedPort } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

interface Sketch {
  head?: number;
  /** Seconds. */
  age?: number;
  solid?: number;
  branch?: string;
}

function block(number: number, branch: string, timestamp: number) {
  const blockID = number.toString(16).padStart(16, '0') + branch.repeat(48);
  return { blockID, block_header: { raw_data: { number, timestamp }, witness_signature: '00' } };
}

function node({ head = 9000, age = 2, solid = 8981, branch = 'a' }: Sketch = {}, more: Answers = {}): Answers {
  const timeOf = (number: number): number => Date.now() - age * 1000 - (head - number) * 3000;
  return {
    '/wallet/getnowblock': () => block(head, branch, timeOf(head)),
    '/walletsolidity/getnowblock': () => block(solid, branch, timeOf(solid)),
    '/wallet/getblock': (body: string) => {
      const number = Number((JSON.parse(body) as { id_or_num: string }).id_or_num);
      return number > head ? {} : block(number, branch, timeOf(number));
    },
    '/wallet/getnodeinfo': { currentConnectCount: 30, activeConnectCount: 8, passiveConnectCount: 22, peerList: [] },
    ...more,
  };
}

const allRows: NonNullable<AttemptSketch['rows']> = {
  blockNumber: '> 0',
  latency: '< 5 s',
  blockAge: '< 60 s',
  solidityLag: '<= 40 blocks',
  connections: '>= 1',
  activeConnections: '>= 1',
  lag: '<= 5 blocks',
  agrees: '= true',
};

async function ask(first: Answers, second: Answers | null = node(), rows = allRows) {
  await using main = await serveAnswers(first);
  await using peer = await serveAnswers(second ?? {});
  const targets = [
    targetAt(main.url, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({ check: 'tron-node', targets, params: { target: 'first' }, rows });
  const value = (name: string) => outcome.readings.find((reading) => reading.name === name)?.value;
  return { ...outcome, value, asked: main.asked, peerAsked: peer.asked };
}

const mistake = (text: string) => ({ Error: text });

describe('tron-node', () => {
  it('passes a node that keeps up, solidifies and agrees', async () => {
    const { verdict, readings, value } = await ask(node());
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
    expect([value('solidityLag'), value('connections'), value('activeConnections')]).toEqual([19, 30, 8]);
  });

  it('asks only what the rows need', async () => {
    const { asked, peerAsked } = await ask(node(), node(), { blockAge: '< 60 s' });
    expect([asked, peerAsked]).toEqual([['/wallet/getnowblock'], []]);
  });

  it.each([
    ['an old head', node({ age: 300 }), '`blockAge` is 5 min'],
    ['solidity that stands still', node({ solid: 8000 }), '`solidityLag` is 1000 blocks'],
    [
      'no connection',
      node({}, { '/wallet/getnodeinfo': { currentConnectCount: 0, activeConnectCount: 0 } }),
      '`connections` is 0',
    ],
    ['a head far behind its peer', node({ head: 8950, solid: 8931 }), '`lag` is 50 blocks'],
  ])('fails a node with %s', async (_, answers, message) => {
    const { verdict, reason } = await ask(answers);
    expect([verdict, reason?.code]).toEqual(['fail', 'expectation']);
    expect(reason?.message).toContain(message);
  });

  it('says that it disagrees where the peer has another block at the same height', async () => {
    const { reason, readings } = await ask(node(), node({ head: 9002, branch: 'b' }));
    expect(reason).toMatchObject({
      code: 'disagrees',
      message: 'At block 9000 `first` has the hash `0000000000…aaaaaa` and `second` has `0000000000…bbbbbb`.',
    });
    expect(readings.find(({ name }) => name === 'lag')?.value).toBe(2);
  });

  it('compares at the lower height when the peer is behind', async () => {
    const { verdict, value } = await ask(node(), node({ head: 8990 }));
    expect([verdict, value('lag')]).toEqual(['pass', 0]);
  });

  it('reads numbers that are written as texts', async () => {
    const { number, timestamp } = { number: '9000', timestamp: String(Date.now()) };
    const raw_data = { number, timestamp };
    const answers = { '/wallet/getnowblock': { blockID: block(9000, 'a', 0).blockID, block_header: { raw_data } } };
    expect((await ask(node({}, answers))).verdict).toBe('pass');
  });

  it('does not blame the target for its peer', async () => {
    await using main = await serveAnswers(node());
    const targets = [
      targetAt(main.url, { name: 'first', peers: ['second'] }),
      targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'second' }),
    ];
    const { verdict, reason } = await attempt({
      check: 'tron-node',
      targets,
      params: { target: 'first' },
      rows: allRows,
    });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('`lag` and `agrees` could not be taken: the peer `second` could not be asked');
    expect((await ask(node(), null)).reason?.message).toContain('has no peer to compare with');
    const limited = node({ head: 9003 }, { '/wallet/getblock': mistake('lack of computing resources') });
    const { reason: half } = await ask(node(), limited);
    expect(half).toMatchObject({ code: 'degraded', message: expect.stringContaining('`agrees` could not be taken') });
  });

  it.each([
    ['class java.lang.IllegalAccessException : lack of computing resources', 'rate-limited'],
    ['The key exceeds the frequency limit(30), and the query server is suspended for 30s', 'rate-limited'],
    ['class java.lang.NullPointerException : null', 'protocol'],
    ['', 'protocol'],
  ])('reads `Error` inside a 200: %s', async (text, code) => {
    for (const path of [
      '/wallet/getnowblock',
      '/walletsolidity/getnowblock',
      '/wallet/getnodeinfo',
      '/wallet/getblock',
    ]) {
      const { reason } = await ask(node({ head: 9003 }, { [path]: { ...block(9000, 'a', 1), ...mistake(text) } }));
      expect([path, reason?.code]).toEqual([path, code]);
    }
  });

  it.each([
    ['no block', { '/wallet/getnowblock': {} }, 'with `{}`, which means that it has no block'],
    ['a text that is no JSON', { '/wallet/getnowblock': 'this API is closed' }, 'is no JSON'],
    ['a block from the future', node({ age: -600 }), 'in the future'],
    ['solidity above the head', node({ solid: 9_500 }), 'block 9500 is solidified, but its newest block is 9000'],
    ['an id that is none', { '/wallet/getnowblock': { ...block(9000, 'a', 1), blockID: '0x1' } }, '64 hexadecimal'],
    ['a height beyond reason', { '/wallet/getnowblock': block(2 ** 60, 'a', 1) }, 'Expected a whole number'],
    [
      'a count below zero',
      { '/wallet/getnodeinfo': { currentConnectCount: -1, activeConnectCount: 0 } },
      'whole number',
    ],
  ])('calls %s a breach of the protocol', async (_, answers, message) => {
    const { reason } = await ask(node({}, answers));
    expect(reason).toMatchObject({ code: 'protocol', message: expect.stringContaining(message) });
  });

  it('calls another block than the one that was asked for a breach of the protocol', async () => {
    const answers = { '/wallet/getblock': block(5, 'a', 1) };
    expect((await ask(node({ head: 9003 }, answers))).reason).toMatchObject({
      code: 'protocol',
      message: '`first` was asked for block 9000 and answered with block 5.',
    });
  });

  it.each(['/wallet/getnowblock', '/walletsolidity/getnowblock', '/wallet/getnodeinfo'])(
    'is never healthy, and never breaks, whatever `%s` answers',
    async (path) => {
      for (const value of hostileValues) {
        const { verdict } = await ask(node({}, { [path]: value }));
        expect([value, verdict]).toEqual([value, 'fail']);
      }
    },
  );

  it('is never healthy, and never breaks, whatever is answered for a block at a height', async () => {
    for (const value of hostileValues) {
      const { verdict } = await ask(node({ head: 9003 }, { '/wallet/getblock': value }));
      expect([value, verdict]).toEqual([value, 'fail']);
    }
  });
});

describe('tron-node in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['tron-node'] });
  });
  afterAll(() => world.stop());
  const look = () => attemptInLab(world, 'tron-node', { check: 'tron-node', rows: allRows });

  it.each([
    ['stale-head', 'expectation', '`blockAge` is 5 min'],
    ['lagging', 'expectation', '`lag` is 1'],
    ['fork', 'disagrees', '`tron-node` has the hash'],
    ['no-peers', 'expectation', '`connections` is 0'],
    ['empty-block', 'protocol', 'it has no block'],
    ['lack-of-resources', 'rate-limited', 'lack of computing resources'],
    ['solidity-stalled', 'expectation', '`solidityLag` is 40'],
  ])('sees `%s`, and that it is mended', async (fault, code, message) => {
    const { broken, mended } = await whileBroken(world, `tron-node.${fault}`, look);
    expect(broken.reason).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(broken.verdict).toBe('fail');
    expect(mended.verdict).toBe('pass');
  });

  it('is not troubled by a peer that stands still', async () => {
    const { broken } = await whileBroken(world, 'tron-node-2.stale-head', look);
    expect(broken.verdict).toBe('pass');
  });
});
