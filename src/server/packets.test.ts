import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveTree, openLiveTree } from '../../tests/contract/live-tree.ts';
import { check, hash, wholeFacts } from '../packet/draft.fixture.ts';
import { verifyPacket } from '../packet/verify.ts';
import { createPool } from '../runner/pool.ts';
import { apiErrorSchema, packetAnswerSchema } from '../schemas/api.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import { listen, type RunningServer } from './listen.ts';

const pool = createPool();
afterAll(() => pool.close());

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
/** Complete at any time. */
const said = { ...wholeFacts, firstSeen: '2024-05-01 10:00', askBy: 'unknown' };
const page = 'runbooks/network/one';
let tree: LiveTree;
let server: RunningServer;
const told: string[] = [];

beforeEach(async () => {
  tree = await openLiveTree(pool);
  server = await listen({ site: tree.root, port: 0, live: tree.live, say: (text) => told.push(text) });
});
afterEach(async () => {
  await server.close();
  await tree[Symbol.asyncDispose]();
});

const draft = (change: Partial<PacketDraft> = {}): PacketDraft => ({
  from: { kind: 'page', id: page },
  environment: 'staging',
  facts: said,
  severity: 'sev2',
  path: [],
  outcome: null,
  diagnosis: null,
  checks: [{ ...check, block: `${page}#first`, check: 'http-json', target: 'api' }],
  ...change,
});

async function post(body: unknown): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.url}api/v1/packets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url.slice(0, -1) },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}
const errorOf = ({ text }: { text: string }) => apiErrorSchema.parse(JSON.parse(text)).error;

describe('a packet that the server makes', () => {
  it('is sealed, in both forms, with the title, path and checks that the server’s own tree has', async () => {
    const answer = await post(draft());
    expect(answer.status).toBe(200);
    const { packet, markdown } = packetAnswerSchema.parse(JSON.parse(answer.text));
    expect(packet.content.from).toMatchObject({ id: page, title: 'One', path: 'runbooks/network/one.md' });
    expect(packet.content.checks[0]?.checkHash).toMatch(/^[0-9a-f]{64}$/);
    expect(packet.content.missing).toEqual([]);
    expect(packet.content.hashes).toEqual([hash]);
    for (const text of [JSON.stringify(packet), markdown])
      expect(verifyPacket(text, {})).toMatchObject({ id: packet.content.id, isUnchanged: true });
  });

  it('has nothing in it that is nobody’s business', async () => {
    const { text } = await post(draft({ facts: { ...said, who: 'bob@example.com, 4111 1111 1111 1111' } }));
    expect(text).not.toMatch(/bob@|4111/);
    expect(packetAnswerSchema.parse(JSON.parse(text)).packet.content.removed).toEqual([
      { kind: 'card-number', count: 1 },
      { kind: 'email', count: 1 },
    ]);
  });

  it.each([
    ['a fact', { facts: { ...said, tried: `They sent me ${phrase}` } }, 'tried'],
    ['a fact, as a key', { facts: { ...said, who: `c0ffee${'12'.repeat(29)}` } }, 'who'],
    [
      'anything else',
      { path: [{ node: 'a', kind: 'question', answer: 'b', by: 'person', why: phrase, overruled: null }] },
      null,
    ],
  ] as const)(
    'is not made with a secret in %s: what to do is said, and nothing is repeated',
    async (_, change, parameter) => {
      const answer = await post(draft(change as Partial<PacketDraft>));
      const error = errorOf(answer);
      expect([answer.status, error.code, error.parameter]).toEqual([400, 'secret', parameter]);
      expect(error.hint).toContain('make a new wallet');
      expect(`${answer.text} ${told.join(' ')}`).not.toMatch(/sausage|c0ffee/);
    },
  );

  it('is not made from a page, a tree or a journey that is not there', async () => {
    for (const [kind, id] of [
      ['page', 'runbooks/network/on'],
      ['triage', 'x'],
      ['diagnosis', '__proto__'],
    ] as const) {
      const answer = await post(draft({ from: { kind, id } }));
      expect([answer.status, errorOf(answer).code]).toEqual([404, 'not-found']);
    }
    expect(errorOf(await post(draft({ from: { kind: 'page', id: 'runbooks/network/on' } }))).message).toContain(
      'Did you mean',
    );
  });

  it('is not made of an environment that is not there, or of a draft of another form', async () => {
    expect(errorOf(await post(draft({ environment: 'stagin' }))).message).toContain('Did you mean `staging`?');
    for (const body of [
      {},
      { ...draft(), note: 1 },
      draft({ facts: { who: 'x'.repeat(201) } }),
      draft({ facts: { wo: 'x' } as never }),
    ]) {
      const answer = await post(body);
      expect([answer.status, errorOf(answer).code]).toEqual([400, 'bad-request']);
    }
  });

  it('is described where the API is', async () => {
    const document = (await (await fetch(`${server.url}api/v1/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    expect(JSON.stringify(document.paths['/packets'])).toContain('Needs the permission `run`');
  });
});
