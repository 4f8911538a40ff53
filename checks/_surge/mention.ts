/** One review, post or ticket. */
export interface Mention {
  /** Seconds since 1970. */
  at: number;
  /** What it says, without markup; for counting words, and never shown. */
  text: string;
}

/** A stretch of time, in seconds since 1970: `from` is in it, `to` is not. */
export interface Window {
  from: number;
  to: number;
}

export const isIn = ({ from, to }: Window, { at }: Pick<Mention, 'at'>): boolean => at >= from && at < to;
