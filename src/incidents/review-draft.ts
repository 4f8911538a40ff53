import type { Escalation } from '../schemas/escalation.ts';
import type { Incident } from '../schemas/incident.ts';
import { effectIn } from './effect.ts';
import { timelineOf } from './timeline.ts';

/**
 * The draft of a post-incident review, filled from the record: times, phases, what was said in public, actions.
 * The headings are those of the procedure; what only people know stays empty. Without anybody's name.
 */
export function reviewDraft(incident: Incident, severities: Escalation['severities']): string {
  const { title, severity, status, journeys, chains, providers, followUps, review, body, headline } = incident;
  const began = status[0]?.at ?? '';
  const ended = status.findLast(({ phase }) => phase === 'resolved')?.at ?? null;
  const entries = [
    ...timelineOf(body).map((entry) => ({ ...entry, source: 'the record' })),
    ...status.map(({ phase, at, text }) => ({
      at,
      text: `phase: ${phase}${text ? '; users were told' : ''}`,
      source: 'the record',
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const said = status.flatMap(({ at, phase, text }) =>
    text ? [`- ${clock(at)} (${phase}): ${cell(Object.values(text)[0] ?? '')}`] : [],
  );
  const touched = [...journeys, ...chains, ...providers].join(', ');
  const lines = [
    `# ${headline ? Object.values(headline)[0] : title}, ${began.slice(0, 10)}`,
    '',
    `Owner: ${review?.owner ?? ''} · Severity: ${severities[severity].name} · Incident commander: · State: draft`,
    '',
    ...section('Overview', title.endsWith('.') ? title : `${title}.`),
    ...section('What happened'),
    ...section('Contributing factors'),
    ...section('Resolution', ended ? `Resolved at ${clock(ended)} UTC on ${ended.slice(0, 10)}.` : ''),
    ...section(
      'Impact',
      `${ended ? `${minutes(began, ended)} minutes in ${severities[severity].name}` : 'Not resolved yet'}${effectLine(incident)} · users: · tickets: ${touched === '' ? '' : `· ${touched}`}`.trimEnd(),
    ),
    ...section('Responders'),
    '## Timeline (UTC)',
    '',
    '| Time | What | Source |',
    '| --- | --- | --- |',
    ...entries.map(({ at, text, source }) => `| ${at.slice(0, 10)} ${clock(at)} | ${cell(text)} | ${source} |`),
    '',
    ...section('What went well'),
    ...section('What did not'),
    '## Actions',
    '',
    '| Action | Ticket | Owner | Date | Prevents, detects or softens |',
    '| --- | --- | --- | --- | --- |',
    ...followUps.map(({ what, owner, due }) => `| ${cell(what)} | | ${owner} | ${due} | |`),
    '',
    ...section('Messages', said.length === 0 ? 'Nothing was said in public.' : said.join('\n')),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function section(heading: string, text = ''): string[] {
  return [`## ${heading}`, '', ...(text === '' ? [] : [text, ''])];
}

/** How long users could not do it at all. */
function effectLine({ status, severity }: Incident): string {
  const down = status.reduce((sum, { phase, at }, index) => {
    const next = status[index + 1];
    return effectIn(phase, severity) === 'down' && next ? sum + minutes(at, next.at) : sum;
  }, 0);
  return down === 0 ? '' : `, ${down} of them before it was mended`;
}

const clock = (at: string): string => at.slice(11, 16);
const minutes = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
/** On one line, and within a table's cell. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
