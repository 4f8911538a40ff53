import type { OutcomeLabel } from '../schemas/page.ts';
import type { Verdict } from '../schemas/verdict.ts';

/**
 * The words of the check-block directive and the names of what it becomes in HTML: shared by the
 * scanner, the remark plugin, components and browser scripts. Knows no Markdown engine.
 */
export const directiveName = 'check';

/** The leaf directive that shows a picture of `src/content/pictures/`: `::picture[Caption]{#name}`. */
export const pictureName = 'picture';

/** Containers that Starlight draws as asides. */
export const asideNames = ['note', 'tip', 'caution', 'danger'] as const;

export const columns = ['Reading', 'Healthy', 'Degraded', 'Meaning'] as const;
export type Column = (typeof columns)[number];

/** Attributes of a block that are not parameters of its check. */
export const blockAttributes = ['id', 'use', 'ask', 'layer'] as const;

/** The verdict that each outcome line is written for. */
export const outcomeVerdicts = {
  Healthy: 'pass',
  Degraded: 'warn',
  Failing: 'fail',
  'Could not tell': 'error',
} as const satisfies Record<OutcomeLabel, Verdict>;

/** Class names of a card, for styles and browser scripts. */
export const card = {
  root: 'rl-check',
  head: 'rl-head',
  verdict: 'rl-verdict',
  shape: 'rl-shape',
  meta: 'rl-meta',
  rows: 'rl-rows',
  now: 'rl-now',
  wraps: 'rl-wraps',
  outcomes: 'rl-outcomes',
} as const;

/**
 * Elements that a rendered page holds in place of what other files say (layer, target, provider; in a
 * translation the table; a picture). They are filled in when the page is put together, and name the block or
 * the picture.
 */
export const slots = { facts: 'rl-facts', rows: 'rl-rows', picture: 'rl-picture' } as const;

/** Data attributes of a card, without `data-`. */
export const cardData = {
  block: 'block',
  state: 'state',
  outcome: 'outcome',
} as const;
