import type { BoardBlock } from '../../schemas/board-data.ts';
import type { Layer } from '../../schemas/layer.ts';

export const groupings = ['area', 'journey', 'layer', 'provider'] as const;
export type Grouping = (typeof groupings)[number];

export interface BlockGroup {
  /** What the address says: an area, a journey (or `area.NAME` for those in none), a layer, a provider; or `-`. */
  key: string;
  blocks: BoardBlock[];
}

/** The key of blocks that have no layer or no provider. */
export const nowhere = '-';
/** Begins the key of blocks that belong to no journey: they count in their area. */
const areaKey = 'area.';
/** The way of a request. */
const layers: readonly string[] = ['client', 'api', 'backend', 'provider'] satisfies Layer[];

/**
 * Blocks by what they have in common. A block stands in each of its journeys, and once otherwise. Areas
 * keep the order of the pages; journeys come by name, and before the areas of blocks in no journey.
 */
export function groupBlocks(blocks: readonly BoardBlock[], by: Grouping): BlockGroup[] {
  const groups = new Map<string, BlockGroup>();
  for (const block of blocks)
    for (const key of keysOf(block, by)) {
      const found = groups.get(key);
      if (found) found.blocks.push(block);
      else groups.set(key, { key, blocks: [block] });
    }
  const all = [...groups.values()];
  return by === 'area' ? all : all.sort((a, b) => compare(a.key, b.key, by));
}

function keysOf(block: BoardBlock, by: Grouping): readonly string[] {
  switch (by) {
    case 'area':
      return [block.area];
    case 'journey':
      return block.journeys.length > 0 ? [...new Set(block.journeys)] : [areaKey + block.area];
    case 'layer':
      return [block.layer ?? nowhere];
    case 'provider':
      return [block.provider ?? nowhere];
  }
}

function compare(a: string, b: string, by: Grouping): number {
  const rank = (key: string): number => {
    if (key === nowhere) return layers.length;
    if (by === 'layer') return layers.indexOf(key);
    return by === 'journey' && key.startsWith(areaKey) ? 1 : 0;
  };
  // Areas of blocks in no journey keep the order of the pages: the sort is stable.
  return rank(a) - rank(b) || (a.startsWith(areaKey) ? 0 : a.localeCompare(b, 'en'));
}

/** A group's name, in words. `areas` has the names of areas. */
export function groupName(key: string, by: Grouping, areas: Readonly<Record<string, string>>): string {
  const area = by === 'area' ? key : by === 'journey' && key.startsWith(areaKey) ? key.slice(areaKey.length) : null;
  if (area !== null) return areas[area] ?? capital(area);
  if (key === nowhere) return by === 'layer' ? 'No layer' : 'No provider';
  if (by === 'layer') return key === 'api' ? 'API' : capital(key);
  return by === 'journey' ? capital(key) : key;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ');
}
