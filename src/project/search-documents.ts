// Long because it says of seven kinds what of them can be found, each in a few lines.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicIncident } from '../incidents/public-incident.ts';
import { pageUrl } from '../markdown/page-id.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import { errorsPage, type GlossaryEntry } from '../schemas/glossary.ts';
import { type Incident, isOpen } from '../schemas/incident.ts';
import type { Page } from '../schemas/page.ts';
import type { SearchDocument } from '../schemas/search.ts';
import type { Tree } from '../schemas/tree.ts';
import { isErrorText } from '../search/is-error-text.ts';
import { readableText } from '../search/readable-text.ts';
import type { Project } from './load.ts';

export interface DocumentOptions {
  audience: Audience;
  /** A key of the configuration's locales. */
  locale: string;
  /** The site's path, such as `/` or `/help-centre/`. */
  base: string;
}

/**
 * What one site lets people find in one language. On the public site that is what users may read, in their own
 * language, in the first one where a page has no translation; on the internal site also all that the team has,
 * which is written in the first language and found in every one.
 */
export async function searchDocuments(project: Project, options: DocumentOptions): Promise<SearchDocument[]> {
  const pages = shownPages(project.pages, options);
  const read = await Promise.all(
    pages.map(async ({ path }) => readableText(await readFile(join(project.root, path), 'utf8'))),
  );
  const codes = new Set(read.flatMap((each) => each.codes.map((code) => code.toLowerCase())));
  const ofPages = pages.map((page, index) =>
    pageDocument(page, read[index] ?? { text: '', codes: [] }, codes, options),
  );
  const documents = [...ofPages, ...glossaryDocuments(project, options), ...incidentDocuments(project, options)];
  if (options.audience === 'public') return documents;
  return [
    ...documents,
    ...treeDocuments(project, options),
    ...macroDocuments(project, options),
    ...providerDocuments(project, options),
  ];
}

const at = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;
const none = { active: false, symptoms: [], errors: [], text: '' };

/** Each page once: in the reader's language where it is translated. Home pages are no answer to anything. */
function shownPages(pages: readonly Page[], { audience, locale }: DocumentOptions): Page[] {
  const allowed = pages.filter(
    (page) =>
      (audience === 'internal' || page.frontmatter.audience === 'public') && (page.sourceId ?? page.id) !== 'index',
  );
  const translated = new Map(
    allowed.flatMap((page) => (page.locale === locale && page.sourceId ? [[page.sourceId, page]] : [])),
  );
  return allowed.flatMap((page) => (page.sourceId === null ? [translated.get(page.id) ?? page] : []));
}

function pageDocument(
  page: Page,
  { text, codes: own }: { text: string; codes: string[] },
  codes: ReadonlySet<string>,
  { locale, base }: DocumentOptions,
): SearchDocument {
  const { title, description = '', symptoms, asked } = page.frontmatter;
  const isError = (each: string): boolean => isErrorText(each, codes);
  const said = symptoms.filter((each) => !isError(each));
  const errors = [
    ...symptoms.filter(isError),
    ...own.filter((code) => isErrorText(code, new Set()) && code.length <= 80),
  ];
  // A page that stands in for its translation is read where the translation would be.
  const isFallback = page.locale !== locale && page.sourceId === null && !page.id.startsWith('runbooks/');
  return {
    ...none,
    kind: page.id.startsWith('runbooks/') ? 'runbook' : 'help',
    slug: page.id.split('/').at(-1) ?? page.id,
    locale: page.locale,
    title,
    description,
    url: at(base, isFallback ? `/${locale}${pageUrl(page.id)}` : pageUrl(page.id)),
    symptoms: [...said, ...asked],
    errors: unique(errors),
    text,
  };
}

const unique = (texts: readonly string[]): string[] => [
  ...new Map(texts.map((text) => [text.toLowerCase(), text])).values(),
];

function treeDocuments({ trees, config }: Project, { base }: DocumentOptions): SearchDocument[] {
  return [...trees].map(
    ([id, tree]): SearchDocument => ({
      ...none,
      kind: 'tree',
      slug: id,
      locale: firstOf(config.locales),
      title: tree.title,
      description: tree.description,
      url: at(base, `/trees/${id}/`),
      symptoms: [...outcomesOf(tree), ...(tree.asked ?? [])],
      text: Object.values(tree.nodes)
        .flatMap((node) =>
          node.kind === 'outcome'
            ? node.do
            : 'question' in node
              ? [node.question, node.hint ?? '', ...Object.values(node.choices).map(({ label }) => label)]
              : [],
        )
        .join('\n'),
    }),
  );
}

