import { describe, expect, it } from 'vitest';
import type { Macro } from '../schemas/macro.ts';
import { forStatusPage } from './for-status-page.ts';
import { reviewDraft } from './review-draft.ts';
import { timelineOf, withEntry } from './timeline.ts';
import { workingDaysAfter } from './working-days.ts';

const macro = (body: string, placeholders: string[]): Macro => ({
  id: 'm',
  locale: 'en',
  path: 'm.md',
  title: 'm',
  use: 'm',
  article: null,
  body,
  placeholders,
});

describe('a macro on the status page', () => {
  it('loses its greeting and the sentences that have no value, and keeps the others', () => {
    const body =
      'Hello,\n\nIt fails: {{impact}}\n\nDo not pay twice. We write at {{next-update}}.\n\nSee {{status-page}}';
    const { text, misfits } = forStatusPage(macro(body, ['impact', 'next-update', 'status-page']), {
      impact: 'Swaps fail.',
    });
    expect(text).toBe('It fails: Swaps fail.\n\nDo not pay twice.');
    expect(misfits).toEqual([]);
  });
  it('says which value is not of its kind', () => {
    expect(forStatusPage(macro('At {{next-update}}.', ['next-update']), { 'next-update': 'soon' }).misfits).toEqual([
      expect.objectContaining({ name: 'next-update' }),
    ]);
  });
});

describe('the timeline of a record', () => {
  const body = '## Timeline\n\n- 2026-11-03 14:05 UTC: first\n- 2026-11-03 14:20 UTC: third\n\n## Notes\n\n- a note';
  it('takes a new line at its time, and leaves the rest alone', () => {
    const longer = withEntry(body, { at: '2026-11-03T14:10Z', text: 'second' });
    expect(timelineOf(longer).map(({ text }) => text)).toEqual(['first', 'second', 'third']);
    expect(longer).toContain('## Notes\n\n- a note');
  });
  it('begins where a record has none', () => {
    expect(withEntry('', { at: '2026-11-03T14:10Z', text: 'x' })).toBe('## Timeline\n\n- 2026-11-03 14:10 UTC: x');
    expect(timelineOf(withEntry('Some words.', { at: '2026-11-03T14:10Z', text: 'x' }))).toHaveLength(1);
  });
});

it('five working days leave out the weekend', () => {
  expect(workingDaysAfter('2026-11-12', 5)).toBe('2026-11-19');
  expect(workingDaysAfter('2026-11-14', 1)).toBe('2026-11-16');
});

it('the draft of a review has the headings of the procedure, the times, and what was said', () => {
  const level = {
    name: 'SEV-2',
    means: '',
    examples: [''],
    acknowledge: { text: '', ms: 1 },
    firstPost: null,
    updates: null,
    pages: true,
  };
  const draft = reviewDraft(
    {
      id: '2026-11-12-x',
      path: 'x.md',
      title: 'Card purchases declined',
      severity: 'sev2',
      public: true,
      headline: { en: 'Cards were declined' },
      status: [
        { phase: 'investigating', at: '2026-11-12T18:20Z', text: { en: 'Cards fail.' } },
        { phase: 'monitoring', at: '2026-11-12T19:00Z' },
        { phase: 'resolved', at: '2026-11-12T19:58Z' },
      ],
      journeys: ['buy'],
      providers: [],
      chains: [],
      followUps: [{ what: 'Watch | it', owner: 'payments', due: '2026-12-01' }],
      body: '- 2026-11-12 18:09 UTC: first ticket',
    },
    { sev1: level, sev2: level, sev3: level, sev4: level, sev5: level },
  );
  for (const heading of [
    'Overview',
    'What happened',
    'Contributing factors',
    'Resolution',
    'Impact',
    'Responders',
    'Timeline (UTC)',
    'What went well',
    'What did not',
    'Actions',
    'Messages',
  ])
    expect(draft).toContain(`\n## ${heading}\n`);
  expect(draft).toContain('98 minutes in SEV-2, 40 of them before it was mended');
  expect(draft.indexOf('first ticket')).toBeLessThan(draft.indexOf('phase: investigating'));
  expect(draft).toContain('| Watch \\| it | | payments | 2026-12-01 | |');
  expect(draft).toContain('- 18:20 (investigating): Cards fail.');
});
