import { createHash } from 'node:crypto';
import type { End } from '../fault.ts';
import type { HeadClock } from './head-clock.ts';

/** A chain as one node sees it. */
export interface SeenChain {
  /** Height of the newest block that the node has. */
  head(): number;
  /** When the block was made, in milliseconds since 1970. */
  timeOf(height: number): number;
  /** 64 hexadecimal digits, the same on every node of this branch. */
  hashOf(height: number): string;
  /** From now on the node has another head, which follows from the chain's newest. */
  see(view: (newest: number) => number): End;
  /** From now on the node is on another branch: every block above `parting` has another hash. */
  branchOff(parting: number): End;
}

export function seeChain(name: string, clock: HeadClock): SeenChain {
  let view: (newest: number) => number = (newest) => newest;
  let parting = Number.POSITIVE_INFINITY;
  return {
    head: () => Math.max(0, view(clock.headAt(Date.now()))),
    timeOf: clock.timeOf,
    hashOf(height) {
      const branch = height > parting ? 'other' : 'main';
      return createHash('sha256').update(`${name} ${branch} ${height}`).digest('hex');
    },
    see(next) {
      view = next;
      return () => {
        view = (newest) => newest;
      };
    },
    branchOff(height) {
      parting = height;
      return () => {
        parting = Number.POSITIVE_INFINITY;
      };
    },
  };
}
