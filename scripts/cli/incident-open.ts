import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { folders } from '../../src/project/folders.ts';
import type { Incident, IncidentFrontmatter } from '../../src/schemas/incident.ts';
import type { PublicText } from '../../src/schemas/public-text.ts';
import { UsageError } from './define-command.ts';
import { judgeRecord, openForIncidents, recordText, yamlStyle } from './incident-file.ts';
import { publishAlso, sitesIn } from './incident-publish.ts';
import {
  type IncidentValues,
  knownNames,
  momentOf,
  phaseNamed,
  safeText,
  severityOf,
  textsOf,
} from './incident-values.ts';
import { briefly, nextWord, partialLine, promisedIn, sayInPublic, touched } from './incident-words.ts';

/** Starts a record. Returns 0; wrong use writes nothing. */
export async function openIncident(given: string, options: IncidentValues): Promise<number> {
  const slug = given.replace(/\.md$/, '').replace(/^\d{4}-\d{2}-\d{2}-/, '');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new UsageError(
      `\`${given}\` is no name for an incident; expected lower-case words with hyphens, such as \`swaps-bsc\`.`,
    );
  if (options.severity === undefined)
    throw new UsageError('Say how bad it is: `--severity sev1` to `sev5`. Two seem right? Take the higher one.');
  const severity = severityOf(options.severity);
  const at = momentOf(options.at, new Date());
  const sites = sitesIn(options.publish);
  const id = `${at.slice(0, 10)}-${slug}`;
  const path = `${folders.incidents}/${id}.md`;
  const project = await openForIncidents(options);
  if (existsSync(join(project.root, path))) throw new UsageError(`\`${path}\` exists already; nothing was changed.`);
  const locales = Object.keys(project.config.locales);
  const journeys = knownNames('journey', options.journey, [...project.journeys.keys()]);
  const phase = phaseNamed(options.phase ?? 'investigating');
  if (phase === 'resolved') throw new UsageError('An incident is not opened resolved: open it, then resolve it.');
  const impact = await textsOf('impact', options.impact, locales);
  const workaround = await textsOf('workaround', options.workaround, locales);
  const word = nextWord(options.next, severity, at);
  const said = options.public
    ? sayInPublic(project, {
        phase,
        journeys,
        impact,
        workaround,
        news: {},
        text: await textsOf('text', options.text, locales),
        next: word,
      })
    : null;
  const headline = await headlineOf(options.headline);
  const title = options.title === undefined ? titleOf(slug) : await safeText('title', options.title);
  const record: IncidentFrontmatter = {
    title,
    severity,
    public: options.public,
    ...(headline ? { headline } : {}),
    status: [{ phase, at, ...(said ? { text: said.text } : {}) }],
    journeys,
    providers: knownNames('provider', options.provider, [...project.providers.keys()]),
    chains: await Promise.all([...new Set(options.chain)].map((each) => safeText('chain', each))),
    // In some languages only, it would be a text that other users miss.
    ...(locales.every((locale) => workaround[locale] !== undefined) ? { workaround } : {}),
    followUps: [],
  };
  const note =
    options.note === undefined ? `Opened as ${severity.replace('sev', 'SEV-')}.` : await safeText('note', options.note);
  const body = `## Timeline\n\n- ${at.slice(0, 10)} ${at.slice(11, 16)} UTC: ${note.replace(/\s+/g, ' ')}\n\n## Notes\n${
    Object.values(impact).length > 0 && !said ? `\nImpact: ${Object.values(impact)[0]}\n` : ''
  }`;
  const text = recordText(
    `# yaml-language-server: $schema=../../../schemas/incident.v1.schema.json\n${stringify(record, yamlStyle)}`,
    body,
  );
  const incident = await judgeRecord(project, { id, path }, text);
  await mkdir(dirname(join(project.root, path)), { recursive: true });
  await writeFile(join(project.root, path), text, { flag: 'wx' });
  const next = nextSteps(incident, {
    generic: said?.generic ?? [],
    promised: promisedIn(said?.text, word),
    partial: partialLine(workaround, locales),
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ id, path, severity, phase, public: incident.public, next })}\n`
      : `Opened ${path}\n\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`,
  );
  await publishAlso(project, sites);
  return 0;

  async function headlineOf(values: readonly string[]): Promise<PublicText | null> {
    const written = await textsOf('headline', values, locales);
    if (!options.public && Object.keys(written).length === 0) return null;
    return Object.fromEntries(
      locales.map((locale) => [locale, written[locale] ?? briefly(impact[locale], touched(project, journeys, locale))]),
    );
  }
}

const titleOf = (slug: string): string => `${slug.charAt(0).toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}`;

function nextSteps(
  { id, severity, public: isPublic, path }: Incident,
  { generic, promised, partial }: { generic: readonly string[]; promised: string | null; partial: string | null },
): string[] {
  const name = id.slice(11);
  return [
    ...(severity === 'sev1' || severity === 'sev2'
      ? ['Page an incident commander; they approve every public text.']
      : []),
    ...(generic.length > 0
      ? [
          `In ${generic.map((locale) => `\`${locale}\``).join(' and ')} the text only says what is touched: write the impact there, in ${path}.`,
        ]
      : []),
    ...(partial ? [partial] : []),
    ...(promised ? [promised] : []),
    `\`npx runlight incident update ${name} --note "…"\` for what is seen, decided and done; \`--phase identified\` when the cause is known.`,
    isPublic
      ? 'Commit and push, and the sites tell users; `--publish DIR` tells built ones at once.'
      : 'Users are told nothing yet: `npx runlight incident update … --public --impact "…"`.',
  ];
}
