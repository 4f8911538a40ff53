import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import type { Journey, Part } from '../schemas/journey.ts';
import { type JourneyMap, type MapColumn, type MapEdge, type MapNode, mapSizes } from '../schemas/journey-map.ts';
import { layers } from '../schemas/layer-names.ts';
import { wrapToWidth } from '../text/wrap-to-width.ts';

const layout: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  // Each layer has columns of its own, in the way of a request.
  'elk.partitioning.activate': 'true',
  // Parts that nothing joins to the others stand in the same columns.
  'elk.separateConnectedComponents': 'false',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  // Below a node stands why it is as it is.
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.padding': `[top=${mapSizes.head + 10},left=12,bottom=28,right=12]`,
};

/** How much wider bold letters are. */
const bold = 1.12;

interface Link {
  from: string;
  to: string;
  kind: MapEdge['kind'];
}

/**
 * Lays a journey's parts out, from left to right: what a part needs stands right of it. `providerName` says
 * how people know a provider.
 */
export async function drawJourney(
  { parts }: Pick<Journey, 'parts'>,
  providerName: (id: string) => string,
): Promise<JourneyMap> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const texts = new Map(parts.map((part) => [part.id, textsOf(part, providerName)]));
  const links = linksOf(parts);
  const drawn: ElkNode = await new Elk().layout({
    id: 'map',
    layoutOptions: layout,
    children: parts.map((part) => nodeOf(part, texts.get(part.id))),
    edges: links.map(({ from, to, kind }, index) => ({
      id: String(index),
      sources: [`${from} ${kind}`],
      targets: [`${to} in`],
    })),
  });
  const nodes = (drawn.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }): MapNode => {
    const { name = [], provider = [] } = texts.get(id) ?? {};
    return { part: id, x: round(x), y: round(y), width, height, name, provider };
  });
  return {
    width: Math.ceil(drawn.width ?? 0),
    height: Math.ceil(drawn.height ?? 0),
    columns: columnsOf(parts, nodes),
    nodes,
    edges: links.map((link, index) => ({ ...link, path: pathOf(drawn.edges?.[index]) })),
  };
}

function textsOf({ name, provider }: Part, providerName: (id: string) => string) {
  const width = mapSizes.node - 2 * mapSizes.padding;
  return {
    name: wrapToWidth(name, { width, size: mapSizes.nameSize * bold, most: 3 }),
    provider:
      provider === undefined ? [] : wrapToWidth(providerName(provider), { width, size: mapSizes.smallSize, most: 2 }),
  };
}

function nodeOf({ id, layer }: Part, texts: ReturnType<typeof textsOf> | undefined): ElkNode {
  const { name = [], provider = [] } = texts ?? {};
  const port = (its: string, side: 'EAST' | 'WEST') => ({
    id: `${id} ${its}`,
    layoutOptions: { 'elk.port.side': side },
  });
  return {
    id,
    width: mapSizes.node,
    height:
      2 * mapSizes.padding +
      name.length * mapSizes.nameLine +
      provider.length * mapSizes.smallLine +
      mapSizes.stateLine,
    // What is needed and what is compared leave a part apart, so that neither is taken for the other.
    ports: [port('in', 'WEST'), port('needs', 'EAST'), port('compared', 'EAST')],
    layoutOptions: {
      'elk.portConstraints': 'FIXED_SIDE',
      'elk.partitioning.partition': String(layers.indexOf(layer)),
    },
  };
}

/** All needs; and comparisons with parts that nothing needs, which would stand there without a reason. */
function linksOf(parts: readonly Part[]): Link[] {
  const known = new Set(parts.map(({ id }) => id));
  const needed = new Set(parts.flatMap(({ needs }) => needs));
  return parts.flatMap(({ id, needs, checks }) => {
    const compared = checks.flatMap((check) => (check.kind === 'compared' ? check.comparedWith : []));
    return [
      ...[...new Set(needs)].map((to): Link => ({ from: id, to, kind: 'needs' })),
      ...[...new Set(compared)].filter((to) => !needed.has(to)).map((to): Link => ({ from: id, to, kind: 'compared' })),
    ].filter(({ to }) => known.has(to));
  });
}

function columnsOf(parts: readonly Part[], nodes: readonly MapNode[]): MapColumn[] {
  const layerOf = new Map(parts.map(({ id, layer }) => [id, layer]));
  return layers.flatMap((layer) => {
    const its = nodes.filter(({ part }) => layerOf.get(part) === layer);
    if (its.length === 0) return [];
    const x = Math.min(...its.map((node) => node.x));
    return { layer, x, width: Math.max(...its.map((node) => node.x + node.width)) - x };
  });
}

function pathOf(edge: ElkExtendedEdge | undefined): string {
  return (edge?.sections ?? [])
    .map(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint]
        .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
        .join(''),
    )
    .join('');
}

const round = (length: number): number => Math.round(length * 10) / 10;
