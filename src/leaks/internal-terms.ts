import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicTextsOf } from '../incidents/public-texts-of.ts';
import { pageUrl } from '../markdown/page-id.ts';
import type { Project } from '../project/load.ts';
import { errorsPage } from '../schemas/glossary.ts';
import type { Incident } from '../schemas/incident.ts';
import type { Page } from '../schemas/page.ts';
import { secretsOf } from '../schemas/target.ts';
import type { InternalTerm } from './internal-term.ts';
import { triageTerms } from './triage-terms.ts';
import { shingles, toWords } from './words.ts';

/** Words in a row that count as a quotation from an internal page. */
export const quotationLength = 7;

export interface InternalTerms {
  terms: InternalTerm[];
  /** Runs of words that stand on internal pages and on no public one. */
  quotations: Set<string>;
  /** Routes that the public site must have, and no others. */
  routes: Set<string>;
}

/**
 * Everything that must not be found on the public site, read from the same tree that made it. What public
 * incidents say to users gives nothing away; `incidents: 'judged'` does not take their word for it.
 */
export async function internalTerms(
  project: Project,
  { incidents = 'said' }: { incidents?: 'said' | 'judged' } = {},
): Promise<InternalTerms> {
  const isPublic = (page: Page): boolean => page.frontmatter.audience === 'public';
  const internal = project.pages.filter((page) => !isPublic(page));
  const published = (
    await Promise.all([
      ...project.pages.filter(isPublic).map((page) => publicText(project.root, page)),
      ...publicData(project),
      ...publicEntries(project),
      ...[...project.journeys.values()].flatMap(({ publicName }) => Object.values(publicName ?? {})),
      ...(incidents === 'said' ? [...project.incidents.values()].flatMap(saidToUsers) : []),
    ])
  ).join('\n\n');
  const said = shingles(published, quotationLength);
  const quotations = new Set<string>();
  for (const page of internal) {
    const text = await readFile(join(project.root, page.path), 'utf8');
    for (const run of shingles(text, quotationLength)) if (!said.has(run)) quotations.add(run);
  }
  for (const text of internalPictures(project))
    for (const run of shingles(text, quotationLength)) if (!said.has(run)) quotations.add(run);
  // However a page escapes a sentence, its words are the same.
  const triage = triageTerms(project);
  for (const { kind, text } of triage)
    if (kind !== 'route') for (const run of shingles(text, quotationLength)) if (!said.has(run)) quotations.add(run);
  const spoken = ` ${toWords(published).join(' ')} `;
  const terms = distinct([...pageTerms(internal), ...nameTerms(project), ...triage]).filter(({ text, kind }) => {
    // A word that public pages use themselves gives nothing away.
    const words = toWords(text);
    return words.length > 0 && (kind === 'route' || kind === 'page' || !spoken.includes(` ${words.join(' ')} `));
  });
  return { terms, quotations, routes: publicRoutes(project) };
}

function pageTerms(pages: readonly Page[]): InternalTerm[] {
  return pages.flatMap((page) => [
    { kind: 'page' as const, text: page.path },
    ...(page.id === 'index' ? [] : [{ kind: 'route' as const, text: pageUrl(page.id) }]),
    { kind: 'title' as const, text: page.frontmatter.title },
    ...(page.frontmatter.description ? [{ kind: 'title' as const, text: page.frontmatter.description }] : []),
    ...page.blocks.map((block) => ({ kind: 'title' as const, text: block.title })),
  ]);
}

