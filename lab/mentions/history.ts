/**
 * What people have written, as a pure function of time: each week is like the one before, give or take one, so that
 * nothing is a surge unless a fault makes it one. Nothing is kept.
 */
export interface LabMention {
  id: number;
  /** Seconds since 1970. */
  at: number;
  title: string;
  body: string;
  tag: string;
}

/** More of one kind, in the last hour. */
export interface Wave {
  /** How many times as many as usual. */
  times: number;
  title: string;
  body: string;
  tag: string;
}

const hour = 3600;
const day = 86_400;

/** How much is written. */
export interface Pace {
  /** Seconds. */
  slot: number;
  /** On average in a slot of the busiest hour. */
  perSlot: number;
}

const topics = [
  { tag: 'swap', title: 'Swap takes long', body: 'My swap has been pending for a while, is that normal?' },
  { tag: 'receive', title: 'Where is my deposit', body: 'I was sent coins from an exchange and do not see them yet.' },
  { tag: 'card', title: 'Card was declined', body: 'The purchase with my card did not go through.' },
  { tag: 'praise', title: 'Works well', body: 'Clear and quick, no complaints so far.' },
  { tag: 'balance', title: 'Balance looks wrong', body: 'After the update one token shows zero.' },
] as const;

/** About a number in [0, 1) from a whole number, always the same one. */
function chance(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return ((Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** Mentions with `from <= at < to`, the oldest first; as much as `pace` says. */
export function mentionsBetween(
  from: number,
  to: number,
  { slot, perSlot }: Pace,
  wave: Wave | null,
  now = Date.now() / 1000,
): LabMention[] {
  const found: LabMention[] = [];
  for (let index = Math.floor(from / slot); index * slot < to; index += 1) {
    const start = index * slot;
    // The same slot of every week has nearly the same number: it depends on the time of day alone.
    const busy = 0.75 + 0.25 * Math.sin((((start % day) / day) * 2 - 0.5) * Math.PI);
    const inWave = wave !== null && start + slot > now - hour;
    const usual = Math.round(perSlot * busy) + (start % hour === 0 && chance(start / hour) < 0.3 ? 1 : 0);
    const count = inWave ? usual * wave.times : usual;
    for (let place = 0; place < count; place += 1) {
      const at = start + Math.floor(((place + 0.5) / count) * slot);
      if (at < from || at >= Math.min(to, now)) continue;
      const topic = topics[(index + place) % topics.length] ?? topics[0];
      const said = inWave && place >= usual ? { tag: wave.tag, title: wave.title, body: wave.body } : topic;
      found.push({ id: index * 1000 + place, at, ...said });
    }
  }
  return found;
}

/** The waves that faults bring. */
export const waves = {
  quotes: {
    times: 7,
    tag: 'swap',
    title: 'No quote available',
    body: 'Every swap says no quote available since an hour ago.',
  },
  fakes: {
    times: 7,
    tag: 'impersonation',
    title: 'Fake support called me',
    body: 'Somebody from a fake support wrote to me on Telegram and asked to validate the wallet.',
  },
} as const satisfies Record<string, Wave>;
