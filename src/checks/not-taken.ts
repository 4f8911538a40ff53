/**
 * Stands for a reading that could not be taken for a reason that is not the target's, such as a
 * silent peer. Its row is judged `skip` and its block is at least `warn`: neither green nor red.
 */
export class NotTaken {
  /** Completes "could not be taken: …". */
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/** `why` completes "could not be taken: …", such as `the peer did not answer`. */
export function notTaken(why: string): NotTaken {
  return new NotTaken(why);
}
