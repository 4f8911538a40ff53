import { languageNames, percent, plural } from '../../../src/deflect/show-numbers.ts';
import { ticketLanguages } from '../../../src/deflect/ticket-language.ts';
import type { Deflection, LanguageCounts, Surge, TicketCluster } from '../../../src/schemas/deflection.ts';
import { inert } from '../../../src/text/inert.ts';
import { oneLine } from '../../../src/text/one-line.ts';

const width = 80;
const mostRows = 10;

/** A report for a terminal, in lines of at most 80 columns: coverage first, then what to write, then what surges. */
export function printDeflection(report: Deflection, html: string | undefined): void {
  const lines = [
    ...head(report),
    ...articles(report),
    ...clusters(report),
    ...weeks(report),
    ...surges(report),
    ...rest(report, html),
  ];
  process.stdout.write(lines.map((line) => `${inert(line)}\n`).join(''));
}

function head({ counts, coverage, source, languages }: Deflection): string[] {
  if (counts.tickets === 0) return [];
  const from = source.from === null ? '' : `, ${source.from} to ${source.to}`;
  return [
    `${percent(coverage.share)} of ${plural(counts.tickets, 'ticket')} have an article${from}.`,
    ...wrap(coverage.definition, '  '),
    ...wrap(
      ticketLanguages
        .filter((language) => languages[language] > 0)
        .map(
          (language) =>
            `${languageNames[language]} ${percent(coverage.byLanguage[language] ?? 0)} of ${languages[language].toLocaleString('en')}`,
        )
        .join(' · '),
      '  ',
    ),
  ];
}

function articles({ articles: all }: Deflection): string[] {
  if (all.length === 0) return [];
  return [
    '',
    'Articles that would have answered most',
    ...all.slice(0, mostRows).map(({ tickets, title, share }) => row(tickets, share, title)),
    ...more(all.length, 'article'),
  ];
}

function clusters({ clusters: all, unclustered }: Deflection): string[] {
  if (all.length === 0)
    return unclustered === 0
      ? []
      : ['', `Tickets without an article that are like too few others: ${unclustered.toLocaleString('en')}.`];
  return [
    '',
    'Without an article: what to write next',
    ...all.slice(0, mostRows).flatMap(cluster),
    ...more(all.length, 'cluster'),
    ...(unclustered === 0 ? [] : [`  ${plural(unclustered, 'more ticket')} like too few others.`]),
    '',
    'Start one: npx runlight new article NAME --from-cluster',
    `  ${all[0]?.id ?? ''}`,
  ];
}

const cluster = ({ id, tickets, share, languages, wording, examples }: TicketCluster): string[] => [
  row(tickets, share, id),
  ...wrap(
    `${shownLanguages(languages)}${
      wording.length === 0
        ? ''
        : `: ${wording
            .slice(0, 4)
            .map(({ text }) => `“${text}”`)
            .join(', ')}`
    }`,
    ' '.repeat(16),
  ),
  ...examples.map(({ text }) => cut(`${' '.repeat(16)}> ${oneLine(text)}`)),
];

const shownLanguages = (languages: LanguageCounts): string =>
  ticketLanguages
    .filter((language) => languages[language] > 0)
    .toSorted((a, b) => languages[b] - languages[a])
    .map((language) => `${languageNames[language]} ${languages[language].toLocaleString('en')}`)
    .join(', ');

function weeks({ weeks: all }: Deflection): string[] {
  if (all.length < 2) return [];
  const shown = all.slice(-12);
  const most = Math.max(1, ...shown.map(({ tickets }) => tickets));
  return [
    '',
    'By week (█ with an article, ░ without)',
    ...shown.map(({ week, tickets, covered, isPartial }) => {
      const length = Math.round((tickets / most) * 40);
      const full = tickets === 0 ? 0 : Math.round((covered / tickets) * length);
      return `  ${week}  ${'█'.repeat(full)}${'░'.repeat(length - full)} ${tickets.toLocaleString('en')}${isPartial ? ' (part)' : ''}`;
    }),
  ];
}

function surges({ surges: all, weeks: known }: Deflection): string[] {
  if (all.length === 0)
    return known.length < 2 ? [] : ['', 'No surges: no day and no week stands far above its own baseline.'];
  return ['', 'Surges', ...all.slice(0, mostRows).flatMap(surge), ...more(all.length, 'surge')];
}

const surge = ({ title, unit, from, to, tickets, usual }: Surge): string[] =>
  wrap(
    `${from}${to === from || unit === 'week' ? '' : ` to ${to}`}  ${oneLine(title, 60)}: ${tickets.toLocaleString('en')} in ${unit === 'week' ? 'this week' : 'a day'}, usually ${usual.toLocaleString('en')}`,
    '  ',
  );

function rest({ counts, broken, removed, files }: Deflection, html: string | undefined): string[] {
  const lines: string[] = [];
  const say = (count: number, what: string): void => {
    if (count > 0) lines.push(...wrap(`${plural(count, 'row')} ${what}`, ''));
  };
  say(counts.broken, 'could not be used, the rest was:');
  for (const { line, why } of broken.slice(0, mostRows)) lines.push(cut(`  line ${line}: ${oneLine(why)}`));
  if (counts.broken > Math.min(broken.length, mostRows))
    lines.push(`  and ${(counts.broken - Math.min(broken.length, mostRows)).toLocaleString('en')} more`);
  say(counts.repeated, 'had the id of an earlier one.');
  say(counts.notFirst, 'were of agents or bots.');
  say(counts.undated, 'had no date that can be read: they are in no trend.');
  if (removed.length > 0)
    lines.push(
      ...wrap(
        `Removed before reading: ${removed.map(({ kind, count }) => `${count.toLocaleString('en')} × ${kind.replaceAll('-', ' ')}`).join(', ')}.`,
        '',
      ),
    );
  // A path is never cut: it is copied.
  if (files.length > 0) lines.push(`Wrote ${plural(files.length, 'cluster')}, the first:`, `  ${files[0]}`);
  if (html !== undefined) lines.push('Wrote the report:', `  ${html}`);
  return lines.length === 0 ? [] : ['', ...lines];
}

const row = (tickets: number, share: number, text: string): string =>
  cut(`  ${tickets.toLocaleString('en').padStart(7)} ${percent(share).padStart(5)} ${oneLine(text)}`);

const more = (count: number, what: string): string[] =>
  count > mostRows ? [`  and ${plural(count - mostRows, what)} more: --json or --html has all.`] : [];

const cut = (line: string): string => ([...line].length <= width ? line : `${[...line].slice(0, width - 1).join('')}…`);

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const next = line === indent ? `${indent}${word}` : `${line} ${word}`;
    if ([...next].length > width && line !== indent) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = next;
  }
  return [...lines, cut(line)];
}
