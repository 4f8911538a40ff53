import site from 'virtual:runlight/site';
import triage from 'virtual:runlight/triage';
import type { APIRoute } from 'astro';
import { macroPanelData } from '../../integration/macro-panel-data.ts';
import { reachableFrom } from '../../trees/graph.ts';

export const prerender = true;

const trees = new Map(Object.entries(triage.trees));

export function getStaticPaths() {
  return [...trees.keys()].map((id) => ({ params: { id } }));
}

/** The texts for users at which a walk of this tree may end: its page asks for them, so that its HTML stays small. */
export const GET: APIRoute = ({ params: { id = '' } }) => {
  const places = [...reachableFrom(trees, { tree: id, node: trees.get(id)?.start ?? '' }).values()];
  const macros = places.flatMap((place) => {
    const node = trees.get(place.tree)?.nodes[place.node];
    return node?.kind === 'outcome' ? (node.macro ?? []) : [];
  });
  return Response.json(
    Object.fromEntries([...new Set(macros)].sort().map((macro) => [macro, macroPanelData(macro, triage, site)])),
  );
};
