import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { secretsOf } from '../schemas/target.ts';
import type { Targets } from './load-data.ts';

/** Where the lab's services are; `caFile` is the authority that signed their certificates. */
export interface LabAddresses {
  services: Readonly<Record<string, { url: string }>>;
  caFile: string | null;
}

/** The services of the lab that the targets in `names` and their peers need. */
export function servicesFor(targets: Targets, names: Iterable<string>): string[] {
  const services = new Set<string>();
  for (const name of names) {
    for (const each of [name, ...(targets[name]?.peers ?? [])]) {
      const service = targets[each]?.service;
      if (service) services.add(service);
    }
  }
  return [...services];
}

/** Gives every target its address. Targets of a lab service that is not there are left out. */
export function resolveTargets(targets: Targets, lab: LabAddresses | null): Record<string, ResolvedTarget> {
  const resolved: Record<string, ResolvedTarget> = {};
  for (const [name, target] of Object.entries(targets)) {
    const url = target.service ? lab?.services[target.service]?.url : target.url;
    if (!url) continue;
    resolved[name] = {
      name,
      url,
      headers: target.headers,
      peers: target.peers,
      budget: target.budget ?? null,
      caFile: target.service ? (lab?.caFile ?? null) : null,
      secrets: secretsOf(target),
    };
  }
  return resolved;
}
