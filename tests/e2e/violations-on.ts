import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

// Starlight's search button shows its keys beside its label; axe counts them as a part of the name (an experimental rule).
const theirs = ['label-content-name-mismatch'];

/**
 * What axe finds on a page as it is now, or on a part of it: `rule: element`, one each. Of a page that was looked at in
 * its other colours already, these are all that can be new.
 */
export async function violationsOn(
  page: Page,
  { part, only = 'everything' }: { part?: string; only?: 'colours' | 'everything' } = {},
): Promise<string[]> {
  // Otherwise it opens a second tab for its sums, which only pages with frames need, and takes twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (part !== undefined) axe.include(part);
  if (only === 'colours') axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.disableRules(theirs);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
