import { statusOf } from '../project/journey-status.ts';
import type { Project } from '../project/load.ts';
import { allBlocks, planBlocks } from '../project/plan.ts';
import type { PageShape } from '../readers/page-shape.ts';
import type { Config } from '../schemas/config.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { Layer } from '../schemas/layer.ts';
import type { Page } from '../schemas/page.ts';
import type { Picture } from '../schemas/picture.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import type { SiteBlock } from '../schemas/site-block.ts';
import type { SiteCheck } from '../schemas/site-check.ts';
import type { Topic } from '../schemas/topic.ts';
import { changedOn } from './changed-on.ts';
import { type LocaleWords, localeWords } from './locale-words.ts';
import { siteChecks } from './site-checks.ts';
import type { Words } from './words.ts';

export interface InternalPage {
  /** From the root. */
  path: string;
  audience: Audience;
  severity: string | null;
  layer: Layer | null;
  owner: string | null;
  journeys: string[];
  reviewed: string | null;
  /** When the next review is due, ISO 8601; `null` where it was never reviewed. */
  due: string | null;
  /** By `<page id>#<id>`; a translation has its source's. */
  blocks: Record<string, SiteBlock>;
}

export interface SitePage {
  title: string;
  description: string | null;
  locale: string;
  /** For a translation: the page it translates. */
  sourceId: string | null;
  /** Newest commit of its file, ISO 8601. */
  updated: string | null;
  /** The same, or the day of its last review, ISO 8601. */
  changed: string | null;
  /** What its text is made of, for search engines; `null` on the internal site, which none of them reads. */
  shape: PageShape | null;
  hasBlocks: boolean;
  /** What it is about of what users know by a name. */
  journeys: string[];
  /** What people type or paste when they need it, in its own language. */
  symptoms: string[];
  /** What an article is about, by id. */
  topic: string | null;
  /** Milliseconds that a proof stays fresh. */
  freshFor: number;
  /** `null` on the public site. */
  internal: InternalPage | null;
}

/** What the site's pages know of the tree. Plain data; the public site's is an allow-list. */
export interface SiteData {
  audience: Audience;
  /** The wallet's name. */
  brand: string;
  /** Where the public site is published; `null` on the internal one. */
  siteUrl: string | null;
  /** The first is the default. */
  locales: string[];
  /** By locale: its own name, and its BCP 47 tag. */
  languages: Config['locales'];
  editUrl: string | null;
  /** By locale: what check blocks say, for this audience. */
  words: Record<string, LocaleWords>;
  /** By page id. */
  pages: Record<string, SitePage>;
  /** What users may know of journeys and incidents. How journeys are has an age: `status.json` says. */
  status: Pick<PublicStatus, 'journeys' | 'incidents'>;
  /** Those that its pages show, by name. */
  pictures: Record<string, Picture>;
  /** What its articles are about, in the order in which readers see it. */
  topics: Topic[];
  /** By id; none on the public site. */
  checks: Record<string, SiteCheck>;
}

/** The pages that a site has. The public home page gives its place to the desk on the internal site. */
export function pagesFor(project: Project, audience: Audience): Page[] {
  if (audience === 'public') return project.pages.filter((page) => page.frontmatter.audience === 'public');
  return project.pages.filter((page) => page.id !== 'index' && page.sourceId !== 'index');
}

