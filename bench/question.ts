import type { Peer } from './contender.ts';
import type { Installed } from './installable.ts';
import type { RaceOptions } from './race.ts';
import type { SitePeer } from './site-maker.ts';

/** What a question needs to be answered. */
export interface Bench extends RaceOptions {
  /** How many checks, or pages; `null` for the question's own choice. */
  sizes: readonly number[] | null;
  /** Those that were asked for, installed, or the reason why not. */
  peers(): Promise<Installed<Peer>>;
  /** The same of those that make sites. */
  sitePeers(): Promise<Installed<SitePeer>>;
  /** An empty folder that is removed at the end. */
  folder(): Promise<string>;
}

export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** An answer: what people read, and the numbers behind it. */
export interface Answer {
  tables: readonly Table[];
  /** What a reader must know so as not to be misled. */
  notes: readonly string[];
  /** For `--json`. Times are ranges over the rounds. */
  measurements: readonly object[];
}

export interface Question {
  id: string;
  /** What it asks, as a sentence. */
  asks: string;
  answer(bench: Bench): Promise<Answer>;
}
