import type { Project } from '../project/load.ts';
import { allBlocks, planBlocks } from '../project/plan.ts';
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
  planned: PlannedBlock;
}

export interface PlaceOptions {
  environment: string;
  /** The value of `lab:NAME` for a block whose target is `target`; `null` where the lab has none. Absent: there is no lab. */
  labValue?: ((name: string, target: string | null) => string | null) | undefined;
  labNames?: readonly string[] | undefined;
}

/** All blocks of a tree, by id. */
export function placeBlocks(project: Project, options: PlaceOptions): Map<string, Place> {
  const all = allBlocks(project);
  const planned = planBlocks(project, all, options);
  return new Map(
    all.flatMap(({ page, block }, index): [string, Place][] => {
      const plan = planned[index];
      if (!plan) return [];
      const asks = asksOf(project, page, block, options.labValue);
      const provider = plan.provider === null ? null : (project.providers.get(plan.provider)?.name ?? null);
      return [[block.id, { page, block, subject: subjectOf(block), asks, provider, planned: plan }]];
    }),
  );
}

/** The same places, with a person's values in what they ask for. */
export function fillPlaces(
  project: Project,
  places: readonly Place[],
  options: PlaceOptions & { params: Readonly<Record<string, string>> },
): Place[] {
  const planned = planBlocks(project, places, options);
  return places.map((place, index) => ({ ...place, planned: planned[index] ?? place.planned }));
}

/** A block as the API shows it. */
export function showPlace(
  { page, block, asks, provider, planned }: Place,
  { proof, evidence, skipped }: Known,
  running: boolean,
): LiveBlock {
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
    asks,
    freshFor: planned.freshFor,
    problem: planned.problem,
    running,
    proof,
    skipped,
    evidence: evidence.length,
  };
}
