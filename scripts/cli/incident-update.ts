import { timelineOf, withEntry } from '../../src/incidents/timeline.ts';
import { workingDaysAfter } from '../../src/incidents/working-days.ts';
import { isOpen, phaseOf } from '../../src/schemas/incident.ts';
import type { PublicText } from '../../src/schemas/public-text.ts';
import { UsageError } from './define-command.ts';
import {
  incidentNamed,
  judgeRecord,
  openForIncidents,
  partsOf,
  recordText,
  replaceRecord,
  yamlStyle,
} from './incident-file.ts';
import { publishAlso, sitesIn } from './incident-publish.ts';
import {
  type IncidentValues,
  knownNames,
  momentOf,
  phaseNamed,
  safeText,
  severityOf,
  teamNamed,
  textsOf,
} from './incident-values.ts';
import { briefly, nextWord, partialLine, promisedIn, sayInPublic, touched } from './incident-words.ts';

/** Adds what is new to a record: a phase, a line of the timeline, what it touches. Returns 0; wrong use writes nothing. */
export async function updateIncident(name: string, options: IncidentValues): Promise<number> {
  const project = await openForIncidents(options);
  const before = incidentNamed(name, project);
  const locales = Object.keys(project.config.locales);
  const at = momentOf(options.at, new Date());
  const sites = sitesIn(options.publish);
  const phase = options.phase === undefined ? null : phaseNamed(options.phase);
  const note = options.note === undefined ? null : (await safeText('note', options.note)).replace(/\s+/g, ' ');
  const written = await textsOf('text', options.text, locales);
  const impact = await textsOf('impact', options.impact, locales);
  const becomesPublic = options.public && !before.public;
  const isPublic = before.public || options.public;
  const tells =
    isPublic && (phase !== null || becomesPublic || Object.keys(written).length > 0 || Object.keys(impact).length > 0);
  const changes = [
    options.severity,
    options.journey,
    options.provider,
    options.chain,
    options.headline,
    options.workaround,
  ];
  if (phase === null && note === null && !tells && changes.every((each) => each === undefined || each.length === 0))
    throw new UsageError('Say what is new: `--phase`, `--note`, `--text` or another one.');
  if (phase === 'resolved' && !isOpen(before))
    throw new UsageError(`\`${before.id}\` is resolved already, since ${before.status.at(-1)?.at}.`);

  const { document, body } = await partsOf(project, before);
  const severity = options.severity === undefined ? before.severity : severityOf(options.severity);
  document.set('severity', severity);
  const journeys = [
    ...new Set([...before.journeys, ...knownNames('journey', options.journey, [...project.journeys.keys()])]),
  ];
  const lists = {
    journeys,
    providers: [
      ...new Set([...before.providers, ...knownNames('provider', options.provider, [...project.providers.keys()])]),
    ],
    chains: [
      ...new Set([...before.chains, ...(await Promise.all(options.chain.map((each) => safeText('chain', each))))]),
    ],
  };
  for (const [key, values] of Object.entries(lists))
    if (values.length > before[key as keyof typeof lists].length) document.set(key, values);
  const headline: PublicText = { ...before.headline, ...(await textsOf('headline', options.headline, locales)) };
  if (isPublic)
    for (const locale of locales) headline[locale] ??= briefly(impact[locale], touched(project, journeys, locale));
  if (Object.keys(headline).length > 0) document.set('headline', headline);
  const workaround: PublicText = {
    ...before.workaround,
    ...(await textsOf('workaround', options.workaround, locales)),
  };
  if (locales.every((locale) => workaround[locale] !== undefined)) document.set('workaround', workaround);
  if (becomesPublic) document.set('public', true);

  const step = phase ?? phaseOf(before);
  const next = step === 'resolved' ? null : nextWord(options.next, severity, at);
  const said = tells
    ? sayInPublic(project, {
        phase: step,
        journeys,
        impact: { ...withFullStops(headline), ...impact },
        workaround,
        news: await textsOf('news', options.news, locales),
        text: written,
        next,
      })
    : null;
  if (phase !== null || said)
    document.addIn(['status'], document.createNode({ phase: step, at, ...(said ? { text: said.text } : {}) }));
  if (phase === 'resolved') settleReview();

  const lines = [
    ...(phase !== null ? [`${phase}${said ? '; users were told' : ''}.`] : []),
    ...(note === null ? [] : [note]),
  ];
  const record = lines.reduce((text, line) => withEntry(text, { at, text: line }), body);
  const text = recordText(document.toString(yamlStyle), record);
  const incident = await judgeRecord(project, before, text);
  await replaceRecord(project, before.path, text);
  const steps = [
    ...[partialLine(workaround, locales), promisedIn(said?.text, next)].flatMap((line) => line ?? []),
    ...(phase === 'resolved' && incident.review
      ? [
          `The review is due on ${incident.review.due}, from ${incident.review.owner}: \`npx runlight incident review ${before.id.slice(11)}\`.`,
        ]
      : []),
    ...(phase === 'resolved' ? ['Write what is left to do into `followUps`, each with an owner and a day.'] : []),
    ...(isPublic ? ['Commit and push, and the sites tell users; `--publish DIR` tells built ones at once.'] : []),
  ];
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ id: incident.id, path: incident.path, severity, phase: phaseOf(incident), public: incident.public, entries: timelineOf(incident.body).length, next: steps })}\n`
      : `Updated ${incident.path}\n${steps.length === 0 ? '' : `\nNext:\n${steps.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`}`,
  );
  await publishAlso(project, sites);
  return 0;

  /** SEV-1 and SEV-2 always have a review: its owner and day are settled when the incident is closed. */
  function settleReview(): void {
    const demanded = severity === 'sev1' || severity === 'sev2';
    if (before.review || (!demanded && options.owner === undefined)) return;
    const owner = teamNamed(options.owner ?? project.config.teams[0] ?? '', project.config.teams);
    const due = options.due ?? workingDaysAfter(at.slice(0, 10), 5);
    document.set('review', document.createNode({ owner, due }));
  }
}

const withFullStops = (text: PublicText): PublicText =>
  Object.fromEntries(Object.entries(text).map(([locale, each]) => [locale, /[.!?]$/.test(each) ? each : `${each}.`]));
