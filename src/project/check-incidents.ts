import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publicTextsOf } from '../incidents/public-texts-of.ts';
import { judgeMacro } from '../macros/judge-macro.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { type Incident, isOpen } from '../schemas/incident.ts';
import type { PublicText } from '../schemas/public-text.ts';
import { suggest } from '../text/nearest.ts';
import { folders } from './folders.ts';
import type { LoadedIncidents } from './load-incidents.ts';
import type { YamlFile } from './read-yaml.ts';
import { type Report, reporter } from './yaml-mistakes.ts';

/** What incidents are held against. */
export interface IncidentWorld {
  locales: readonly string[];
  teams: readonly string[];
  journeys: readonly string[];
  providers: readonly string[];
  /** Where public texts may lead. */
  allowedDomains: readonly string[];
  now: Date;
}

/** Holds incidents against what else the tree has, and against what the team must not say or leave. */
export function checkIncidents(
  { read }: Pick<LoadedIncidents, 'read'>,
  world: IncidentWorld & { hasReview: (id: string) => boolean },
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { incident, yaml } of read) {
    const report = reporter(incident.path, 'incident-invalid', diagnostics);
    judgeNames(incident, yaml, world, report);
    judgeTexts(incident, yaml, world, report);
    judgeLeftovers(incident, yaml, world, report);
  }
  return diagnostics;
}

/** Whether an incident’s review has been begun in the tree. */
export const hasReviewIn =
  (root: string) =>
  (id: string): boolean =>
    existsSync(join(root, folders.reviews, `${id}.md`));

function judgeNames(incident: Incident, yaml: YamlFile, world: IncidentWorld, report: Report): void {
  incident.journeys.forEach((name, index) => {
    if (!world.journeys.includes(name))
      report(
        yaml.positionOf('journeys', index),
        `There is no journey \`${name}\`.${suggest(name, world.journeys)}`,
        'unknown-journey',
      );
  });
  incident.providers.forEach((name, index) => {
    if (!world.providers.includes(name))
      report(
        yaml.positionOf('providers', index),
        `There is no provider \`${name}\`.${suggest(name, world.providers)}`,
        'unknown-provider',
      );
  });
  const team = (name: string, ...path: PropertyKey[]): void => {
    if (!world.teams.includes(name))
      report(yaml.positionOf(...path), `There is no team \`${name}\`.${suggest(name, world.teams)}`, 'unknown-owner');
  };
  incident.followUps.forEach(({ owner }, index) => {
    team(owner, 'followUps', index, 'owner');
  });
  if (incident.review) team(incident.review.owner, 'review', 'owner');
}

function judgeTexts(
  incident: Incident,
  yaml: YamlFile,
  { locales, allowedDomains }: IncidentWorld,
  report: Report,
): void {
  const complete = (text: PublicText, ...path: PropertyKey[]): void => {
    for (const locale of Object.keys(text))
      if (!locales.includes(locale))
        report(
          yaml.positionOf(...path, locale),
          `\`${locale}\` is no language of the configuration.${suggest(locale, locales)}`,
        );
    const missing = locales.filter((locale) => text[locale] === undefined);
    if (incident.public && missing.length > 0)
      report(
        yaml.positionOf(...path),
        `\`${path.map(String).join('.')}\` is missing in ${missing.map((locale) => `\`${locale}\``).join(' and ')}; users of every language read it.`,
        'incident-untold',
      );
  };
  const texts = publicTextsOf(incident);
  for (const { text, path } of texts) complete(text, ...path);
  if (incident.public) {
    if (incident.headline === undefined)
      report(
        yaml.positionOf('public'),
        'The incident is public and has no `headline`: what users notice, in a few words, in every language.',
        'incident-untold',
      );
    const last = incident.status.length - 1;
    if (incident.status[last]?.text === undefined)
      report(
        yaml.positionOf('status', last),
        'The incident is public, and its newest phase has no `text` for users.',
        'incident-untold',
      );
  }
  for (const { text, path } of texts)
    for (const [locale, said] of Object.entries(text))
      for (const { code, message } of judgeMacro(said, locale, allowedDomains))
        report(
          yaml.positionOf(...path, locale),
          message.replace(
            'When we write again is `{{next-update}}`.',
            'Name the hour at which we write again, in UTC.',
          ),
          ofIncidents[code],
        );
}

/** What is wrong with a text for users, as it is called where an incident says it. */
const ofIncidents = {
  'macro-promises': 'incident-promises',
  'macro-asks-secret': 'incident-asks-secret',
  'phone-number': 'phone-number',
  'unlisted-domain': 'unlisted-domain',
} as const;

function judgeLeftovers(
  incident: Incident,
  yaml: YamlFile,
  { now, hasReview }: IncidentWorld & { hasReview: (id: string) => boolean },
  report: Report,
): void {
  const today = now.toISOString().slice(0, 10);
  const { followUps, review, severity, id } = incident;
  followUps.forEach(({ what, owner, due, done }, index) => {
    if (done === undefined && due < today)
      report(
        yaml.positionOf('followUps', index, 'due'),
        `“${what}” was due on ${due}, from \`${owner}\`.`,
        'follow-up-overdue',
      );
  });
  if (isOpen(incident)) return;
  if (!review) {
    if (severity === 'sev1' || severity === 'sev2')
      report(
        yaml.positionOf('severity'),
        `A resolved \`${severity}\` has a \`review\` with \`owner\` and \`due\`.`,
        'incident-unreviewed',
      );
    return;
  }
  if (review.done !== undefined && !hasReview(id))
    report(
      yaml.positionOf('review', 'done'),
      `The review is done, but \`${folders.reviews}/${id}.md\` is not there.`,
      'incident-unreviewed',
    );
  if (review.done === undefined && review.due < today)
    report(
      yaml.positionOf('review', 'due'),
      `The review was due on ${review.due}, from \`${review.owner}\`.`,
      'follow-up-overdue',
    );
}
