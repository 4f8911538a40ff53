import type { Project } from '../project/load.ts';
import type { JourneyMap } from '../schemas/journey-map.ts';
import { drawJourney } from './draw-journey.ts';

/** Draws journeys, each again only when it has changed: a saved page should not wait for maps. */
export function createMapMaker(): (project: Project) => Promise<Record<string, JourneyMap>> {
  let known = new Map<string, Promise<JourneyMap>>();
  return async ({ journeys, providers }) => {
    const next = new Map<string, Promise<JourneyMap>>();
    const maps: [string, JourneyMap][] = [];
    for (const [id, { parts }] of journeys) {
      const names = parts.map(({ provider = '' }) => providers.get(provider)?.name ?? provider);
      const key = JSON.stringify([parts, names]);
      const map = known.get(key) ?? drawJourney({ parts }, (provider) => providers.get(provider)?.name ?? provider);
      next.set(key, map);
      maps.push([id, await map]);
    }
    known = next;
    return Object.fromEntries(maps);
  };
}
