import { createHash } from 'node:crypto';

/**
 * A chain's head that follows from the time alone: nothing ticks, and two services with the same pace
 * have the same head without speaking to each other.
 */
export interface HeadClock {
  /** Height of the newest block at `now`, in milliseconds since 1970. */
  headAt(now: number): number;
  /** When the block was made, in milliseconds since 1970. */
  timeOf(height: number): number;
}

export interface Pace {
  /** A block and when it was made, in milliseconds since 1970; the others follow from it. */
  from: { height: number; time: number };
  /** Mean milliseconds between two blocks. */
  spacing: number;
  /** How far a block may be early or late, as a share of the spacing; below 0.5, so that order holds. */
  jitter?: number;
}

export function createHeadClock({ from, spacing, jitter = 0 }: Pace): HeadClock {
  const timeOf = (height: number): number =>
    from.time + Math.round((height - from.height + jitter * swing(height)) * spacing);
  return {
    timeOf,
    headAt(now) {
      let height = from.height + Math.floor((now - from.time) / spacing) + 1;
      while (timeOf(height) > now) height -= 1;
      return height;
    },
  };
}

/** Between -1 and 1, always the same for one height. */
function swing(height: number): number {
  const [first = 0, second = 0] = createHash('sha256').update(`swing ${height}`).digest();
  return (first * 256 + second) / 32_767.5 - 1;
}
