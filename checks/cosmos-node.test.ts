import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { type Answers, serveAnswers } from '../tests/contract/fake-rest.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { attemptInLab, whileBroken } from '../tests/contract/lab-attempt.ts';
import { closedPort } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString().replace('Z', '481526Z');

/** An answer to `/status` with these keys of `sync_info` and this network. */
function node({ network = 'cosmoshub-4' as unknown, age = 4, ...sync }: Record<string, unknown> = {}): Answers {
  return {
    '/status': () => ({
      jsonrpc: '2.0',
      id: -1,
      result: {
        node_info: { network, version: '0.38.19' },
        sync_info: {
          latest_block_height: '9000',
          latest_block_time: ago(Number(age)),
          catching_up: false,
          ...sync,
        },
      },
    }),
  };
}

const failing = (error: unknown): Answers => ({ '/status': { jsonrpc: '2.0', id: -1, error } });

const allRows: NonNullable<AttemptSketch['rows']> = {
  chainId: '= cosmoshub-4',
  catchingUp: '= false',
  height: '> 0',
  blockAge: '< 60 s',
  latency: '< 5 s',
  lag: '<= 3 blocks',
};

async function ask(first: Answers, second: Answers | null = node(), rows = allRows) {
  await using main = await serveAnswers(first);
  await using peer = await serveAnswers(second ?? {});
  const targets = [
    targetAt(main.url, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({ check: 'cosmos-node', targets, params: { target: 'first' }, rows });
  const value = (name: string) => outcome.readings.find((reading) => reading.name === name)?.value;
  return { ...outcome, value, asked: main.asked, peerAsked: peer.asked };
}

describe('cosmos-node', () => {
  it('passes a node that keeps up', async () => {
    const { verdict, readings, value, asked } = await ask(node());
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
    expect([value('height'), asked]).toEqual([9000, ['/status']]);
  });

  it('asks the peer only where a row needs it', async () => {
    const { peerAsked } = await ask(node(), node(), { catchingUp: '= false' });
    expect(peerAsked).toEqual([]);
  });

  it.each([
    ['the wrong network', node({ network: 'theta-testnet-001' }), null, '`chainId` is `theta-testnet-001`'],
    ['an old head', node({ age: 600 }), node(), '`blockAge` is 10 min'],
    ['no block at all', node({ latest_block_time: '0001-01-01T00:00:00Z' }), node(), '`blockAge` is'],
    ['old blocks to catch up with', node({ catching_up: true }), node(), '`catchingUp` is true'],
    ['a head behind its peer', node(), node({ latest_block_height: '9040' }), '`lag` is 40 blocks'],
  ])('fails a node with %s', async (_, answers, peer, message) => {
    const { lag, ...withoutPeer } = allRows;
    const { verdict, reason } = await ask(answers, peer, peer ? allRows : withoutPeer);
    expect([verdict, reason?.code]).toEqual(['fail', 'expectation']);
    expect(reason?.message).toContain(message);
  });

  it('says that it disagrees where the peer is on another network', async () => {
    const { reason, value } = await ask(node(), node({ network: 'osmosis-1', latest_block_height: '80' }));
    expect(reason).toMatchObject({
      code: 'disagrees',
      message: '`first` is on the network `cosmoshub-4` and `second` on `osmosis-1`.',
    });
    expect(value('height')).toBe(9000);
  });

  it('is not behind a peer that is, and forgives a block that came between two questions', async () => {
    expect((await ask(node(), node({ latest_block_height: '8000' }))).value('lag')).toBe(0);
    let height = 9_000;
    const growing: Answers = {
      '/status': () => {
        height += 5;
        return (node({ latest_block_height: String(height) })['/status'] as () => unknown)();
      },
    };
    expect((await ask(growing, node({ latest_block_height: '9010' }))).value('lag')).toBe(0);
  });

  it('does not blame the target for its peer', async () => {
    await using main = await serveAnswers(node());
    const targets = [
      targetAt(main.url, { name: 'first', peers: ['second'] }),
      targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'second' }),
    ];
    const params = { target: 'first' };
    const { verdict, reason } = await attempt({ check: 'cosmos-node', targets, params, rows: allRows });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('`lag` could not be taken: the peer `second` could not be asked');
    expect((await ask(node(), null)).reason?.message).toContain('has no peer to compare with');
    expect((await ask(node(), failing({ code: -32603, message: 'Internal error' }))).reason?.code).toBe('degraded');
  });

  it.each([
    [{ code: -32603, message: 'Internal error', data: 'no newest block' }, 'protocol'],
    [{ code: 429, message: 'slow down' }, 'rate-limited'],
    [{ code: -32000, message: 'Too many requests' }, 'rate-limited'],
    ['rate limit exceeded', 'rate-limited'],
    [{ message: 7 }, 'protocol'],
    [[], 'protocol'],
  ])('reads an error inside a 200: %j', async (error, code) => {
    expect((await ask(failing(error))).reason?.code).toBe(code);
  });

  it.each([
    ['no envelope', { '/status': { node_info: {}, sync_info: {} } }, 'The status is not what its protocol says'],
    ['a height that is none', node({ latest_block_height: '12e3' }), 'whole number'],
    ['a height beyond reason', node({ latest_block_height: '9'.repeat(30) }), 'whole number'],
    ['a time that is none', node({ latest_block_time: 'yesterday' }), 'RFC 3339'],
    ['a block from the future', node({ age: -600 }), 'in the future'],
    ['a text for `catching_up`', node({ catching_up: 'false' }), '`sync_info.catching_up`'],
    ['a number for its network', node({ network: 4 }), '`node_info.network`'],
  ])('calls %s a breach of the protocol', async (_, answers, message) => {
    const { reason } = await ask(answers);
    expect(reason).toMatchObject({ code: 'protocol', message: expect.stringContaining(message) });
  });

  it('is never healthy, and never breaks, whatever `/status` answers', async () => {
    for (const value of hostileValues) {
      expect([value, (await ask({ '/status': value })).verdict]).toEqual([value, 'fail']);
      expect([value, (await ask({ '/status': { result: value } })).verdict]).toEqual([value, 'fail']);
      for (const key of ['network', 'latest_block_height', 'latest_block_time', 'catching_up'])
        expect([key, value, (await ask(node({ [key]: value }))).verdict]).toEqual([key, value, 'fail']);
    }
  });
});

describe('cosmos-node in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['cosmos-node'] });
  });
  afterAll(() => world.stop());
  const look = () => attemptInLab(world, 'cosmos-node', { check: 'cosmos-node', rows: allRows });

  it.each([
    ['stale-head', 'expectation', '`blockAge` is '],
    ['lagging', 'expectation', '`lag` is '],
    ['catching-up', 'expectation', '`catchingUp` is true'],
    ['wrong-network', 'disagrees', '`cosmos-node` is on the network `theta-testnet-001`'],
    ['error-in-200', 'protocol', '-32603: Internal error'],
  ])('sees `%s`, and that it is mended', async (fault, code, message) => {
    const { broken, mended } = await whileBroken(world, `cosmos-node.${fault}`, look);
    expect(broken.reason).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(broken.verdict).toBe('fail');
    expect(mended.verdict).toBe('pass');
  });

  it('is not troubled by a peer that stands still', async () => {
    const { broken } = await whileBroken(world, 'cosmos-node-2.stale-head', look);
    expect(broken.verdict).toBe('pass');
  });
});
