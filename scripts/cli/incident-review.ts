import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reviewDraft } from '../../src/incidents/review-draft.ts';
import { folders } from '../../src/project/folders.ts';
import { redact } from '../../src/redact/redact.ts';
import { isOpen } from '../../src/schemas/incident.ts';
import { UsageError } from './define-command.ts';
import { incidentNamed, openForIncidents } from './incident-file.ts';
import type { IncidentValues } from './incident-values.ts';

/** Writes the draft of a review beside the records. Returns 0; one that is there is never overwritten. */
export async function draftReview(name: string, options: IncidentValues): Promise<number> {
  const project = await openForIncidents(options);
  const incident = incidentNamed(name, project);
  const path = `${folders.reviews}/${incident.id}.md`;
  const { text } = await redact(reviewDraft(incident, project.escalation.severities));
  const file = join(project.root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new UsageError(`\`${path}\` exists already; nothing was changed.`);
  });
  if (isOpen(incident))
    process.stderr.write(`\`${incident.id}\` is not resolved yet: the draft ends where its record does.\n`);
  const next = [
    'Complete it as runbooks/procedures/post-incident-review says: factors, what went well, actions.',
    'Each action becomes an entry of `followUps`, with an owner and a day.',
    'When it is final, set `review.done` to that day.',
  ];
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ id: incident.id, path, next })}\n`
      : `Drafted ${path}\n\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`,
  );
  return 0;
}
