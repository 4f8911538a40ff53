import type { World } from '../contract.ts';
import { ask } from './plain-client.ts';
import { service } from './service-case.ts';

/** GETs below a service's address: the JSON of a 200 or 503, else the status or the error's code. */
export function jsonGetter(world: World, name: string): (path: string) => Promise<unknown> {
  return async (path) => {
    const { outcome, body } = await ask(service(world, name).url + path, { caFile: world.state.caFile });
    return outcome === 200 || outcome === 503 ? JSON.parse(body) : outcome;
  };
}