export function siteData(
  project: Project,
  audience: Audience,
  updated: ReadonlyMap<string, string>,
  words: Readonly<Record<string, Words>>,
  shapes: ReadonlyMap<string, { shape: PageShape }> = new Map(),
): SiteData {
  const pages = pagesFor(project, audience);
  const byId = new Map(project.pages.map((page) => [page.id, page]));
  const blocks = audience === 'internal' ? internalBlocks(project, pages) : new Map<string, SiteBlock>();
  const { journeys, incidents } = statusOf(project, {}, Date.now());
  const entries = pages.map((page): [string, SitePage] => {
    const source = byId.get(page.sourceId ?? page.id) ?? page;
    return [
      page.id,
      {
        title: page.frontmatter.title,
        description: page.frontmatter.description ?? null,
        locale: page.locale,
        sourceId: page.sourceId,
        updated: updated.get(page.path) ?? null,
        changed: changedOn(page, updated),
        shape: shapes.get(page.id)?.shape ?? null,
        symptoms: page.frontmatter.symptoms,
        journeys: source.frontmatter.journeys.filter((id) => Object.hasOwn(journeys, id)),
        topic: source.frontmatter.topic ?? null,
        hasBlocks: page.blocks.length + page.translatedBlocks.length > 0,
        freshFor: source.frontmatter.freshFor ?? project.config.freshFor,
        internal: audience === 'internal' ? internalPage(page, source, project, blocks) : null,
      },
    ];
  });
  return {
    audience,
    brand: project.config.brand,
    siteUrl: audience === 'public' ? project.config.siteUrl : null,
    locales: Object.keys(project.config.locales),
    languages: project.config.locales,
    editUrl: audience === 'internal' ? project.config.editUrl : null,
    words: Object.fromEntries(
      Object.entries(words).map(([locale, each]) => [locale, localeWords(each, audience, project.config.brand)]),
    ),
    pages: Object.fromEntries(entries),
    status: { journeys, incidents },
    pictures: picturesOf(pages, project),
    topics: topicsOf(pages, project),
    checks: audience === 'internal' ? siteChecks(project, pages) : {},
  };
}

function picturesOf(pages: readonly Page[], { pictures }: Project): Record<string, Picture> {
  const shown = new Set(pages.flatMap((page) => page.pictures));
  return Object.fromEntries([...pictures].filter(([name]) => shown.has(name)));
}

function topicsOf(pages: readonly Page[], { topics }: Project): Topic[] {
  const named = new Set(pages.map(({ frontmatter }) => frontmatter.topic));
  return topics.filter(({ id }) => named.has(id));
}

function internalBlocks(project: Project, pages: readonly Page[]): Map<string, SiteBlock> {
  const translated = new Set(pages.flatMap(({ sourceId }) => sourceId ?? []));
  const all = allBlocks(project);
  const told = journeysByBlock(project);
  return new Map(
    planBlocks(project, all, { environment: project.environment }).map((planned, index): [string, SiteBlock] => [
      planned.block,
      {
        title: planned.title,
        layer: planned.layer,
        target: planned.target,
        provider:
          planned.provider === null ? null : (project.providers.get(planned.provider)?.name ?? planned.provider),
        check: planned.check,
        asks: (all[index]?.block.ask.length ?? 0) > 0,
        journeys: told && (told.get(planned.block) ?? []),
        rows: translated.has(all[index]?.page.id ?? '')
          ? planned.rows.map(({ reading, healthy, degraded, meaning }) => ({
              reading,
              healthy: healthy.source,
              degraded: degraded?.source ?? null,
              meaning,
            }))
          : null,
      },
    ]),
  );
}

/** The journeys that each block tells of, as their parts say; `null` in a tree without journeys. */
function journeysByBlock({ journeys }: Project): Map<string, string[]> | null {
  if (journeys.size === 0) return null;
  const told = new Map<string, string[]>();
  for (const [id, { parts }] of journeys)
    for (const block of new Set(parts.flatMap(({ checks }) => checks.map((check) => check.block))))
      told.set(block, [...(told.get(block) ?? []), id]);
  return told;
}

function internalPage(
  page: Page,
  source: Page,
  project: Project,
  blocks: ReadonlyMap<string, SiteBlock>,
): InternalPage {
  const { audience, severity, layer, owner, journeys, reviewed, reviewEvery } = {
    ...source.frontmatter,
    audience: page.frontmatter.audience,
  };
  const own = source.blocks.flatMap(({ id }) => {
    const block = blocks.get(id);
    return block ? [[id, block] as const] : [];
  });
  return {
    path: page.path,
    audience,
    severity: severity ?? null,
    layer: layer ?? null,
    owner: owner ?? null,
    journeys,
    reviewed: reviewed ?? null,
    due: reviewed ? new Date(Date.parse(reviewed) + (reviewEvery ?? project.config.reviewEvery)).toISOString() : null,
    blocks: Object.fromEntries(own),
  };
}
