import { posix } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Layer } from '../schemas/layer.ts';
import type { Block, Page } from '../schemas/page.ts';
import { suggest } from '../text/nearest.ts';
import { folders } from './folders.ts';
import type { Project } from './load.ts';
import type { Targets } from './load-data.ts';
import { allBlocks } from './plan.ts';

export interface Selection {
  /** Page ids, file paths, folders, block ids (`page#block`), block ids of their own (`#bsc-head`), or globs of these. */
  patterns: readonly string[];
  tags: readonly string[];
  layers: readonly Layer[];
  providers: readonly string[];
  journeys: readonly string[];
}

export interface Selected {
  blocks: { page: Page; block: Block }[];
  /** Diagnostics of severity error in the pages that were named (all pages without a pattern), and in what all pages share. */
  errors: Diagnostic[];
  /** Patterns that name nothing, each as a sentence. */
  unknown: string[];
}

/** Picks blocks by what the command line names. */
export function selectBlocks(project: Project, selection: Selection, environment: string): Selected {
  const targets = project.environments.get(environment) ?? {};
  const all = allBlocks(project);
  const unknown: string[] = [];
  const paths = new Set<string>();
  const picked = new Set<Block>();
  const everywhere = selection.patterns.length === 0;
  for (const pattern of selection.patterns) {
    const matches = matcher(pattern);
    const pages = project.pages.filter((page) => matches(page.id) || matches(page.path));
    const broken = brokenPaths(project).filter((path) => matches(path) || matches(path.replace(/\.mdx?$/, '')));
    const blocks = all.filter(
      ({ page, block }) =>
        pages.includes(page) || matches(block.id) || (pattern.startsWith('#') && matches(`#${block.localId}`)),
    );
    if (pages.length === 0 && blocks.length === 0 && broken.length === 0)
      unknown.push(unknownPattern(pattern, project));
    for (const { page, block } of blocks) {
      picked.add(block);
      paths.add(page.path);
    }
    for (const page of pages) paths.add(page.path);
    for (const path of broken) paths.add(path);
  }
  unknown.push(...unknownFilters(project, selection, targets));
  const errors = project.diagnostics.filter(
    ({ severity, path }) =>
      severity === 'error' && !isOfTriage(path) && (everywhere || paths.has(path) || !/\.mdx?$/.test(path)),
  );
  const blocks = all.filter(({ page, block }) => {
    if (!everywhere && !picked.has(block)) return false;
    const { tags, journeys } = page.frontmatter;
    const target = targets[block.params.target ?? ''];
    const layer = block.layer ?? target?.layer ?? project.registry.get(block.use)?.definition.layer;
    if (selection.tags.length > 0 && !selection.tags.some((tag) => tags.includes(tag))) return false;
    if (selection.journeys.length > 0 && !selection.journeys.some((journey) => journeys.includes(journey)))
      return false;
    if (selection.layers.length > 0 && !(layer && selection.layers.includes(layer))) return false;
    return (
      selection.providers.length === 0 ||
      (target?.provider !== undefined && selection.providers.includes(target.provider))
    );
  });
  return { blocks, errors, unknown };
}

/** Filter values that no page and no target has. */
function unknownFilters({ pages, journeyIds }: Project, selection: Selection, targets: Targets): string[] {
  const known = {
    tag: pages.flatMap(({ frontmatter }) => frontmatter.tags),
    journey: [...journeyIds, ...pages.flatMap(({ frontmatter }) => frontmatter.journeys)],
    provider: Object.values(targets).flatMap(({ provider }) => provider ?? []),
  };
  const asked = { tag: selection.tags, journey: selection.journeys, provider: selection.providers };
  return (['tag', 'journey', 'provider'] as const).flatMap((kind) =>
    asked[kind]
      .filter((name) => !known[kind].includes(name))
      .map((name) => `There is no ${kind} \`${name}\`.${suggest(name, [...new Set(known[kind])])}`),
  );
}

function matcher(pattern: string): (name: string) => boolean {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  // A folder is all that is below it.
  if (!/[*?{[]/.test(trimmed)) return (name) => name === trimmed || name.startsWith(`${trimmed}/`);
  return (name) => posix.matchesGlob(name, trimmed);
}

/** Pages that could not be read at all: they have no blocks, but they can be named. */
/** No block needs trees, roles, macros or incidents: a mistake in them keeps nothing from being run. */
function isOfTriage(path: string): boolean {
  return (
    path === folders.escalation ||
    [folders.trees, folders.macros, folders.incidents].some((folder) => path.startsWith(`${folder}/`))
  );
}

function brokenPaths(project: Project): string[] {
  const read = new Set(project.pages.map((page) => page.path));
  return [...new Set(project.diagnostics.map(({ path }) => path))].filter(
    (path) => /\.mdx?$/.test(path) && !read.has(path) && !isOfTriage(path),
  );
}

function unknownPattern(pattern: string, project: Project): string {
  if (/[*?{[]/.test(pattern)) return `No page and no block matches \`${pattern}\`.`;
  const [pageId = '', blockId] = pattern.split('#');
  const page = project.pages.find(({ id, path }) => id === pageId || path === pageId);
  if (page && blockId !== undefined)
    return `The page \`${page.id}\` has no block \`${blockId}\`.${suggest(
      blockId,
      page.blocks.map((b) => b.localId),
    )}`;
  if (pattern.startsWith('#'))
    return `There is no block \`${pattern}\`.${suggest(
      pattern.slice(1),
      allBlocks(project).map(({ block }) => block.localId),
    ).replace(/`([^`]+)`/g, '`#$1`')}`;
  const last = pageId.split('/').at(-1) ?? pageId;
  // A source page comes before its translations.
  const sameName = project.pages
    .filter(({ id }) => id.split('/').at(-1) === last)
    .sort((a, b) => Number(a.sourceId !== null) - Number(b.sourceId !== null))
    .map(({ id }) => id);
  if (sameName.length > 0) return `There is no page \`${pageId}\`. Did you mean \`${sameName[0]}\`?`;
  return `There is no page or block \`${pattern}\`.${suggest(
    pageId,
    project.pages.map(({ id }) => id),
  )}`;
}
