import type { Installable } from './installable.ts';
import type { Command } from './measure.ts';

/** What a contender is to do: `count` checks of `${url}/checks/0` and so on. */
export interface Job {
  count: number;
  url: string;
  /** An empty folder, its own. */
  folder: string;
}

/** What a contender says of a run. */
export interface Said {
  stdout: string;
  stderr: string;
  /** The text of `Prepared.report`, where it wrote one. */
  report: string | null;
}

/** A contender that is ready to run. */
export interface Prepared {
  command: Command;
  /** A file that each run writes; one of an earlier run is removed first. */
  report?: string;
  /** Before each run, not measured: takes away what an earlier run has left. */
  renew?(): Promise<void>;
  /** How many checks passed, by its own words. A run in which not all passed is void. */
  countPassed(said: Said): number;
}

/** Something that runs checks. Each check asserts the status and one field of the JSON. */
export interface Contender {
  id: string;
  title: string;
  prepare(job: Job): Promise<Prepared>;
}

export interface Peer extends Contender, Installable {}
