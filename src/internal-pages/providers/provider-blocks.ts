import type { SiteData } from '../../integration/site-data.ts';

/** A block that tells of a provider, on its own page (translations have none of their own). */
export interface ProviderBlock {
  block: string;
  page: string;
  title: string;
  target: string | null;
  freshFor: number;
}

/** Blocks whose target is one of these, or whose provider has this name; by page, as the site has them. */
export function providerBlocks(site: SiteData, targets: readonly string[], name: string): ProviderBlock[] {
  return Object.entries(site.pages).flatMap(([page, { sourceId, internal, freshFor }]) =>
    sourceId !== null
      ? []
      : Object.entries(internal?.blocks ?? {})
          .filter(([, { target, provider }]) => provider === name || (target !== null && targets.includes(target)))
          .map(([block, { title, target }]) => ({ block, page, title, target, freshFor })),
  );
}
