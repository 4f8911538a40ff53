import type { Deflection, LanguageCounts, TicketCluster } from '../../schemas/deflection.ts';
import { languageNames, percent, plural } from '../show-numbers.ts';
import { ticketLanguages } from '../ticket-language.ts';
import { drawWeeks } from './draw-weeks.ts';
import { escapeHtml as text } from './escape-html.ts';
import { reportCss } from './report-css.ts';

/** One file that needs nothing else: no script, no request, every text escaped. `now` is when it was made. */
export function htmlReport(report: Deflection, now: Date): string {
  const { coverage, counts, source } = report;
  const span = source.from === null ? '' : ` from ${source.from} to ${source.to}`;
  const title = `Ticket deflection: ${percent(coverage.share)} of ${plural(counts.tickets, 'ticket')} have an article`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${reportCss}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="soft">Tickets${text(span)}. Made by Runlight on ${text(now.toISOString().slice(0, 10))}. Texts are redacted; names, addresses and what points at a person’s case are taken out.</p>
<p>${text(coverage.definition)}</p>
${facts(report)}
${articles(report)}
${clusters(report)}
${trends(report)}
${rows(report)}
</main>
</body>
</html>
`;
}

function facts({ coverage, counts, clusters: all, unclustered, surges }: Deflection): string {
  const items: [string, string][] = [
    [percent(coverage.share), 'have an article'],
    [counts.tickets.toLocaleString('en'), 'tickets'],
    [(counts.tickets - coverage.tickets).toLocaleString('en'), 'without an article'],
    [all.length.toLocaleString('en'), `missing articles, and ${unclustered.toLocaleString('en')} single tickets`],
    [surges.length.toLocaleString('en'), surges.length === 1 ? 'surge' : 'surges'],
  ];
  const languages = ticketLanguages
    .filter((language) => coverage.byLanguage[language] !== null)
    .map((language) => `${languageNames[language]}: ${percent(coverage.byLanguage[language] ?? 0)}`)
    .join(' · ');
  return `<ul class="facts">${items.map(([value, what]) => `<li><b>${text(value)}</b> ${text(what)}</li>`).join('')}</ul>
<p class="soft">Covered, by the ticket’s language: ${text(languages)}.</p>`;
}

function articles({ articles: all }: Deflection): string {
  if (all.length === 0) return '';
  const most = all[0]?.tickets ?? 1;
  const body = all.map(
    ({ title, slug, tickets, share, confidence, languages }) =>
      `<tr><th scope="row">${text(title)} <span class="soft">${text(slug)}</span></th><td class="n">${tickets.toLocaleString('en')}</td><td class="n">${percent(share)}</td><td class="bar">${bar(tickets / most)}</td><td class="n">${percent(confidence)}</td><td>${text(inLanguages(languages))}</td></tr>`,
  );
  return `<h2>Articles that would have answered most</h2>
${table('Articles, by tickets', '<th scope="col">Article</th><th scope="col" class="n">Tickets</th><th scope="col" class="n">Share</th><th scope="col">Compared</th><th scope="col" class="n">Confidence (median)</th><th scope="col">Languages</th>', body)}`;
}

function clusters({ clusters: all, unclustered }: Deflection): string {
  if (all.length === 0)
    return `<h2>Without an article</h2><p>No cluster: ${text(plural(unclustered, 'ticket'))} without an article are like too few others.</p>`;
  return `<h2>Without an article: what to write next</h2>
<p class="soft">Each is started with <code>npx runlight new article NAME --from-cluster ID</code>. ${text(plural(unclustered, 'more ticket'))} like too few others.</p>
${all.map(cluster).join('\n')}`;
}

function cluster({
  id,
  tickets,
  share,
  languages,
  words,
  wording,
  examples,
  nearestArticle,
  firstDay,
  lastDay,
}: TicketCluster): string {
  const said = wording.map(
    (each) =>
      `<li${lang(each.language)}>${text(each.text)} <span class="soft" lang="en">${text(plural(each.tickets, 'ticket'))}</span></li>`,
  );
  const quotes = examples.map((each) => `<blockquote${lang(each.language)}>${text(each.text)}</blockquote>`);
  return `<section class="cluster" aria-label="${text(`Cluster ${id}`)}"><header><h3><code>${text(id)}</code></h3><span>${text(plural(tickets, 'ticket'))}, ${percent(share)}</span></header>
<p class="soft">${text(words.join(', '))}<br>${text(inLanguages(languages))}${firstDay === null ? '' : text(` · ${firstDay} to ${lastDay ?? firstDay}`)}${nearestArticle === null ? '' : ` · nearest article: <code>${text(nearestArticle)}</code>`}</p>
${said.length === 0 ? '' : `<ul>${said.join('')}</ul>`}${quotes.join('')}</section>`;
}

/** Two languages of Portuguese share a code; `other` is of no known one. */
const lang = (language: string): string => (language === 'other' ? '' : ` lang="${text(language)}"`);

function trends({ weeks, surges }: Deflection): string {
  const parts: string[] = [];
  if (weeks.length > 1) {
    const key =
      '<ul class="key"><li><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="covered" width="8" height="8"/></svg>with an article</li><li><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="open" width="8" height="8"/></svg>without</li><li>▲ a surge</li></ul>';
    const body = weeks.map(
      ({ week, tickets, covered, isPartial }) =>
        `<tr><th scope="row">${text(week)}${isPartial ? ' <span class="soft">part of a week</span>' : ''}</th><td class="n">${tickets.toLocaleString('en')}</td><td class="n">${covered.toLocaleString('en')}</td><td class="n">${tickets === 0 ? '–' : percent(covered / tickets)}</td></tr>`,
    );
    parts.push(
      `<h2>By week</h2>${key}${drawWeeks({ weeks, surges })}<details><summary>The numbers</summary>${table('Weeks, from Monday', '<th scope="col">Week</th><th scope="col" class="n">Tickets</th><th scope="col" class="n">With an article</th><th scope="col" class="n">Share</th>', body)}</details>`,
    );
  }
  const body = surges.map(
    ({ title, of, unit, from, to, tickets, usual, strength }) =>
      `<tr><th scope="row">${text(title)} <span class="soft">${of === 'cluster' ? 'no article' : of === 'article' ? 'has an article' : ''}</span></th><td>${text(from === to ? from : `${from} to ${to}`)}</td><td class="n">${tickets.toLocaleString('en')} a ${unit}</td><td class="n">${usual.toLocaleString('en')}</td><td class="n">${strength.toLocaleString('en')}</td></tr>`,
  );
  parts.push(
    surges.length === 0
      ? '<h2>Surges</h2><p>None: no day and no week stands far above its own baseline.</p>'
      : `<h2>Surges</h2>${table('Days and weeks far above what was usual before: five robust deviations (median, MAD), and twice as many', '<th scope="col">What</th><th scope="col">When</th><th scope="col" class="n">Tickets</th><th scope="col" class="n">Usual</th><th scope="col" class="n">Deviations</th>', body)}`,
  );
  return parts.join('\n');
}

function rows({ counts, broken, removed }: Deflection): string {
  const said = [
    [counts.broken, 'could not be used'],
    [counts.repeated, 'had the id of an earlier one'],
    [counts.notFirst, 'were of agents or bots'],
    [counts.undated, 'had no date, and are in no trend'],
  ] as const;
  const items = said
    .filter(([count]) => count > 0)
    .map(([count, what]) => `<li>${text(plural(count, 'row'))} ${what}</li>`);
  const named = broken.map(({ line, why }) => `<tr><th scope="row">${line}</th><td>${text(why)}</td></tr>`);
  const gone = removed
    .map(({ kind, count }) => `${count.toLocaleString('en')} × ${kind.replaceAll('-', ' ')}`)
    .join(', ');
  return `<h2>About the export</h2>
<ul>${items.join('')}<li>Removed before anything was looked at: ${text(gone || 'nothing that redaction knows')}</li></ul>
${named.length === 0 ? '' : `<details><summary>Rows that could not be used</summary>${table('The first of them', '<th scope="col">Line</th><th scope="col">Why</th>', named)}</details>`}`;
}

const bar = (share: number): string =>
  `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="covered" width="${Math.max(0.5, Math.round(share * 1000) / 10)}" height="8"/></svg>`;

/** Wide tables scroll by themselves, with the keyboard, too. */
const table = (caption: string, head: string, body: readonly string[]): string =>
  `<div class="scroll" role="region" aria-label="${text(caption)}" tabindex="0"><table><caption>${text(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;

const inLanguages = (languages: LanguageCounts): string =>
  ticketLanguages
    .filter((language) => languages[language] > 0)
    .toSorted((a, b) => languages[b] - languages[a])
    .map((language) => `${languageNames[language]} ${languages[language].toLocaleString('en')}`)
    .join(', ');
