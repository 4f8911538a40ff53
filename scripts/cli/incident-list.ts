import { folders } from '../../src/project/folders.ts';
import { formatDiagnostic } from '../../src/schemas/diagnostic.ts';
import { type Incident, isOpen, phaseOf } from '../../src/schemas/incident.ts';
import { openForIncidents } from './incident-file.ts';
import type { IncidentValues } from './incident-values.ts';

/** Prints the records, the newest first. Returns 0, or 1 where one cannot be read. */
export async function listIncidents(options: IncidentValues): Promise<number> {
  const project = await openForIncidents(options);
  const shown = [...project.incidents.values()].filter((incident) => !options.open || isOpen(incident));
  const broken = project.diagnostics.filter(
    ({ path, severity }) => severity === 'error' && path.startsWith(`${folders.incidents}/`),
  );
  for (const diagnostic of broken) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ incidents: shown.map(dataOf) }, null, 2)}\n`);
  else if (shown.length === 0)
    process.stdout.write(options.open ? 'No incident is open.\n' : 'There is no incident yet.\n');
  else for (const incident of shown) process.stdout.write(linesOf(incident));
  return broken.length > 0 ? 1 : 0;
}

function dataOf(incident: Incident) {
  const { id, path, title, severity, journeys, providers, chains, followUps, review, status } = incident;
  return {
    id,
    path,
    title,
    severity,
    phase: phaseOf(incident),
    open: isOpen(incident),
    public: incident.public,
    startedAt: status[0]?.at ?? null,
    resolvedAt: isOpen(incident) ? null : (status.at(-1)?.at ?? null),
    journeys,
    providers,
    chains,
    followUps: followUps.map((each) => ({ ...each, done: each.done ?? null })),
    review: review ? { ...review, done: review.done ?? null } : null,
  };
}

function linesOf(incident: Incident): string {
  const { id, title, severity, followUps, review, journeys } = incident;
  const due = followUps.filter(({ done }) => done === undefined);
  const mark = isOpen(incident) ? '✕' : '●';
  return [
    `${mark} ${id}  ${severity}  ${phaseOf(incident)}${incident.public ? '  public' : ''}${journeys.length > 0 ? `  ${journeys.join(', ')}` : ''}\n`,
    `    ${title}\n`,
    ...due.map((each) => `    due ${each.due}, ${each.owner}: ${each.what}\n`),
    ...(review && review.done === undefined ? [`    due ${review.due}, ${review.owner}: the review\n`] : []),
  ].join('');
}
