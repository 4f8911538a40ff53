// Long because everything of a tree comes together here, each part read by a file of its own.
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { type LoadedRegistry, loadRegistry, type Registry } from '../checks/registry.ts';
import { judgeDomains } from '../markdown/judge-domains.ts';
import { judgeReview } from '../markdown/judge-review.ts';
import { judgeTranslations, type TranslationFacts } from '../markdown/judge-translations.ts';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import { resolvePages } from '../markdown/resolve-pages.ts';
import type { Config } from '../schemas/config.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Escalation } from '../schemas/escalation.ts';
import type { Glossary } from '../schemas/glossary.ts';
import type { Incidents } from '../schemas/incident.ts';
import type { Journey } from '../schemas/journey.ts';
import type { Macros } from '../schemas/macro.ts';
import type { Page } from '../schemas/page.ts';
import type { Picture } from '../schemas/picture.ts';
import type { Provider } from '../schemas/provider.ts';
import type { Topic } from '../schemas/topic.ts';
import type { Trees } from '../schemas/tree.ts';
import { checkFileParams } from './check-file-params.ts';
import { checkIncidents, hasReviewIn } from './check-incidents.ts';
import { checkProviders } from './check-providers.ts';
import { declaredInTargets } from './declared-in-targets.ts';
import { checkFolders, folders, pathFrom } from './folders.ts';
import { loadConfig } from './load-config.ts';
import { loadProviders, loadTargets, type Targets } from './load-data.ts';
import { loadEscalation } from './load-escalation.ts';
import { checkGlossary, loadGlossary } from './load-glossary.ts';
import { loadIncidents } from './load-incidents.ts';
import { checkJourneys, loadJourneys } from './load-journeys.ts';
import { checkMacroArticles, loadMacros } from './load-macros.ts';
import { loadPictures } from './load-pictures.ts';
import { loadTopics } from './load-topics.ts';
import { checksOfTrees, checkTrees, loadTrees } from './load-trees.ts';
import { type CheckSource, type ReadPage, readPages } from './read-pages.ts';
import './resolve-runlight.ts';
import { openSecretLook, type SecretLook } from './secret-look.ts';
import { translatedAtCommit } from './translated-at-commit.ts';
import type { WorldFacts } from './world-key.ts';

/** A tree, read: pages, targets, providers, journeys, escalation trees, macros, glossary, incidents, checks, configuration, and every mistake in them. */
export interface Project {
  /** Absolute. */
  root: string;
  config: Config;
  /** The environment when none is asked for; `lab` where a tree has no targets. */
  environment: string;
  environments: ReadonlyMap<string, Targets>;
  providers: ReadonlyMap<string, Provider>;
  /** Those that can be used, by id; none where only their names were asked for. */
  journeys: ReadonlyMap<string, Journey>;
  /** Of all journeys' files. */
  journeyIds: readonly string[];
  registry: Registry;
  /** Escalation trees by id. */
  trees: Trees;
  /** Severities and roles. */
  escalation: Escalation;
  macros: Macros;
  /** Those that can be used, by name; none where trees are not read. */
  pictures: ReadonlyMap<string, Picture>;
  /** What help articles are about, in the order in which readers see it. */
  topics: Topic[];
  /** Errors, codes and states, by family. */
  glossary: Glossary;
  /** The newest first. */
  incidents: Incidents;
  /** In the order of their paths. */
  pages: Page[];
  diagnostics: Diagnostic[];
}

export interface LoadOptions {
  root: string;
  /** Services of the lab: in a tree without targets they stand for themselves. */
  services?: readonly string[];
  now?: Date;
  /** `used`: where pages are known from an earlier run, only the checks that blocks use. All by default. */
  checks?: 'all' | 'used';
  /** Read as they are now, though this process has read them before: checks and configuration, or the checks alone. */
  fresh?: boolean | 'checks';
  /** Gets the trees of the pages that are scanned and not known from an earlier run. */
  parsed?: ParsedPages;
  /** `names`: what pages may name is known, and the files are not read, which takes a while. All by default. */
  journeys?: 'all' | 'names';
  /** Read escalation trees, macros, the glossary, incidents and pictures, too; most commands need none. All by default. */
  trees?: boolean;
  /** Where the values of declared secrets are: a file that holds one is a mistake. The process's own. */
  env?: Readonly<Record<string, string | undefined>>;
}

