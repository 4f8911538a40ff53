import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { type Methods, RpcError, serveNode } from '../tests/contract/fake-node.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { attemptInLab, whileBroken } from '../tests/contract/lab-attempt.ts';
import { closedPort } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const mainnet = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
const now = (): number => Math.floor(Date.now() / 1000);

const node = (more: Methods = {}): Methods => ({
  getHealth: 'ok',
  getSlot: 1_000,
  getBlockTime: () => now() - 2,
  getGenesisHash: mainnet,
  getRecentPerformanceSamples: [{ slot: 990, numSlots: 280, samplePeriodSecs: 60, numTransactions: 1 }],
  ...more,
});

const allRows: NonNullable<AttemptSketch['rows']> = {
  slot: '> 0',
  latency: '< 5 s',
  healthy: '= true',
  slotsBehind: '< 150 slots',
  blockAge: '< 60 s',
  lag: '< 150 slots',
  slotTime: 'between 100 ms and 1 s',
  genesisHash: `= ${mainnet}`,
  cluster: '= mainnet-beta',
};

async function ask(first: Methods, second: Methods | null = node(), rows = allRows, params = {}) {
  await using main = await serveNode(first);
  await using peer = await serveNode(second ?? {});
  const targets = [
    targetAt(main.url, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({ check: 'solana-rpc', targets, params: { target: 'first', ...params }, rows });
  const value = (name: string) => outcome.readings.find((reading) => reading.name === name)?.value;
  return { ...outcome, value, asked: main.asked, peerAsked: peer.asked };
}

describe('solana-rpc', () => {
  it('passes a node that is healthy and keeps up', async () => {
    const { verdict, readings, value } = await ask(node());
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
    expect(value('slotTime')).toBe(214.3);
  });

  it('asks only what the rows need', async () => {
    const { asked, peerAsked } = await ask(node(), node(), { slot: '> 0' });
    expect([asked, peerAsked]).toEqual([['getSlot'], []]);
  });

  it('asks for the slot at the commitment of the block', async () => {
    const slots: unknown[] = [];
    const getSlot = (config: { commitment: string }) => {
      slots.push(config.commitment);
      return 1_000;
    };
    await ask(node({ getSlot }), node({ getSlot }), { lag: '< 1 slot' }, { commitment: 'finalized' });
    expect(slots).toEqual(['finalized', 'finalized']);
  });

  it('takes -32005 for what it means here, with the distance that the node tells', async () => {
    const behind = new RpcError(-32005, 'Node is behind by 42 slots', { numSlotsBehind: 42 });
    const { verdict, reason, value, evidence } = await ask(node({ getHealth: behind }));
    expect([verdict, reason?.code]).toEqual(['fail', 'expectation']);
    expect([value('healthy'), value('slotsBehind')]).toEqual([false, 42]);
    expect(evidence).toContainEqual(
      expect.objectContaining({ title: 'Health', text: 'first: -32005 Node is behind by 42 slots' }),
    );
  });

  it.each([{ numSlotsBehind: null }, { numSlotsBehind: -3 }, { numSlotsBehind: 'many' }, 'no data', null])(
    'does not make up a distance from %j',
    async (data) => {
      const { reason, value } = await ask(node({ getHealth: new RpcError(-32005, 'Node is unhealthy', data) }));
      expect(reason?.message).toContain('`healthy` is false');
      expect([value('healthy'), value('slotsBehind')]).toEqual([false, null]);
    },
  );

  it('asks once more for the time of a slot that another node of the pool does not have yet', async () => {
    let times = 0;
    const getBlockTime = () => (times++ === 0 ? new RpcError(-32004, 'Block not available for slot 1000') : now());
    expect((await ask(node({ getBlockTime }))).verdict).toBe('pass');
    const never = new RpcError(-32007, 'Slot 1000 was skipped, or missing due to ledger jump to recent snapshot');
    expect((await ask(node({ getBlockTime: never }))).reason).toMatchObject({
      code: 'protocol',
      message: '`first` has no time for its own newest slot.',
    });
    expect((await ask(node({ getBlockTime: null }))).reason?.code).toBe('protocol');
  });

  it('knows the clusters by their genesis hash, and says so when it does not', async () => {
    const devnet = { getGenesisHash: 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG' };
    expect((await ask(node(devnet))).reason?.message).toContain('`genesisHash` is `EtWT');
    expect((await ask(node(devnet))).value('cluster')).toBe('devnet');
    const other = { getGenesisHash: 'So11111111111111111111111111111111111111112' };
    expect((await ask(node(other))).value('cluster')).toBe('unknown');
  });

  it('has no slot time where no slot was made', async () => {
    for (const samples of [[], [{ numSlots: 0, samplePeriodSecs: 60 }]])
      expect((await ask(node({ getRecentPerformanceSamples: samples }))).value('slotTime')).toBeNull();
  });

  it('measures its distance from a peer, and forgives slots that came between two questions', async () => {
    expect((await ask(node(), node({ getSlot: 1_500 }))).reason?.message).toBe(
      '`lag` is 500 slots; expected `< 150 slots`.',
    );
    expect((await ask(node(), node({ getSlot: 400 }))).value('lag')).toBe(0);
    let slot = 1_000;
    expect((await ask(node({ getSlot: () => (slot += 200) }), node({ getSlot: 1_400 }))).value('lag')).toBe(0);
  });

  it('does not blame the target for its peer', async () => {
    await using main = await serveNode(node());
    const targets = [
      targetAt(main.url, { name: 'first' }),
      targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'second' }),
    ];
    const params = { target: 'first', peer: 'second' };
    const { verdict, reason } = await attempt({ check: 'solana-rpc', targets, params, rows: allRows });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('`lag` could not be taken: the peer `second` could not be asked');
    expect((await ask(node(), null)).reason?.message).toContain('has no peer to compare with');
    expect((await ask(node(), node({ getSlot: new RpcError(-32005, 'Node is unhealthy') }))).verdict).toBe('warn');
  });

  it.each([
    ['a limit by its code', { getSlot: new RpcError(429, '') }, 'rate-limited'],
    ['a limit by its words', { getSlot: new RpcError(-32005, 'Too many requests for this key') }, 'rate-limited'],
    ['ill health as its slot', { getSlot: new RpcError(-32005, 'Node is unhealthy') }, 'protocol'],
    ['another error about its health', { getHealth: new RpcError(-32603, 'Internal error') }, 'protocol'],
    ['another word about its health', { getHealth: 'behind' }, 'protocol'],
    ['a slot from far in the future', { getBlockTime: () => now() + 600 }, 'protocol'],
    ['a genesis hash that is none', { getGenesisHash: '0x1234' }, 'protocol'],
  ])('names the fault of a node that gives %s', async (_, methods, code) => {
    expect((await ask(node(methods))).reason?.code).toBe(code);
  });

  it.each(Object.keys(node()))('is never healthy, and never breaks, whatever `%s` answers', async (method) => {
    for (const value of hostileValues) {
      const { verdict } = await ask(node({ [method]: value }));
      expect([value, verdict]).toEqual([value, 'fail']);
    }
  });
});

describe('solana-rpc in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['solana-rpc'] });
  });
  afterAll(() => world.stop());
  const look = () => attemptInLab(world, 'solana-rpc', { check: 'solana-rpc', rows: allRows });

  it.each([
    ['stalled-slot', 'expectation', '`blockAge` is 1 min'],
    ['lagging', 'expectation', '`lag` is '],
    ['behind', 'expectation', '`healthy` is false'],
    ['unhealthy', 'expectation', '`healthy` is false'],
    ['wrong-cluster', 'expectation', '`genesisHash` is `EtWT'],
    ['rate-limit-200', 'rate-limited', 'Too many requests'],
  ])('sees `%s`, and that it is mended', async (fault, code, message) => {
    const { broken, mended } = await whileBroken(world, `solana-rpc.${fault}`, look);
    expect(broken.reason).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(broken.verdict).toBe('fail');
    expect(mended.verdict).toBe('pass');
  });

  it('is not troubled by a peer that stands still', async () => {
    const { broken } = await whileBroken(world, 'solana-rpc-2.stalled-slot', look);
    expect(broken.verdict).toBe('pass');
  });
});
