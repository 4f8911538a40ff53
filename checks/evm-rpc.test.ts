import { describe, expect, it } from 'vitest';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { hash, hex, type Methods, RpcError, serveNode } from '../tests/contract/fake-node.ts';
import { closedPort, serveBytes } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** A chain of which block n has the hash `0xnnn…`. */
function node({
  head = 9,
  chainId = 56,
  age = 2,
  hashes = {} as Record<number, string>,
  ...more
}: { head?: number; chainId?: number; age?: number; hashes?: Record<number, string> } & Methods = {}): Methods {
  return {
    eth_chainId: hex(chainId),
    eth_blockNumber: hex(head),
    eth_syncing: false,
    eth_getBlockByNumber: (at: string) => {
      const number = at === 'latest' ? head : Number(at);
      if (number > head) return null;
      return {
        number: hex(number),
        hash: hashes[number] ?? hash((number % 10).toString()),
        timestamp: hex(now() - age - (head - number) * 3),
      };
    },
    ...more,
  };
}

const allRows: AttemptSketch['rows'] = {
  chainId: '= 56',
  blockNumber: 'present',
  blockAge: ['< 15 s', '< 60 s'],
  syncing: '= false',
  latency: '< 5 s',
  lag: '<= 5 blocks',
  agrees: '= true',
};

async function ask(first: Methods, second: Methods | null = node(), rows = allRows) {
  await using main = await serveNode(first);
  await using peer = await serveNode(second ?? {});
  const targets = [
    targetAt(main.url, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({ check: 'evm-rpc', targets, params: { target: 'first' }, rows: rows ?? {} });
  return { ...outcome, asked: main.asked, peerAsked: peer.asked };
}

describe('evm-rpc', () => {
  it('passes a node that keeps up and agrees', async () => {
    const { verdict, readings } = await ask(node());
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  it('asks only what the rows need', async () => {
    const { asked, peerAsked } = await ask(node(), node(), { chainId: '= 56' });
    expect(asked).toEqual(['eth_blockNumber', 'eth_chainId']);
    expect(peerAsked).toEqual([]);
  });

  it.each([
    ['the wrong chain', node({ chainId: 1 }), '`chainId` is 1; expected `= 56`.'],
    ['a stale head', node({ age: 300 }), '`blockAge` is 5 min'],
    [
      'a node that is catching up',
      node({ eth_syncing: { currentBlock: '0x1', highestBlock: '0x9' } }),
      '`syncing` is true; expected `= false`.',
    ],
    ['a node far behind its peer', node({ head: 2 }), '`lag` is 7 blocks; expected `<= 5 blocks`.'],
  ])('fails %s', async (_, methods, message) => {
    const { verdict, reason } = await ask(methods);
    expect(verdict).toBe('fail');
    expect(reason?.message).toContain(message);
  });

  it('fails a node that has another block at the same height', async () => {
    const { reason, readings } = await ask(node({ hashes: { 9: hash('f') } }), node({ head: 11 }));
    expect(reason).toMatchObject({
      code: 'disagrees',
      message: 'At block 9 `first` has the hash `0xffffffff…ffffff` and `second` has `0x99999999…999999`.',
    });
    expect(readings.find(({ name }) => name === 'lag')?.value).toBe(2);
  });

  it('compares at the lower height when the peer is behind, and has no lag then', async () => {
    const { verdict, readings } = await ask(node({ head: 12 }), node({ head: 9 }));
    expect(readings.find(({ name }) => name === 'lag')?.value).toBe(0);
    expect(verdict).toBe('pass');
  });

  it('forgives a block that came between two questions', async () => {
    let late = false;
    const methods = node({ head: 8 });
    const slow = {
      ...methods,
      eth_blockNumber: () => (late ? hex(9) : hex(8)),
      eth_getBlockByNumber: (...given: unknown[]) => {
        late = true;
        return (methods.eth_getBlockByNumber as (...all: unknown[]) => unknown)(...given);
      },
    };
    expect((await ask(slow)).readings.find(({ name }) => name === 'lag')?.value).toBe(0);
  });

  it('forgives a block that is replaced at the head in between', async () => {
    let times = 0;
    const methods = node();
    const flipping = {
      ...methods,
      eth_getBlockByNumber: (at: string) => ({
        ...(methods.eth_getBlockByNumber as (at: string) => object)(at),
        ...(times++ === 0 ? { hash: hash('a') } : {}),
      }),
    };
    expect((await ask(flipping)).verdict).toBe('pass');
  });

  it('does not blame the target for its peer', async () => {
    await using main = await serveNode(node());
    await using hanging = await serveBytes(() => {});
    for (const [url, why] of [
      [`http://127.0.0.1:${await closedPort()}`, 'Nothing listens'],
      [hanging.url, 'within'],
    ] as const) {
      const targets = [targetAt(main.url, { name: 'first' }), targetAt(url, { name: 'second' })];
      const { verdict, reason, readings, evidence } = await attempt({
        check: 'evm-rpc',
        targets,
        params: { target: 'first', peer: 'second' },
        rows: allRows ?? {},
        timeoutMs: 300,
      });
      expect(verdict).toBe('warn');
      expect(reason).toMatchObject({
        code: 'degraded',
        message: expect.stringContaining('`lag` and `agrees` could not be taken: the peer `second` could not be asked'),
      });
      expect(reason?.message).toContain(why);
      expect(readings.filter(({ verdict: row }) => row === 'skip').map(({ name }) => name)).toEqual(['lag', 'agrees']);
      expect(evidence.some(({ title }) => title === 'The peer did not answer')).toBe(true);
    }
  });

  it('says so when there is no peer, or the peer lacks a secret', async () => {
    expect((await ask(node(), null)).reason?.message).toContain('the target `first` has no peer to compare with');
    await using main = await serveNode(node());
    const targets = [
      targetAt(main.url, { name: 'first', peers: ['second'] }),
      targetAt('https://x.example/{secret:KEY}', { name: 'second', secrets: ['KEY'] }),
    ];
    expect(
      (await attempt({ check: 'evm-rpc', targets, params: { target: 'first' }, rows: { lag: '< 1 blocks' } })).reason
        ?.message,
    ).toContain('`KEY`, not set here');
  });

  it.each([
    ['a limit inside a 200', { eth_blockNumber: new RpcError(-32005, 'limit exceeded') }, 'rate-limited'],
    ['an error', { eth_chainId: new RpcError(-32000, 'not now') }, 'protocol'],
    ['a quantity that is none', { eth_blockNumber: 9 }, 'protocol'],
    ['a quantity beyond reason', { eth_blockNumber: hex(2n ** 200n) }, 'protocol'],
    ['a block that is missing', { eth_getBlockByNumber: null }, 'protocol'],
    ['a block without a hash', { eth_getBlockByNumber: { number: '0x9', timestamp: '0x1' } }, 'protocol'],
    ['a block from the future', node({ age: -600 }), 'protocol'],
    ['an odd answer about syncing', { eth_syncing: null }, 'protocol'],
  ])('names the fault of a node that gives %s', async (_, methods, code) => {
    expect((await ask({ ...node(), ...methods })).reason?.code).toBe(code);
  });

  it('takes a small clock skew as age 0, and says so', async () => {
    const { verdict, evidence, readings } = await ask(node({ age: -5 }));
    expect(verdict).toBe('pass');
    expect(readings.find(({ name }) => name === 'blockAge')?.value).toBe(0);
    expect(evidence.some(({ title }) => title === 'Clock skew')).toBe(true);
  });
});