/** Reads the tree at `root`. Mistakes are collected, never thrown. */
export async function loadProject({
  root: given,
  services = [],
  now = new Date(),
  checks = 'all',
  trees: readTrees = true,
  journeys: wantedJourneys = 'all',
  fresh = false,
  parsed,
  env = process.env,
}: LoadOptions): Promise<Project> {
  const root = resolve(given);
  const relativePath = (file: string): string => pathFrom(root, file);
  const look = await openSecretLook({ root, declared: await declaredInTargets(root, env) });
  const trees = loadTrees(readTrees ? root : null, look);
  const source = checkSource(checkFolders(root), relativePath, fresh !== false, async () => checksOfTrees(await trees));
  const [{ config, diagnostics: ofConfig }, targets, providers, journeys, files, loadedTrees] = await Promise.all([
    loadConfig(root, { fresh: fresh === true }),
    loadTargets(root, services, look),
    loadProviders(root, look),
    loadJourneys(root, wantedJourneys, look),
    pageFiles(root),
    trees,
    checks === 'all' ? source.load() : null,
  ]);
  const locales = Object.keys(config.locales);
  const [escalation, macros, pictures, topics, glossary, incidents] = await Promise.all([
    loadEscalation(root, config.teams, look),
    loadMacros(readTrees ? root : null, locales, look, config.allowedDomains),
    loadPictures(root, readTrees ? 'all' : 'names', locales, look),
    loadTopics(root, locales, look),
    loadGlossary(readTrees ? root : null, look),
    loadIncidents(readTrees ? root : null, look),
  ]);
  const environments = new Map(targets.environments);
  if (environments.size === 0)
    environments.set(
      'lab',
      Object.fromEntries(services.map((name) => [name, { service: name, headers: {}, peers: [] }])),
    );
  const facts: WorldFacts = {
    targets: [...new Set([...environments.values()].flatMap((each) => Object.keys(each)))],
    teams: config.teams,
    journeys: journeys.ids,
    pictures: pictures.names,
    topics: topics.topics.map(({ id }) => id),
    locales,
    reviewEvery: config.reviewEvery,
  };
  const {
    pages: scanned,
    checks: { registry, diagnostics: ofChecks },
  } = await readPages(root, files, facts, source, { parsed, look });
  const pages = scanned.flatMap(({ page }) => page ?? []);
  const diagnostics = [
    ...ofConfig,
    ...ofChecks,
    ...targets.diagnostics,
    ...providers.diagnostics,
    ...(await checkProviders(providers.providers, { root, environments, config, now })),
    ...journeys.diagnostics,
    ...checkJourneys(
      journeys,
      pages.flatMap(({ blocks }) => blocks),
      providers.providers,
    ),
    ...scanned.flatMap((each) => each.diagnostics),
    ...scanned.flatMap(({ path, review }) => judgeReview(path, review, now)),
    ...resolvePages(pages, files),
    ...judgeDomains(pages, config.allowedDomains),
    ...judgeTranslations(await translatedAtCommit(root, scanned.flatMap(translationFacts))),
    ...(await checkFileParams(root, pages, registry)),
    ...escalation.diagnostics,
    ...macros.diagnostics,
    ...pictures.diagnostics,
    ...topics.diagnostics,
    ...checkMacroArticles(macros, pages),
    ...glossary.diagnostics,
    ...checkGlossary(glossary, { pages, locales: facts.locales }),
    ...incidents.diagnostics,
    ...checkIncidents(incidents, {
      allowedDomains: config.allowedDomains,
      locales: facts.locales,
      teams: config.teams,
      journeys: journeys.ids,
      providers: [...providers.providers.keys()],
      hasReview: hasReviewIn(root),
      now,
    }),
    ...loadedTrees.diagnostics,
    ...checkTrees(loadedTrees, {
      pages,
      registry,
      targets: facts.targets,
      teams: config.teams,
      macros: macros.ids,
      escalation: escalation.escalation,
    }),
  ];
  await look.save();
  return {
    root,
    config,
    environment: defaultEnvironment(config, [...environments.keys()]),
    environments,
    providers: providers.providers,
    journeys: journeys.journeys,
    journeyIds: journeys.ids,
    registry,
    trees: loadedTrees.trees,
    escalation: escalation.escalation,
    macros: macros.macros,
    pictures: pictures.pictures,
    topics: topics.topics,
    glossary: glossary.glossary,
    incidents: incidents.incidents,
    pages,
    diagnostics: (await withoutSecrets(diagnostics, look)).sort(byPlace),
  };
}

/** The tree's checks, imported once, and only when they are needed. */
function checkSource(
  folders: readonly string[],
  relativePath: (file: string) => string,
  fresh: boolean,
  /** Checks that are used elsewhere than on pages. */
  alsoUsed: () => Promise<string[]>,
): CheckSource {
  let all: Promise<LoadedRegistry> | null = null;
  return {
    folders,
    load: () => (all ??= loadRegistry(folders, relativePath, { fresh })),
    loadOnly: async (ids) =>
      all ?? loadRegistry(folders, relativePath, { fresh, only: new Set([...ids, ...(await alsoUsed())]) }),
  };
}

function translationFacts({ page, sections, translates }: ReadPage): TranslationFacts[] {
  if (!page) return [];
  const { path, id, sourceId, frontmatter } = page;
  const hashes = frontmatter.translates?.split(' ') ?? [];
  return [{ path, id, sourceId, sections, madeFrom: translates && { hashes, position: translates } }];
}

/** Paths of all pages, from the root. Files whose name begins with `_` are drafts and stay out. */
export async function pageFiles(root: string): Promise<string[]> {
  const files = await glob([`${folders.runbooks}/**/*.{md,mdx}`, `${folders.docs}/**/*.{md,mdx}`], {
    cwd: root,
    ignore: ['**/_*'],
    dot: false,
  });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

function defaultEnvironment(config: Config, known: readonly string[]): string {
  if (config.defaultEnvironment) return config.defaultEnvironment;
  return known.includes('lab') ? 'lab' : ([...known].sort()[0] ?? 'lab');
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;
}

/** Messages quote what authors wrote, and paths are names of theirs. Of a file that holds a secret only that is said. */
async function withoutSecrets(diagnostics: readonly Diagnostic[], look: SecretLook): Promise<Diagnostic[]> {
  const holding = new Set(diagnostics.flatMap(({ code, path }) => (code === 'secret' ? [path] : [])));
  return Promise.all(
    diagnostics
      .filter(({ code, path }) => code === 'secret' || !holding.has(path))
      .map(async (diagnostic) => {
        if (diagnostic.code === 'secret') return { ...diagnostic, path: await look.redact(diagnostic.path) };
        const [path, message] = [await look.redact(diagnostic.path), await look.redact(diagnostic.message)];
        return { ...diagnostic, path, message };
      }),
  );
}
