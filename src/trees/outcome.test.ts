import { expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadEscalation } from '../project/load-escalation.ts';
import { outcomeNodeSchema } from '../schemas/tree.ts';
import { triageOutcomeSchema } from '../schemas/triage.ts';
import { outcomeOf } from './outcome.ts';

const { escalation } = await loadEscalation(packageRoot, ['support-ops', 'engineering', 'payments', 'security']);
const node = {
  kind: 'outcome',
  outcome: 'A busy network has stopped.',
  severity: 'sev2',
  owner: { role: 'engineering-on-call' },
  channel: '#network',
  acknowledge: '15 min',
  next: { role: 'legal-desk', team: 'security', after: 'next shift' },
  do: ['Watch it.'],
  attach: ['A link.'],
};

it('an outcome has its roles’ names and teams, and its times counted from now', () => {
  const outcome = outcomeOf('halt', outcomeNodeSchema.parse(node), escalation, new Date('2026-11-25T03:00:00Z'));
  expect(triageOutcomeSchema.parse(outcome)).toEqual({
    node: 'halt',
    title: 'A busy network has stopped.',
    severity: 'sev2',
    owner: { role: 'engineering-on-call', name: 'Engineering on call', team: 'engineering' },
    channel: '#network',
    acknowledge: { within: '15 min', by: '2026-11-25T03:15:00.000Z' },
    next: { role: 'legal-desk', name: 'Legal desk', team: 'security', after: 'next shift', at: null },
    do: ['Watch it.'],
    runbook: null,
    macro: null,
    attach: ['A link.'],
  });
});

it('the matrix answers as fast as it says: 5 and 15 minutes, an hour, the next shift, when planned', () => {
  expect(Object.values(escalation.severities).map(({ acknowledge }) => acknowledge.text)).toEqual([
    '5 min',
    '15 min',
    '1 h',
    'next shift',
    'when planned',
  ]);
});

it('support is the customer liaison, and whoever commands mends nothing', () => {
  expect(escalation.roles['customer-liaison']).toMatchObject({ kind: 'incident', team: 'support-ops' });
  expect(escalation.roles['incident-commander']?.never).toContain('Mends');
});