function nameTerms({ registry, environments, providers, config, pages }: Project): InternalTerm[] {
  const terms: InternalTerm[] = [...registry.values()].flatMap(({ id, definition }) => [
    { kind: 'check', text: id },
    { kind: 'check', text: definition.summary },
  ]);
  for (const [environment, targets] of environments) {
    terms.push({ kind: 'environment', text: environment });
    for (const [name, target] of Object.entries(targets)) {
      terms.push({ kind: 'target', text: name });
      if (target.service) terms.push({ kind: 'target', text: target.service });
      for (const address of [target.url, target.dashboard]) {
        const host = /^[a-z]+:\/\/([^/?#{]+)/i.exec(address ?? '')?.[1];
        if (host) terms.push({ kind: 'address', text: host });
      }
      for (const text of secretsOf(target)) terms.push({ kind: 'secret', text });
    }
  }
  for (const [id, provider] of providers) {
    terms.push(
      { kind: 'provider', text: id },
      { kind: 'provider', text: provider.name },
      { kind: 'provider', text: provider.does },
    );
    for (const contact of provider.contacts)
      terms.push({ kind: 'contact', text: contact.how }, { kind: 'contact', text: contact.role });
    for (const { when, to } of provider.escalation)
      terms.push({ kind: 'contact', text: when }, { kind: 'contact', text: to });
    if (provider.killSwitch) terms.push({ kind: 'provider', text: provider.killSwitch.does });
  }
  for (const text of config.teams) terms.push({ kind: 'owner', text });
  if (config.editUrl) terms.push({ kind: 'edit address', text: config.editUrl });
  for (const page of pages)
    for (const drill of page.frontmatter.drills) terms.push({ kind: 'drill', text: drill.break });
  return terms;
}

/** Each text once, as what it was first. */
function distinct(terms: readonly InternalTerm[]): InternalTerm[] {
  return [...new Map(terms.toReversed().map((term) => [term.text, term])).values()].reverse();
}

/** What a public page says to its readers: title, description, symptoms, what is asked and body, without what its blocks say to machines. */
async function publicText(root: string, page: Page): Promise<string> {
  const text = await readFile(join(root, page.path), 'utf8');
  const body = text
    .replace(/^---\r?\n[\s\S]*?\r?\n---/, '')
    .replace(/^[ \t]*(:{3,})check[^\n]*\n[\s\S]*?^[ \t]*\1[ \t\r]*$/gm, (block) =>
      block.replace(/^.*$/m, (opening) => /\[(.*)\]/.exec(opening)?.[1] ?? '').replace(/^\s*\|.*\|\s*$/gm, ''),
    )
    .replace(/<!--[\s\S]*?-->/g, '');
  const { title, description, symptoms, asked } = page.frontmatter;
  return [title, description ?? '', ...symptoms, ...asked, body].join('\n\n');
}

function saidToUsers(incident: Incident): string[] {
  return incident.public ? publicTextsOf(incident).flatMap(({ text }) => Object.values(text)) : [];
}

/** What public pages show of data files: their pictures, and the names of their topics. */
function publicData({ pages, pictures, topics }: Project): string[] {
  const shown = pages.filter(({ frontmatter }) => frontmatter.audience === 'public');
  const names = new Set(shown.flatMap((page) => page.pictures));
  const named = new Set(shown.map(({ frontmatter }) => frontmatter.topic));
  return [
    ...[...pictures].filter(([name]) => names.has(name)).flatMap(([, picture]) => textsIn(picture)),
    ...topics.filter(({ id }) => named.has(id)).flatMap(({ name, about }) => textsIn({ name, about })),
  ];
}

/** What pictures of the team alone say, in every language. */
function internalPictures({ pages, pictures }: Project): string[] {
  const shown = new Set(
    pages.filter(({ frontmatter }) => frontmatter.audience === 'public').flatMap((page) => page.pictures),
  );
  return [...pictures].filter(([name]) => !shown.has(name)).flatMap(([, picture]) => textsIn(picture));
}

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the glossary says to users: entries that have something for them, as they stand on the pages of errors, and one after the other in their list. */
function publicEntries({ glossary }: Project): string[] {
  const listed = [...glossary.values()].flatMap(({ entries }) => {
    const shown = Object.entries(entries).filter(([, { user }]) => user);
    const texts = shown.map(([id, { code, text, aliases }]) => ({
      id,
      says: [text, code, ...aliases].filter(Boolean),
    }));
    // As text, and with the places in front of it that links lead to.
    return [texts.flatMap(({ says }) => says), texts.flatMap(({ id, says }) => [id, ...says])].map((all) =>
      all.join(' '),
    );
  });
  const said = [...glossary.values()].flatMap(({ title, entries }) =>
    Object.values(entries).flatMap(({ code, text, aliases, user }) =>
      Object.entries(user ?? {}).flatMap(([locale, { means, money, do: act }]) => [
        [code, text, ...aliases, title[locale], means].filter(Boolean).join(' '),
        [text, code, aliases.join(', '), means].filter(Boolean).join(' '),
        money,
        act,
      ]),
    ),
  );
  return [...listed, ...said];
}

/** By front matter, the lists of articles, and the pages of statuses and errors: every public page, and its place in every locale (its translation, or the English text standing in). */
function publicRoutes({ pages, config, glossary }: Project): Set<string> {
  const [, ...others] = Object.keys(config.locales);
  const routes = new Set(['', ...others].map((locale) => pageUrl(locale === '' ? 'status' : `${locale}/status`)));
  const families = [...glossary].filter(([, { entries }]) => Object.values(entries).some(({ user }) => user));
  if (families.length > 0)
    for (const prefix of ['', ...others.map((locale) => `${locale}/`)])
      for (const id of [errorsPage, ...families.map(([family]) => `${errorsPage}/${family}`)])
        routes.add(pageUrl(`${prefix}${id}`));
  for (const page of pages) {
    if (page.frontmatter.audience !== 'public') continue;
    routes.add(pageUrl(page.id));
    if (page.sourceId !== null || page.path.startsWith('runbooks/')) continue;
    for (const locale of others) routes.add(pageUrl(page.id === 'index' ? locale : `${locale}/${page.id}`));
  }
  const articles = pages.filter(({ id, frontmatter }) => frontmatter.audience === 'public' && id.startsWith('help/'));
  // A page `help` of the tree's own takes the lists' place.
  if (articles.length === 0 || routes.has(pageUrl('help'))) return routes;
  const topics = new Set(articles.flatMap(({ frontmatter }) => frontmatter.topic ?? []));
  for (const id of ['help', ...[...topics].map((topic) => `topics/${topic}`)])
    for (const prefix of ['', ...others.map((locale) => `${locale}/`)]) routes.add(pageUrl(`${prefix}${id}`));
  return routes;
}
