import { forStatusPage } from '../../src/incidents/for-status-page.ts';
import { loadWords } from '../../src/integration/load-words.ts';
import { fill } from '../../src/integration/words.ts';
import type { Project } from '../../src/project/load.ts';
import type { Incident, IncidentPhase } from '../../src/schemas/incident.ts';
import type { PublicText } from '../../src/schemas/public-text.ts';
import { UsageError } from './define-command.ts';

const macroOf: Record<Exclude<IncidentPhase, 'monitoring'>, string> = {
  investigating: 'incident-investigating',
  identified: 'incident-identified',
  resolved: 'incident-resolved',
};

/** What users are told at the beginning of a phase. */
export interface Saying {
  phase: IncidentPhase;
  journeys: readonly string[];
  /** In the languages in which they were given. */
  impact: PublicText;
  workaround: PublicText;
  news: PublicText;
  text: PublicText;
  /** `2026-11-03 14:45 UTC`; `null` where nothing more comes. */
  next: string | null;
}

/** In every language: what was written, else the macro of the phase with what is known in that language. */
export function sayInPublic(project: Project, saying: Saying): { text: PublicText; generic: string[] } {
  const locales = Object.keys(project.config.locales);
  const generic: string[] = [];
  const text = Object.fromEntries(
    locales.map((locale) => {
      const written = saying.text[locale];
      if (written !== undefined) return [locale, written];
      if (saying.impact[locale] === undefined) generic.push(locale);
      return [locale, fromMacro(project, saying, locale)];
    }),
  );
  return { text, generic };
}

function fromMacro(project: Project, saying: Saying, locale: string): string {
  const { phase, next } = saying;
  const impact = saying.impact[locale] ?? touched(project, saying.journeys, locale);
  const words = loadWords(project.config.locales)[locale];
  if (phase === 'monitoring') {
    const watched = fill(words?.['runlight.incident.monitoring'] ?? '{impact}', { impact });
    return next === null
      ? watched
      : `${watched} ${fill(words?.['runlight.incident.next'] ?? '{time}', { time: next })}`;
  }
  const macro = project.macros.get(macroOf[phase])?.get(locale);
  if (!macro)
    throw new UsageError(
      `There is no macro \`${macroOf[phase]}\` in \`${locale}\`; write it, or give \`--text ${locale}=…\`.`,
    );
  const values = {
    impact,
    ...(saying.workaround[locale] === undefined ? {} : { workaround: saying.workaround[locale] }),
    ...(saying.news[locale] === undefined ? {} : { news: saying.news[locale] }),
    ...(next === null ? {} : { 'next-update': next }),
  };
  const { text, misfits } = forStatusPage(macro, values);
  const [misfit] = misfits;
  if (misfit) throw new UsageError(`\`--${misfit.name}\` in \`${locale}\`: expected ${misfit.expected}.`);
  return text;
}

/** Which journeys do not work as usual, in a language: all that is known there without a translation. */
export function touched(project: Project, journeys: readonly string[], locale: string): string {
  const words = loadWords(project.config.locales)[locale];
  const names = journeys.flatMap((id) => project.journeys.get(id)?.publicName?.[locale] ?? []);
  return names.length === 0
    ? (words?.['runlight.incident.something'] ?? '')
    : fill(words?.['runlight.incident.touched'] ?? '{journeys}', { journeys: names.join(', ') });
}

/** A headline: the impact without its full stop, or what is touched where that is no few words. */
export function briefly(impact: string | undefined, otherwise: string): string {
  return (impact !== undefined && impact.length <= 80 ? impact : otherwise).replace(/\.$/, '');
}

/** The next step where users were told when they hear more; texts that somebody wrote may not say it. */
export function promisedIn(text: PublicText | undefined, next: string | null): string | null {
  if (next === null || !Object.values(text ?? {}).some((said) => said.includes(next))) return null;
  return `Users were promised the next word at ${next}: set an alarm.`;
}

/** The next step where a workaround is there in some languages only: in the record, others would miss it. */
export function partialLine(workaround: PublicText, locales: readonly string[]): string | null {
  const missing = locales.filter((locale) => workaround[locale] === undefined);
  if (missing.length === 0 || missing.length === locales.length) return null;
  return `The workaround is not in the record: give it again with ${missing.map((locale) => `\`--workaround ${locale}=…\``).join(' and ')}, too.`;
}

/** Minutes until the public hears more. */
const rhythm: Record<Incident['severity'], number> = { sev1: 10, sev2: 30, sev3: 60, sev4: 60, sev5: 60 };

/** When the public hears more: `--next HH:MM`, on the day on which that hour comes next; else by the severity. */
export function nextWord(given: string | undefined, severity: Incident['severity'], at: string): string {
  if (given === undefined) return written(new Date(ceil(Date.parse(at) + rhythm[severity] * 60_000)));
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(given) ?? [];
  const day = at.slice(0, 10);
  const time = Date.parse(`${day}T${hour}:${minute}Z`);
  if (hour === undefined || Number.isNaN(time))
    throw new UsageError(`\`--next ${given}\` is no hour; expected one in UTC, such as \`14:45\`.`);
  return written(new Date(time <= Date.parse(at) ? time + 24 * 60 * 60_000 : time));
}

/** To the next five minutes: people say round hours. */
const ceil = (time: number): number => Math.ceil(time / 300_000) * 300_000;
const written = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
