import { redact } from '../../src/redact/redact.ts';
import { refuseSecret } from '../../src/redact/refuse-secret.ts';
import { severities } from '../../src/schemas/frontmatter.ts';
import { type IncidentPhase, incidentPhases } from '../../src/schemas/incident.ts';
import type { PublicText } from '../../src/schemas/public-text.ts';
import { suggest } from '../../src/text/nearest.ts';
import type { OptionValues } from './define-command.ts';
import { UsageError } from './define-command.ts';
import type { incidentOptions } from './incident-options.ts';

/** What was given on the command line. */
export type IncidentValues = OptionValues<typeof incidentOptions> & {
  root: string | undefined;
  env: string | undefined;
};

/** A text for the record: a recovery phrase or key in it is refused, other secrets are taken out. */
export async function safeText(option: string, text: string): Promise<string> {
  const refusal = await refuseSecret(text);
  if (refusal) throw new UsageError(`\`--${option}\`: ${refusal.message}`);
  return (await redact(text.trim())).text;
}

/** `[LANG=]TEXT…` by language; without a language, it is of the first one. */
export async function textsOf(
  option: string,
  given: readonly string[],
  locales: readonly string[],
): Promise<PublicText> {
  const texts: PublicText = {};
  for (const each of given) {
    const [, named, rest] = /^([a-z]{2,3}(?:-[a-z]{2,4})?)=([\s\S]*)$/i.exec(each) ?? [];
    const locale = named?.toLowerCase() ?? locales[0] ?? 'en';
    if (!locales.includes(locale))
      throw new UsageError(`\`--${option}\`: \`${locale}\` is no language here.${suggest(locale, locales)}`);
    const text = await safeText(option, rest ?? each);
    if (text === '') throw new UsageError(`\`--${option}\` says nothing in \`${locale}\`.`);
    if (texts[locale] !== undefined) throw new UsageError(`\`--${option}\` is given twice in \`${locale}\`.`);
    texts[locale] = text;
  }
  return texts;
}

export function severityOf(given: string): (typeof severities)[number] {
  const wanted = given.toLowerCase().replace(/^sev-/, 'sev');
  const found = severities.find((each) => each === wanted);
  if (!found) throw new UsageError(`There is no severity \`${given}\`.${suggest(wanted, severities)}`);
  return found;
}

export function phaseNamed(given: string): IncidentPhase {
  const found = incidentPhases.find((each) => each === given.toLowerCase());
  if (!found) throw new UsageError(`There is no phase \`${given}\`.${suggest(given.toLowerCase(), incidentPhases)}`);
  return found;
}

/** `--at`, else this minute: `2026-11-03T14:05Z`. */
export function momentOf(given: string | undefined, now: Date): string {
  if (given === undefined) return `${now.toISOString().slice(0, 16)}Z`;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:Z| UTC)$/.exec(given) ?? [];
  if (!day || !time || Number.isNaN(Date.parse(`${day}T${time}Z`)))
    throw new UsageError(`\`--at ${given}\` is no time in UTC; expected one such as \`2026-11-03T14:05Z\`.`);
  if (Date.parse(`${day}T${time}Z`) > now.getTime() + clockSkew)
    throw new UsageError(`\`--at ${given}\` is still to come; a record says what was.`);
  return `${day}T${time}Z`;
}

/** Clocks differ by so many milliseconds at most. */
const clockSkew = 5 * 60_000;

/** Names that must be known, each once. */
export function knownNames(option: string, given: readonly string[], known: readonly string[]): string[] {
  for (const name of given)
    if (!known.includes(name)) throw new UsageError(`There is no ${option} \`${name}\`.${suggest(name, known)}`);
  return [...new Set(given)];
}

export function teamNamed(given: string, teams: readonly string[]): string {
  if (!teams.includes(given)) throw new UsageError(`There is no team \`${given}\`.${suggest(given, teams)}`);
  return given;
}
