/** How this process ends: in order, or not well. */
export interface EndOfProcess {
  /** `interrupt` is called when something breaks that nobody awaits, so that what is under way ends in order. */
  whenBroken(interrupt: () => void): void;
  leave(code: number): void;
}

/** What is interrupted has this long to end in order. */
const patienceMs = 10_000;

/**
 * Keeps the end of this process in our hands. A check's file runs in it when it is read, and may have left
 * anything behind: a timer that throws or never ends, a promise that fails, a call of `process.exit(0)`.
 */
export function guardEnd(say: (error: unknown) => void): EndOfProcess {
  const exit = process.exit.bind(process);
  let interrupt: (() => void) | null = null;
  let isBroken = false;
  let isDone = false;
  process.exitCode = 3;
  process.exit = () => {
    throw new Error('something called `process.exit`, perhaps a check’s file when it was read.');
  };
  process.on('exit', () => {
    if (isDone || isBroken) return;
    process.exitCode = 3;
    process.stderr.write('Runlight was ended before it was done.\n');
  });
  process.on('uncaughtException', (error) => {
    say(error);
    isBroken = true;
    if (!interrupt) return exit(3);
    interrupt();
    setTimeout(() => exit(3), patienceMs).unref();
  });
  return {
    whenBroken(its) {
      interrupt = its;
    },
    leave(code) {
      isDone = true;
      process.exitCode = isBroken && code === 0 ? 3 : code;
      // At once: while Node winds down by itself it no longer listens for signals. Output that is still being
      // read is waited for.
      const last = (): unknown =>
        process.stdout.writableLength > 0 && !process.stdout.destroyed ? setTimeout(last, 10) : exit();
      last();
    },
  };
}
