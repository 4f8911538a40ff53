import { describe, expect, it } from 'vitest';
import { verifyPacket } from '../../packet/verify.ts';
import type { CaseFacts } from '../../schemas/case-facts.ts';
import { facts as known } from '../../schemas/case-facts.ts';
import { type PacketCheck, type PacketDraft, packetDraftSchema, packetSchema } from '../../schemas/packet.ts';
import { judgeFacts, makePacket } from './packet-maker.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const hash = `0x${'5e'.repeat(32)}`;
const draft = (facts: CaseFacts, over: Partial<PacketDraft> = {}): PacketDraft => ({
  from: { kind: 'page', id: 'runbooks/swaps/swap-failed' },
  environment: 'lab',
  facts,
  severity: null,
  path: [],
  outcome: null,
  diagnosis: null,
  checks: [],
  ...over,
});
const world = {
  commit: null,
  changed: [],
  checkHashes: {},
  dashboards: {},
  title: 'Swaps fail',
  path: 'runbooks/swaps/swap-failed.mdx',
};
const now = Date.parse('2026-11-25T14:30:00Z');

describe('what a person said', () => {
  it('is as it may be kept: without what is nobody’s business, and with what was taken out of which fact', async () => {
    const judged = await judgeFacts(draft({ tried: ' Wrote to ana@example.com. ', hashes: hash, who: '  ' }));
    expect(judged).toEqual({
      kind: 'safe',
      facts: { tried: 'Wrote to [e-mail removed].', hashes: hash },
      removed: new Map([['tried', [{ kind: 'email', count: 1 }]]]),
    });
  });

  it('is no longer than what a server takes, and judged whole before', async () => {
    const { most } = known.chain;
    const judged = await judgeFacts(draft({ chain: 'x'.repeat(most + 1) }));
    expect(judged.kind === 'safe' && judged.facts.chain?.length).toBe(most);
    expect(await judgeFacts(draft({ chain: `${'x'.repeat(most)} ${phrase}` }))).toEqual({
      kind: 'secret',
      fact: 'chain',
    });
  });

  it.each([
    ['a phrase', { errorText: phrase }, 'errorText'],
    ['a phrase that stands in two', { expected: phrase.slice(0, 36), actual: phrase.slice(37) }, null],
  ] as const)('is refused where it holds %s', async (_, facts, fact) => {
    expect(await judgeFacts(draft(facts))).toEqual({ kind: 'secret', fact });
  });
});

describe('a packet made in the browser', () => {
  it('is of the shape that is published, and verifies in both forms', async () => {
    const its = draft({ impact: 'Swaps fail', hashes: hash });
    expect(packetDraftSchema.safeParse(its).success).toBe(true);
    const made = await makePacket(its, world, now);
    if (!made) throw new Error('No packet was made.');
    expect(packetSchema.parse(made.packet)).toEqual(made.packet);
    for (const text of [made.markdown, JSON.stringify(made.packet)])
      expect(verifyPacket(text, {})?.isUnchanged).toBe(true);
    expect(verifyPacket(made.markdown.replace('Swaps', 'Sends'), {})?.isUnchanged).toBe(false);
  });

  it('is not made of a check that has seen a phrase', async () => {
    const check: PacketCheck = {
      block: 'a#b',
      title: 'A block',
      check: 'http-json',
      target: null,
      verdict: 'fail',
      reason: { code: 'expectation', message: `It says “${phrase}”.`, hint: '' },
      readings: [],
      startedAt: '2026-11-25T14:29:00.000Z',
      provenAt: '2026-11-25T14:29:01.000Z',
      by: 'server',
      own: false,
    };
    expect(await makePacket(draft({}, { checks: [check] }), world, now)).toBe(null);
  });
});
