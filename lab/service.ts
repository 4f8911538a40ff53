import type { Faults } from './fault.ts';

/** What the world gives a service that starts. */
export interface ServiceContext {
  /** A folder of this world alone, removed when it stops. */
  tempDir: string;
  /** Something that several services of one world stand on, such as a chain: started once, stopped last. */
  share<T extends Stoppable>(name: string, start: () => Promise<T>): Promise<T>;
  /** A process that must never outlive the world, not even when this process crashes. */
  guard(pid: number): void;
}

export interface Stoppable {
  stop(): Promise<void>;
}

export interface RunningService<Part> extends Stoppable {
  url: string;
  /** Named values for pages: `lab:tx.stuck`. */
  values: Record<string, string>;
  /** What the faults of this service work on. */
  part: Part;
  /** The authority that signed its certificate, as a PEM file. */
  caFile?: string;
  /** What it says of itself once it is up: "chain 56, at block 140". */
  note?: string;
}

export interface ServiceDefinition<Part> {
  name: string;
  protocol: string;
  summary: string;
  /** Services that are started with it. */
  needs?: readonly string[];
  faults: Faults<Part>;
  start(context: ServiceContext): Promise<RunningService<Part>>;
}

/** A service of the lab, one per file in `services/`. Register it in `services.ts`. */
export function defineService<Part>(definition: ServiceDefinition<Part>): ServiceDefinition<Part> {
  return definition;
}
