import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { type Answers, serveAnswers } from '../tests/contract/fake-rest.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { attemptInLab, whileBroken } from '../tests/contract/lab-attempt.ts';
import { serveBytes } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const now = (): number => Math.floor(Date.now() / 1000);
const hashOf = (height: number, branch = 'a'): string => `${'0'.repeat(20)}${branch.repeat(40)}${height}`;

/** An Esplora whose tip is at `tip`; block n has the hash `000…aaa…n`. */
function explorer({ tip = 9000, age = 600, branch = 'a' } = {}, more: Answers = {}): Answers {
  const blocks = [tip - 1, tip, tip + 1].map((height) => [`/block-height/${height}`, hashOf(height, branch)]);
  return {
    '/blocks/tip/height': String(tip),
    '/blocks/tip/hash': hashOf(tip, branch),
    [`/block/${hashOf(tip, branch)}`]: () => ({ id: hashOf(tip, branch), height: tip, timestamp: now() - age }),
    ...Object.fromEntries(blocks),
    '/fee-estimates': { 1: 20.5, 2: 18, 6: 9.25, 144: 1.1 },
    '/mempool': { count: 812, vsize: 3_444_604, total_fee: 29_204_625, fee_histogram: [[53.01, 102_131]] },
    ...more,
  };
}

const allRows: NonNullable<AttemptSketch['rows']> = {
  tipHeight: '> 0',
  latency: '< 5 s',
  tipAge: ['< 60 min', '< 2 h'],
  lag: '<= 1 block',
  agrees: '= true',
  feeFast: '< 100 sat/vB',
  feeHour: '< 50 sat/vB',
  mempoolCount: '> 0',
  mempoolSize: '> 0 bytes',
};