/** What a tree finds out, and what it offers to choose: an agent types either. */
const outcomesOf = ({ nodes }: Tree): string[] =>
  Object.values(nodes).flatMap((node) => {
    if (node.kind === 'outcome') return [node.outcome];
    if (node.kind === 'tree') return [];
    return Object.values(node.choices).flatMap(({ label }) =>
      /^(?:yes|no|not|it|none)\b/i.test(label) ? [] : [label],
    );
  });

function macroDocuments({ macros, config }: Project, { locale, base }: DocumentOptions): SearchDocument[] {
  return [...macros].flatMap(([id, byLocale]): SearchDocument[] => {
    const macro = byLocale.get(locale) ?? byLocale.get(firstOf(config.locales));
    if (!macro) return [];
    return [
      {
        ...none,
        kind: 'macro',
        slug: id,
        locale: macro.locale,
        title: macro.title,
        description: macro.use,
        symptoms: macro.asked ?? [],
        url: at(base, `/macros/${id}/`),
        text: macro.body,
      },
    ];
  });
}

function providerDocuments({ providers, config }: Project, { base }: DocumentOptions): SearchDocument[] {
  return [...providers].map(
    ([id, provider]): SearchDocument => ({
      ...none,
      kind: 'provider',
      slug: id,
      locale: firstOf(config.locales),
      title: provider.name,
      description: provider.does,
      url: at(base, `/providers/${id}/`),
      symptoms: [`contact ${provider.name}`, `${provider.name} status page`],
      text: [...provider.theyNeed, ...provider.contacts.flatMap(({ role, how }) => [role, how])].join('\n'),
    }),
  );
}

function glossaryDocuments(
  { glossary, config }: Project,
  { audience, locale, base }: DocumentOptions,
): SearchDocument[] {
  const first = firstOf(config.locales);
  return [...glossary].flatMap(([family, { title, entries }]) =>
    Object.entries(entries).flatMap(([id, entry]): SearchDocument[] => {
      const user = entry.user?.[locale] ?? entry.user?.[first];
      if (audience === 'public' && !user) return [];
      const isOwn = audience === 'public' && entry.user?.[locale] !== undefined;
      const path =
        audience === 'public'
          ? `${isOwn && locale !== first ? `/${locale}` : ''}/${errorsPage}/${family}/#${id}`
          : `/glossary/${family}/#${id}`;
      return [
        {
          ...none,
          kind: 'glossary',
          slug: `${family}-${id}`,
          locale: isOwn ? locale : first,
          title: `${title[locale] ?? title[first] ?? family}: ${nameOf(entry)}`,
          description: audience === 'public' ? (user?.means ?? '') : entry.means,
          url: at(base, path),
          errors: unique([entry.code, entry.text, ...entry.aliases].filter((text) => text !== undefined)),
        },
      ];
    }),
  );
}

const nameOf = ({ code, text }: GlossaryEntry): string => [code, text].filter((each) => each !== undefined).join(' ');

function incidentDocuments(
  { incidents, journeys, config }: Project,
  { audience, locale, base }: DocumentOptions,
): SearchDocument[] {
  const first = firstOf(config.locales);
  return [...incidents.values()].flatMap((incident): SearchDocument[] => {
    const told = publicIncident(incident, (id) => journeys.has(id));
    if (audience === 'public' && !told) return [];
    const updates = told?.updates.flatMap(({ text }) => text?.[locale] ?? []) ?? [];
    return [
      {
        ...none,
        kind: 'incident',
        slug: incident.id,
        locale: audience === 'public' ? locale : first,
        title:
          audience === 'public' ? (told?.headline[locale] ?? told?.headline[first] ?? incident.id) : incident.title,
        description: audience === 'public' ? (updates.at(-1) ?? '') : (told?.headline[first] ?? ''),
        url: at(
          base,
          audience === 'public'
            ? `${locale === first ? '' : `/${locale}`}/status/#${incident.id}`
            : `/incidents/${incident.id}/`,
        ),
        active: isOpen(incident),
        text: audience === 'public' ? updates.join('\n') : internalText(incident),
      },
    ];
  });
}

const internalText = ({ body, chains, providers }: Incident): string => [body, ...chains, ...providers].join('\n');

const firstOf = (locales: Project['config']['locales']): string => Object.keys(locales)[0] ?? 'en';
