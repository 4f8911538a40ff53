import { describe, expect, it } from 'vitest';
import { packetContentSchema } from '../schemas/packet.ts';
import { contentOf, draftOf, hash, outcome, plainHide, wholeFacts } from './draft.fixture.ts';
import { openHide } from './open-hide.ts';
import { packetId } from './packet-id.ts';

describe('what a packet says', () => {
  it('has the form that is published', () => {
    expect(packetContentSchema.safeParse(contentOf()).success).toBe(true);
    expect(packetContentSchema.safeParse(contentOf({ outcome })).success).toBe(true);
    expect(packetContentSchema.safeParse(contentOf({ facts: {}, severity: null, checks: [] })).success).toBe(true);
  });

  it('is complete with every fact, and names each that is not there', () => {
    expect(contentOf().missing).toEqual([]);
    const { who: _, tried: __, ...facts } = wholeFacts;
    expect(contentOf({ facts, severity: null }).missing.map(({ fact }) => fact)).toEqual(['severity', 'who', 'tried']);
  });

  it('has steps without the numbers that people put before them, and lists without doubles', () => {
    const content = contentOf();
    expect(content.reproduction).toEqual(['Open Swap', 'Choose BNB to USDT', 'Press Review']);
    expect(content.orders).toEqual(['ord-1', 'ord-2']);
    expect(contentOf({ facts: { hashes: ` ${hash},\n${hash} 5xyz;` } }).hashes).toEqual([hash, '5xyz']);
  });

  it('keeps an error word for word, its lines and blanks included', () => {
    expect(contentOf().errorText).toBe('execution reverted:\n  TRANSFER_FROM_FAILED');
  });

  it('says nothing for nobody: a fact of blanks alone is missing', () => {
    const content = contentOf({ facts: { ...wholeFacts, who: ' \n ' } });
    expect(content.who).toBeNull();
    expect(content.missing.map(({ fact }) => fact)).toEqual(['who']);
  });

  it('has a page’s commit, and whether its file was changed since', () => {
    expect(contentOf().from).toMatchObject({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), isChanged: false });
  });

  it('makes what nobody sees visible', () => {
    expect(contentOf({ facts: { who: 'a\u202eb\u0000' } }).who).toBe('a\\u{202e}b\\u{0}');
    expect(contentOf({ facts: { who: 'half \ud800 pair' } }).who).toBe('half \ufffd pair');
  });
});

describe('what is asked', () => {
  it('comes from the outcome where there is one: what, whom, where, by when, and who is next', () => {
    expect(contentOf({ outcome, facts: {} }).ask).toEqual({
      what: ['Ask them to fail over.', 'Look again in five minutes.'],
      of: { name: 'Engineering on call', team: 'engineering' },
      channel: '#network',
      by: '2026-11-25T14:55:00.000Z',
      within: '15 min',
      next: { name: 'Incident commander', team: 'engineering', after: '15 min', at: '2026-11-25T14:55:00.000Z' },
    });
    expect(contentOf({ outcome, severity: 'sev5' }).severity).toBe('sev2');
  });

  it('begins with what a person asks for, whose time holds where the outcome has none', () => {
    const loose = { ...outcome, acknowledge: { within: 'next shift', by: null } };
    const { ask } = contentOf({ outcome: loose });
    expect(ask?.what[0]).toBe('Switch to the second aggregator');
    expect(ask?.by).toBe('2026-11-25T15:00:00.000Z');
  });

  it('comes from the facts where there is none, and is nothing where nobody asks', () => {
    expect(contentOf().ask).toMatchObject({
      what: ['Switch to the second aggregator'],
      of: { name: 'Engineering on call', team: null },
      by: '2026-11-25T15:00:00.000Z',
      next: null,
    });
    expect(contentOf({ facts: {} }).ask).toBeNull();
  });
});

