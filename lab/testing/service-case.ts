import type { World } from '../contract.ts';

/** What a plain client sees of a service, in readings that stay the same while it is healthy. */
export type Look = Readonly<Record<string, unknown>>;

/** What the contract test must know of a service. */
export interface ServiceCase {
  /** One request that the healthy service answers with JSON: a GET of `path`, or a POST of `body`. */
  knock: { path: string; body?: unknown; headers?: Readonly<Record<string, string>> };
  /** Its faults beside the generic ones, which pages and drills name. */
  own: readonly string[];
  look(world: World, name: string): Promise<Look>;
}

export type ServiceCases = Readonly<Record<string, ServiceCase>>;

export function service(world: World, name: string): World['state']['services'][string] {
  const found = world.state.services[name];
  if (!found) throw new Error(`${name} is not running.`);
  return found;
}
