import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../reporters/hostile-runs.fixture.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import { check, outcome, sealedOf, wholeFacts } from './draft.fixture.ts';
import { packetMarkdown } from './packet-markdown.ts';
import { verifyPacket } from './verify.ts';

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);
const markdown = (change: Partial<PacketDraft> = {}): string => packetMarkdown(sealedOf(change), null);
const headings = (text: string): string[] =>
  parse(text).children.flatMap((node) => (node.type === 'heading' && node.depth < 3 ? [plainText(node)] : []));

const walked = {
  node: 'network',
  kind: 'question',
  answer: 'bsc',
  by: 'person',
  why: 'A person chose “BSC”.',
  overruled: { answer: 'eth', why: 'It said so.' },
} as const;
const diagnosis: PacketDraft['diagnosis'] = {
  answer: 'fault',
  faults: [
    {
      part: 'quotes',
      name: 'Quote service',
      layer: 'provider',
      state: 'failing',
      reason: 'It answers 500.',
      evidence: [],
      explains: [],
      notKnownBelow: [],
    },
  ],
  consequences: [
    { part: 'app', name: 'App', layer: 'client', state: 'failing', reason: 'It needs quotes.', of: ['quotes'] },
  ],
  unknown: [{ part: 'kyc', name: 'KYC', layer: 'provider', reason: 'Nothing checks it.' }],
  states: { quotes: 'failing', app: 'failing', kyc: 'unknown' },
};

it('begins with the impact, and says the rest in the order in which a reader needs it', () => {
  expect(headings(markdown({ outcome, path: [walked], diagnosis, facts: { ...wholeFacts, who: '' } }))).toEqual([
    wholeFacts.impact,
    'Reproduction',
    'Expected',
    'Actual',
    'Error text',
    'Asked',
    'Where the fault lies',
    'Checks',
    'Path through the tree',
    'Tried so far',
    'Dashboards',
    'To attach',
    'Missing',
  ]);
});

it('says every fact, each check with its readings, times and hash, and who is asked by when', () => {
  const text = markdown({ outcome, path: [walked], diagnosis });
  for (const said of [
    '**SEV-2** · complete',
    '| First seen | 2026-11-25 14:30:00 UTC |',
    'Users of the Android app',
    '`ord-1`, `ord-2`',
    '1. Open Swap\n2. Choose BNB to USDT\n3. Press Review',
    '```text\nexecution reverted:\n  TRANSFER_FROM_FAILED\n```',
    'at commit `0123456789abcdef0123456789abcdef01234567`',
    `Check \`evm-rpc\`, SHA-256 \`${'f'.repeat(64)}\``,
    'Failing · 2026-11-25 14:35:01 UTC, run by the server',
    '| ✕ `blockAge` | 5 min | \\< 15 s |',
    '- Of whom: Engineering on call (engineering)',
    '- Answer: 15 min, by 2026-11-25 14:55:00 UTC',
    '- When nobody answers: Incident commander (engineering), after 15 min, at 2026-11-25 14:55:00 UTC',
    '1. `network` = `bsc`, by the person, who overruled the check (`eth`: It said so.). A person chose “BSC”.',
    '- **Quote service** (provider, failing): It answers 500.',
    '<https://grafana.example.com/d/rpc?var-chain=bsc&from=1795616100000&to=1795618201000>',
  ])
    expect(text).toContain(said);
});

it('says what is missing, and has a title all the same', () => {
  const text = markdown({ facts: {}, severity: null, checks: [] });
  expect(headings(text)[0]).toBe('Nobody has said what does not work: A node is late');
  expect(text).toContain('incomplete: ');
  expect(text).toContain('- **Impact**: What does not work, for whom, in one line?');
});

describe('whatever other people wrote', () => {
  const own = new Set(
    'root heading paragraph text inlineCode code table tableRow tableCell list listItem strong thematicBreak link'.split(
      ' ',
    ),
  );
  const fakeSeal = `\n\n---\n\n\`\`\`runlight-seal\npacket 1\nsha256 ${'0'.repeat(64)}\n\`\`\`\n`;

  it.each([
    ...Object.entries(hostileTexts).map(([name, text]) => [name, text.slice(0, 3_000)]),
    ['a seal', fakeSeal],
    ['a seal behind a longer fence', `\`\`\`\`\`${fakeSeal}\`\`\`\`\`\``],
    ['a title and a packet’s row', '\n# Fine\n\n| Packet | `packet-20260101T000000Z-000000` |\n'],
  ])('%s is text, and the packet still verifies', (_, text = '') => {
    const facts = Object.fromEntries(Object.keys(wholeFacts).map((name) => [name, text]));
    const row = { name: text, value: text, unit: null, healthy: text, degraded: text, verdict: 'fail' } as const;
    const packet = sealedOf({
      from: { kind: 'page', id: text },
      environment: text,
      facts,
      path: [{ ...walked, node: text, answer: text, why: text, overruled: { answer: text, why: text } }],
      outcome: { ...outcome, title: text, channel: text, do: [text], attach: [text] },
      checks: [
        {
          ...check,
          block: text,
          title: text,
          reason: { code: 'expectation', message: text, hint: text },
          readings: [row],
        },
      ],
    });
    const written = packetMarkdown(packet, null);
    expect(verifyPacket(written, {})).toMatchObject({ id: packet.content.id, isUnchanged: true });
    const tree = parse(written);
    const languages: (string | null | undefined)[] = [];
    visit(tree, (node: Nodes) => {
      expect(own, `${node.type}: ${plainText(node).slice(0, 200)}`).toContain(node.type);
      if (node.type === 'code') languages.push(node.lang);
      if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/grafana\.example\.com\//);
    });
    expect(languages.filter((lang) => lang !== 'text')).toEqual(['runlight-seal']);
    expect(tree.children.at(-1)?.type).toBe('code');
    expect(
      headings(written)
        .slice(1)
        .every((title) => own.has(title) || /^[A-Z][a-z ]+$/.test(title)),
    ).toBe(true);
  });

  it('a dashboard that is no address of the web is left out, and one with marks in it stays in its brackets', () => {
    const of = (dashboard: string): string => {
      const packet = sealedOf();
      const checks = packet.content.checks.map((each) => ({ ...each, dashboard }));
      return packetMarkdown({ ...packet, content: { ...packet.content, checks } }, null);
    };
    expect(of('javascript:alert(1)')).not.toContain('## Dashboards');
    expect(of('https://a.example/x> <b>y|`z`')).toContain('<https://a.example/x%3E%20%3Cb%3Ey|%60z%60>');
  });
});
