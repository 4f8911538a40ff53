import type { Project } from '../project/load.ts';
import { allBlocks, planBlocks } from '../project/plan.ts';
import { blocksOfTree, treePageId } from '../project/tree-block.ts';
import type { Ask, LiveBlock } from '../schemas/api.ts';
import type { Block, Page } from '../schemas/page.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { asksOf } from './asks.ts';
import type { Known } from './known-proofs.ts';
import { subjectOf } from './subject.ts';

/** A block where it stands, ready to run in one environment. */
export interface Place {
  page: Page;
  block: Block;
  subject: string;
  asks: Ask[];
  /** The name of its provider, as people know it. */
  provider: string | null;
  /** Its target's dashboard, with `{from}` and `{to}`. */
  dashboard: string | null;
  planned: PlannedBlock;
  /** It runs with a person's own values or not at all; what others found with theirs is none of its business. */
  ownOnly: boolean;
}

export interface PlaceOptions {
  environment: string;
  /** The value of `lab:NAME` for a block whose target is `target`; `null` where the lab has none. Absent: there is no lab. */
  labValue?: ((name: string, target: string | null) => string | null) | undefined;
  labNames?: readonly string[] | undefined;
}

/** Where blocks stand. */
export interface Places {
  /** The blocks of all pages, by id: those that are proven by themselves, counted, and shown together. */
  pages: ReadonlyMap<string, Place>;
  /** What the checks of escalation trees run, by id: some of the pages' blocks, and those that only a tree holds. */
  triage: ReadonlyMap<string, Place>;
  /** Ids of the blocks of `triage`, by `trees/<id>`: the tree's, and those of the trees that it leads to. */
  trees: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All blocks of a project. */
export function placeBlocks(project: Project, options: PlaceOptions): Places {
  const pages = placeEach(project, allBlocks(project), options);
  const triage = new Map<string, Place>();
  const trees = new Map<string, Set<string>>();
  for (const tree of project.trees.keys()) {
    const blocks = blocksOfTree(project, tree);
    trees.set(treePageId(tree), new Set(blocks.map(({ block }) => block.id)));
    const fresh = blocks.filter(({ block }) => !triage.has(block.id));
    for (const [id, place] of placeEach(project, fresh, options)) triage.set(id, forTriage(place));
  }
  return { pages, triage, trees };
}

function placeEach(
  project: Project,
  blocks: readonly { page: Page; block: Block }[],
  options: PlaceOptions,
): Map<string, Place> {
  const planned = planBlocks(project, blocks, options);
  const targets = project.environments.get(options.environment) ?? {};
  return new Map(
    blocks.flatMap(({ page, block }, index): [string, Place][] => {
      const plan = planned[index];
      if (!plan) return [];
      const asks = asksOf(project, page, block, options.labValue);
      const provider = plan.provider === null ? null : (project.providers.get(plan.provider)?.name ?? null);
      const dashboard = targets[plan.target ?? '']?.dashboard ?? null;
      const subject = subjectOf(block);
      return [[block.id, { page, block, subject, asks, provider, dashboard, planned: plan, ownOnly: false }]];
    }),
  );
}

/**
 * A triage is about one user's own case: a check that asks for something runs with what the person gives,
 * all of it, or not at all. What it comes to then is no proof of the block, whatever the value.
 */
function forTriage(place: Place): Place {
  if (place.asks.length === 0) return place;
  const { planned } = place;
  return {
    ...place,
    ownOnly: true,
    asks: place.asks.map((ask) => ({ ...ask, example: null, required: true })),
    planned: { ...planned, ownInput: true, problem: planned.problem?.code === 'needs-input' ? null : planned.problem },
  };
}

/** A block by its id, as a page (or `trees/<id>`) has it; without a page, wherever it stands. */
export function findPlace({ pages, triage, trees }: Places, block: string, page: string | null): Place | undefined {
  if (page === null) return pages.get(block) ?? triage.get(block);
  const tree = trees.get(page);
  if (tree) return tree.has(block) ? triage.get(block) : undefined;
  const found = pages.get(block);
  return found?.page.id === page ? found : undefined;
}

/** Ids of the blocks that `findPlace` finds. */
export function placeIds(places: Places, page: string | null): string[] {
  const all = [...new Set([...places.pages.keys(), ...places.triage.keys()])];
  return page === null ? all : all.filter((id) => findPlace(places, id, page));
}

/** The same places, with a person's values in what they ask for. */
export function fillPlaces(
  project: Project,
  places: readonly Place[],
  options: PlaceOptions & { params: Readonly<Record<string, string>> },
): Place[] {
  const planned = planBlocks(project, places, options);
  return places.map((place, index) => {
    const plan = planned[index] ?? place.planned;
    return { ...place, planned: place.ownOnly ? { ...plan, ownInput: true } : plan };
  });
}

const nothing: Known = { proof: null, evidence: [], skipped: null };

/** A block as the API shows it. */
export function showPlace(
  { page, block, asks, provider, dashboard, planned, ownOnly }: Place,
  known: Known,
  running: boolean,
): LiveBlock {
  const { proof, evidence, skipped } = ownOnly ? nothing : known;
  return {
    block: block.id,
    title: block.title,
    page: page.id,
    pageTitle: page.frontmatter.title,
    check: block.use,
    target: planned.target,
    layer: planned.layer,
    provider,
    journeys: planned.journeys,
    dashboard,
    asks,
    freshFor: planned.freshFor,
    ownOnly,
    problem: planned.problem,
    running: running && !ownOnly,
    proof,
    skipped,
    evidence: evidence.length,
  };
}
