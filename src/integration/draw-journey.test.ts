import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import type { Journey } from '../schemas/journey.ts';
import type { JourneyMap } from '../schemas/journey-map.ts';
import { layers } from '../schemas/layer-names.ts';
import { drawJourney } from './draw-journey.ts';

const maps = new Map<string, { journey: Journey; map: JourneyMap }>();
beforeAll(async () => {
  const { journeys, providers } = await loadProject({ root: packageRoot });
  for (const [id, journey] of journeys)
    maps.set(id, { journey, map: await drawJourney(journey, (provider) => providers.get(provider)?.name ?? provider) });
});
const each = (judge: (id: string, journey: Journey, map: JourneyMap) => void): void => {
  expect(maps.size).toBeGreaterThanOrEqual(9);
  for (const [id, { journey, map }] of maps) judge(id, journey, map);
};

describe('the map of every journey', () => {
  it('has every part once, and every need', () => {
    each((id, { parts }, { nodes, edges }) => {
      expect(nodes.map(({ part }) => part).sort(), id).toEqual(parts.map((part) => part.id).sort());
      const needs = parts.flatMap((part) => part.needs.map((to) => `${part.id} ${to}`));
      const drawn = edges.filter(({ kind }) => kind === 'needs').map(({ from, to }) => `${from} ${to}`);
      expect(drawn.sort(), id).toEqual(needs.sort());
      for (const { path } of edges) expect(path, id).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+$/);
    });
  });

  it('leaves no part alone: each is an entry, is needed, or something compares with it', () => {
    each((id, { parts, entries }, { edges }) => {
      const reached = new Set([...entries, ...edges.map(({ to }) => to)]);
      const alone = parts.filter((part) => !reached.has(part.id));
      expect(alone, id).toEqual([]);
    });
  });

  it('has no boxes that overlap, with room below each for what is said of it, and none outside', () => {
    each((id, _, { nodes, width, height }) => {
      for (const a of nodes) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height, id).toBe(true);
        for (const b of nodes) {
          if (a === b) continue;
          const isApart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height + 30 <= b.y || b.y + b.height + 30 <= a.y;
          expect(isApart, `${id}: ${a.part}, ${b.part}`).toBe(true);
        }
      }
    });
  });

  it('has the layers’ columns beside each other, in the way of a request', () => {
    each((id, { parts }, { columns, nodes }) => {
      expect(
        columns.map(({ layer }) => layer),
        id,
      ).toEqual(layers.filter((layer) => parts.some((part) => part.layer === layer)));
      columns.forEach(({ x, width, layer }, index) => {
        const next = columns[index + 1];
        if (next) expect(x + width, id).toBeLessThan(next.x);
        for (const part of parts.filter((each) => each.layer === layer)) {
          const node = nodes.find((each) => each.part === part.id);
          expect(node && node.x >= x && node.x + node.width <= x + width, `${id}: ${part.id}`).toBe(true);
        }
      });
    });
  });

  it('leads from left to right, from a part to what it needs', () => {
    each((id, _, { nodes, edges }) => {
      const at = new Map(nodes.map((node) => [node.part, node]));
      for (const { from, to } of edges) {
        const [a, b] = [at.get(from), at.get(to)];
        expect(a && b && a.x + a.width < b.x, `${id}: ${from} → ${to}`).toBe(true);
      }
    });
  });
});

it('a journey of one part is a map of one box; one without parts is empty', async () => {
  const part = { id: 'app', name: 'App', layer: 'client', needs: [], checks: [], seenThrough: [] } as const;
  const one = { parts: [{ ...part, needs: [], checks: [], seenThrough: [] }] };
  const map = await drawJourney(one, (id) => id);
  expect(map.nodes).toHaveLength(1);
  expect(map.columns.map(({ layer }) => layer)).toEqual(['client']);
  expect((await drawJourney({ parts: [] }, (id) => id)).nodes).toEqual([]);
});
