import type { WalkData, WalkLink, WalkSettings } from '../../client/walk/walk-settings.ts';
import { macroPanelData } from '../../integration/macro-panel-data.ts';
import { localUrl } from '../../integration/page-paths.ts';
import type { SiteData } from '../../integration/site-data.ts';
import type { TriageData } from '../../integration/triage-data.ts';
import type { TreeNode } from '../../schemas/tree.ts';
import type { WrittenSettings } from '../../schemas/written-settings.ts';
import { nodeAt, type Place, placeId, reachableFrom } from '../../trees/graph.ts';

/** What the page of a tree says itself to its script. */
export function walkPageData(
  id: string,
  site: SiteData,
  baseUrl: string,
): WrittenSettings & Pick<WalkSettings, 'tree'> {
  // Each proof says itself how long it is fresh.
  return { base: `${baseUrl.replace(/\/$/, '')}/`, freshFor: 0, locale: site.locales[0] ?? 'en', tree: id };
}

/** What a walk needs: the tree, those that it leads to, and what all of them name. */
export function walkData(id: string, triage: TriageData, site: SiteData, baseUrl: string): WalkData | null {
  const trees = new Map(Object.entries(triage.trees));
  if (!trees.has(id) || !triage.escalation) return null;
  const locale = site.locales[0] ?? 'en';
  const url = (page: string): string => localUrl(page, locale, site, baseUrl);

  const places = placesFrom(trees, id);
  const nodes = places.flatMap((place): [Place, TreeNode][] => {
    const node = nodeAt(trees, place);
    return node ? [[place, node]] : [];
  });
  const linked = [...new Set(places.map((place) => place.tree))];
  const outcomes = nodes.flatMap(([, node]) => (node.kind === 'outcome' ? [node] : []));
  const runbooks = [...new Set(outcomes.flatMap(({ runbook }) => runbook ?? []))];
  return {
    trees: Object.fromEntries(linked.flatMap((each) => (triage.trees[each] ? [[each, triage.trees[each]]] : []))),
    escalation: triage.escalation,
    blocks: Object.fromEntries(
      nodes.flatMap(([place, node]): [string, WalkLink & { page: string }][] => {
        if (node.kind !== 'check' || typeof node.check !== 'string') return [];
        const [page = '', local = ''] = node.check.split('#');
        const title = site.pages[page]?.internal?.blocks[node.check]?.title;
        return title === undefined
          ? []
          : [[placeId(place), { title, page: site.pages[page]?.title ?? page, href: `${url(page)}#${local}` }]];
      }),
    ),
    pages: Object.fromEntries(
      runbooks.map((page) => [page, { title: site.pages[page]?.title ?? page, href: url(page) }]),
    ),
    macros: Object.fromEntries(
      [...new Set(outcomes.flatMap(({ macro }) => macro ?? []))]
        .sort()
        .map((macro) => [macro, macroPanelData(macro, triage, site)]),
    ),
  };
}

/** Everywhere that a walk from the tree's start may come to. */
function placesFrom(trees: ReadonlyMap<string, TriageData['trees'][string]>, id: string): Place[] {
  const start = trees.get(id)?.start;
  return start === undefined ? [] : [...reachableFrom(trees, { tree: id, node: start }).values()];
}