describe('times', () => {
  const dashboard = (facts: Record<string, string>): string => contentOf({ facts }).checks[0]?.dashboard ?? '';
  const window = (facts: Record<string, string>): (string | undefined)[] => {
    const query = new URL(dashboard(facts)).searchParams;
    return ['from', 'to'].map((name) => new Date(Number(query.get(name))).toISOString().slice(11, 16));
  };

  it('fill a dashboard’s link from before the case was seen until after the check', () => {
    expect(window({ firstSeen: '2026-11-25 14:30' })).toEqual(['14:15', '14:50']);
    expect(window({})).toEqual(['14:20', '14:50']);
    expect(window({ firstSeen: '2026-11-25 14:39' })).toEqual(['14:20', '14:50']);
  });

  it('that are none are missing, with the form that is expected', () => {
    const content = contentOf({ facts: { ...wholeFacts, firstSeen: 'yesterday', askBy: '25.11.' } });
    expect([content.firstSeen, content.ask?.by]).toEqual([null, null]);
    expect(content.missing.map(({ fact }) => fact)).toEqual(['firstSeen', 'askBy']);
    for (const { question } of content.missing) expect(question).toContain('`2026-11-25 14:30`');
    expect(JSON.stringify(content.missing)).not.toContain('yesterday');
  });

  it('that nobody knows are not missing', () => {
    const content = contentOf({ facts: { ...wholeFacts, firstSeen: 'unknown' } });
    expect([content.firstSeen, content.missing]).toEqual([null, []]);
  });
});

describe('what is removed', () => {
  it('is removed from every text, and counted', () => {
    const mail = 'bob@example.com';
    const texts = Object.fromEntries(
      Object.keys(wholeFacts)
        .filter((name) => !['firstSeen', 'askBy'].includes(name))
        .map((name) => [name, mail]),
    );
    const walked = {
      node: mail,
      kind: 'question',
      answer: mail,
      by: 'person',
      why: mail,
      overruled: { answer: mail, why: mail },
    } as const;
    const part = { part: mail, name: mail, layer: 'api', reason: mail } as const;
    const seen = {
      block: mail,
      title: mail,
      verdict: 'fail',
      message: mail,
      step: mail,
      provenAt: '2026-11-25T14:35:01.000Z',
    } as const;
    const level = { role: mail, name: mail, team: mail };
    const content = contentOf(
      {
        from: { kind: 'page', id: mail },
        environment: mail,
        facts: texts,
        path: [walked],
        outcome: {
          ...outcome,
          node: mail,
          title: mail,
          owner: level,
          channel: mail,
          acknowledge: { within: mail, by: null },
          next: { ...level, after: mail, at: null },
          do: [mail],
          attach: [mail],
        },
        diagnosis: {
          answer: 'fault',
          faults: [{ ...part, state: 'failing', evidence: [seen], explains: [mail], notKnownBelow: [mail] }],
          consequences: [{ ...part, state: 'failing', of: [mail] }],
          unknown: [part],
          states: { [mail]: 'failing' },
        },
        checks: [
          {
            block: mail,
            title: mail,
            check: mail,
            target: mail,
            verdict: 'fail',
            reason: { code: 'expectation', message: mail, hint: mail },
            readings: [{ name: mail, value: mail, unit: null, healthy: mail, degraded: mail, verdict: 'fail' }],
            startedAt: '2026-11-25T14:35:00.000Z',
            provenAt: '2026-11-25T14:35:01.000Z',
            by: 'server',
            own: true,
          },
        ],
      },
      { hide: plainHide },
    );
    expect(JSON.stringify(content)).not.toContain('bob');
    expect(content.removed).toEqual([{ kind: 'email', count: expect.any(Number) }]);
    expect(content.removed[0]?.count).toBeGreaterThan(40);
  });

  it('leaves the hashes that the case is about, wherever they stand, and takes what is not known to be one', async () => {
    const other = 'ef56'.repeat(16);
    const draft = draftOf({
      facts: {
        ...wholeFacts,
        tried: `Sent ${hash.toUpperCase().replace('0X', '0x')} again, with the private key ${other}`,
      },
    });
    const content = contentOf(draft, { hide: await openHide(draft) });
    expect(content.hashes).toEqual([hash]);
    expect(content.tried).toMatch(/^Sent 0xAB12/);
    expect(content.tried).not.toContain(other);
    expect(content.checks[0]?.readings[1]?.value).toBe(`0x${'cd34'.repeat(16)}`);
    expect(content.removed).toEqual([{ kind: 'private-key', count: 1 }]);
  });

  it('is found where a character parts it that is left out', () => {
    const { who } = contentOf({ facts: { who: 'bob@exam\rple.com' } }, { hide: plainHide });
    expect(who).toBe('[e-mail removed]');
  });
});

it('an id says when it was made, and is never the same', () => {
  const made = new Date('2026-11-25T14:30:00.123Z');
  expect(packetId(made)).toMatch(/^packet-20261125T143000Z-[0-9a-f]{6}$/);
  expect(new Set(Array.from({ length: 20 }, () => packetId(made))).size).toBe(20);
});