async function ask(first: Answers, second: Answers | null = explorer(), rows = allRows) {
  await using main = await serveAnswers(first);
  await using peer = await serveAnswers(second ?? {});
  const targets = [
    targetAt(`${main.url}/`, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({ check: 'bitcoin-esplora', targets, params: { target: 'first' }, rows });
  const value = (name: string) => outcome.readings.find((reading) => reading.name === name)?.value;
  return { ...outcome, value, asked: main.asked, peerAsked: peer.asked };
}

describe('bitcoin-esplora', () => {
  it('passes an explorer that keeps up, agrees and knows the fees', async () => {
    const { verdict, readings, value } = await ask(explorer());
    expect(readings.filter((reading) => reading.verdict !== 'pass')).toEqual([]);
    expect(verdict).toBe('pass');
    expect([value('feeFast'), value('feeHour'), value('mempoolCount'), value('mempoolSize')]).toEqual([
      20.5, 9.25, 812, 3_444_604,
    ]);
  });

  it('asks only what the rows need', async () => {
    const { asked, peerAsked } = await ask(explorer(), explorer(), { tipHeight: '> 0', feeFast: '< 100 sat/vB' });
    expect([asked, peerAsked]).toEqual([['/blocks/tip/height', '/fee-estimates'], []]);
  });

  it.each([
    ['an old tip', explorer({ age: 9_000 }), '`tipAge` is 2 h 30 min'],
    ['high fees', explorer({}, { '/fee-estimates': { 2: 480, 6: 300 } }), '`feeFast` is 480 sat/vB'],
    ['no estimates', explorer({}, { '/fee-estimates': {} }), '`feeFast` is absent'],
    ['an empty mempool', explorer({}, { '/mempool': { count: 0, vsize: 0 } }), '`mempoolCount` is 0'],
  ])('fails an explorer with %s', async (_, answers, message) => {
    const { verdict, reason } = await ask(answers);
    expect([verdict, reason?.code]).toEqual(['fail', 'expectation']);
    expect(reason?.message).toContain(message);
  });

  it('measures how far the peer is ahead, and is not behind a peer that is', async () => {
    const peerAhead = await ask(explorer(), explorer({ tip: 9004 }), { lag: '<= 1 block' });
    expect(peerAhead.reason?.message).toBe('`lag` is 4 blocks; expected `<= 1 block`.');
    expect((await ask(explorer(), explorer({ tip: 8990 }), { lag: '<= 1 block' })).value('lag')).toBe(0);
  });

  it('says that it disagrees where another hash stands below both tips', async () => {
    const { reason, readings } = await ask(explorer(), explorer({ branch: 'b' }));
    expect(reason).toMatchObject({
      code: 'disagrees',
      message: 'At block 8999 `first` has the hash `0000000000…aa8999` and `second` has `0000000000…bb8999`.',
    });
    expect(readings.find(({ name }) => name === 'lag')?.value).toBe(0);
  });

  it('takes two tips at the same height as what they are: a race that the next block ends', async () => {
    const other = explorer({}, { '/blocks/tip/hash': hashOf(9000, 'b'), '/block-height/9000': hashOf(9000, 'b') });
    expect((await ask(explorer(), other)).verdict).toBe('pass');
  });

  it('takes a block dated ahead as young, as the rules of the network allow, and no further', async () => {
    const ahead = await ask(explorer({ age: -3_000 }));
    expect([ahead.verdict, ahead.value('tipAge')]).toEqual(['pass', 0]);
    expect((await ask(explorer({ age: -8_000 }))).reason?.code).toBe('protocol');
  });

  it('knows the fees of versions with other targets', async () => {
    const { value } = await ask(explorer({}, { '/fee-estimates': { 2: 12, 6: 8 } }));
    expect([value('feeFast'), value('feeHour')]).toEqual([12, 8]);
    const slow = await ask(explorer({}, { '/fee-estimates': { 144: 1 } }));
    expect([slow.value('feeFast'), slow.value('feeHour')]).toEqual([null, null]);
  });

  it('does not blame the target for its peer', async () => {
    await using main = await serveAnswers(explorer());
    await using hanging = await serveBytes(() => {});
    const targets = [
      targetAt(main.url, { name: 'first', peers: ['second'] }),
      targetAt(hanging.url, { name: 'second' }),
    ];
    const params = { target: 'first' };
    const { verdict, reason } = await attempt({
      check: 'bitcoin-esplora',
      targets,
      params,
      rows: allRows,
      timeoutMs: 300,
    });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('`lag` and `agrees` could not be taken: the peer `second` could not be asked');
    expect((await ask(explorer(), null)).reason?.message).toContain('has no peer to compare with');
    expect((await ask(explorer(), { '/blocks/tip/height': '9000' })).reason?.code).toBe('degraded');
  });

  it.each([
    ['a height with more than digits', { '/blocks/tip/height': '9000 blocks' }, 'expected a whole number'],
    ['a height below zero', { '/blocks/tip/height': '-1' }, 'expected a whole number'],
    ['an empty height', { '/blocks/tip/height': '' }, 'with nothing; expected a whole number'],
    ['a page in place of a height', { '/blocks/tip/height': '<!doctype html><title>Wait' }, 'with an HTML page'],
    ['half a height', { '/blocks/tip/height': '90' }, 'its tip is block 90, and shows block 9000'],
    ['a hash that is cut', { '/blocks/tip/hash': '00000000' }, 'expected 64 hexadecimal digits'],
    ['another block', { [`/block/${hashOf(9000)}`]: { id: hashOf(1), height: 1, timestamp: 1 } }, 'with another'],
    ['a hash of nothing', { '/block-height/8999': 'Block not found' }, 'expected 64 hexadecimal digits'],
    ['fees of nothing', { '/fee-estimates': { 1: 0, 6: 0 } }, 'above 0'],
    ['fees as texts', { '/fee-estimates': { 1: '20' } }, 'is of another kind'],
    ['a mempool of less than nothing', { '/mempool': { count: -4, vsize: 10 } }, 'Expected a whole number'],
  ])('calls %s a breach of the protocol', async (_, answers, message) => {
    const { reason } = await ask(explorer({}, answers));
    expect(reason).toMatchObject({ code: 'protocol', message: expect.stringContaining(message) });
  });

  it('calls a limit inside a 200 by its name', async () => {
    const limited = { '/blocks/tip/height': 'Too Many Requests. Please slow down.' };
    expect((await ask(explorer({}, limited))).reason?.code).toBe('rate-limited');
  });

  it.each([
    ...['/blocks/tip/height', '/blocks/tip/hash', `/block/${hashOf(9000)}`, '/block-height/8999'],
    ...['/fee-estimates', '/mempool'],
  ])('is never healthy, and never breaks, whatever `%s` answers', async (path) => {
    for (const value of hostileValues) {
      const { verdict } = await ask(explorer({}, { [path]: value }));
      expect([value, verdict]).toEqual([value, 'fail']);
    }
  });
});

describe('bitcoin-esplora in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['bitcoin-esplora'] });
  });
  afterAll(() => world.stop());
  const look = () => attemptInLab(world, 'bitcoin-esplora', { check: 'bitcoin-esplora', rows: allRows });

  it.each([
    ['stale-tip', 'expectation', '`tipAge` is '],
    ['lagging', 'expectation', '`lag` is 4 blocks'],
    ['fork', 'disagrees', '`bitcoin-esplora` has the hash'],
    ['fees-spike', 'expectation', '`feeFast` is 256 sat/vB'],
    ['fee-estimates-empty', 'expectation', '`feeFast` is absent'],
    ['empty-mempool', 'expectation', '`mempoolCount` is 0'],
    ['cut-json', 'protocol', '64 hexadecimal digits'],
  ])('sees `%s`, and that it is mended', async (fault, code, message) => {
    const { broken, mended } = await whileBroken(world, `bitcoin-esplora.${fault}`, look);
    expect(broken.reason).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(broken.verdict).toBe('fail');
    expect(mended.verdict).toBe('pass');
  });

  it('is not troubled by a peer that stands still', async () => {
    const { broken } = await whileBroken(world, 'bitcoin-esplora-2.stale-tip', look);
    expect(broken.verdict).toBe('pass');
  });
});
