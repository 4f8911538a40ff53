import { expect, it } from 'vitest';
import { type FactName, factNames, facts } from '../schemas/case-facts.ts';
import { draftOf, now, outcome, wholeFacts } from './draft.fixture.ts';
import { missingFacts } from './missing-facts.ts';

const missingOf = (change: Parameters<typeof draftOf>[0]) =>
  missingFacts(draftOf(change), now.getTime()).map(({ fact }) => fact);

it('a triage lacks no word of what is asked: its outcome says it', () => {
  const asks = ['askFor', 'askOf', 'askBy'];
  const triage = missingOf({ from: { kind: 'triage', id: 'chain-rpc' }, facts: {}, outcome });
  expect(triage.filter((fact) => asks.includes(fact) || fact === 'severity')).toEqual([]);
  for (const kind of ['page', 'diagnosis'] as const)
    expect(missingOf({ from: { kind, id: 'x' }, facts: {}, severity: null })).toEqual(['severity', ...triage, ...asks]);
});

it('asks in a question and with an example, in the order in which a reader needs it', () => {
  const missing = missingFacts(draftOf({ facts: {}, severity: null }), now.getTime());
  const order = missing.map(({ fact }) => factNames.indexOf(fact as FactName));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  for (const { question, example } of missing) expect([question.length > 10, example.length > 3]).toEqual([true, true]);
});

it('hashes and orders are never missing: many cases have none', () => {
  const { hashes: _, orders: __, ...said } = wholeFacts;
  expect(missingOf({ facts: said })).toEqual([]);
  expect(facts.hashes.essentialFor).toEqual([]);
});

it.each([
  ['firstSeen', '2026-11-25 15:40', 'lies in the future'],
  ['firstSeen', '14:30', 'is no time'],
  ['askBy', '2026-11-25 13:00', 'has passed already'],
  ['askBy', 'soon', 'is no time'],
] as const)('a time that cannot be meant is asked for again: %s %s', (name, value, says) => {
  const missing = missingFacts(draftOf({ facts: { ...wholeFacts, [name]: value } }), now.getTime());
  expect(missing.map(({ fact }) => fact)).toEqual([name]);
  expect(missing[0]?.question).toContain(says);
});

it('a time that is no essential, and was said wrongly, is asked for as well', () => {
  expect(
    missingOf({ from: { kind: 'triage', id: 'chain-rpc' }, outcome, facts: { ...wholeFacts, askBy: 'soon' } }),
  ).toEqual(['askBy']);
});
