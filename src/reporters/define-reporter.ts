import type { RunEvent } from '../schemas/run-event.ts';

/** Tells the world what a run finds. It cannot change a verdict: see `attachReporters`. */
export interface Reporter {
  name: string;
  onEvent(event: RunEvent): void | Promise<void>;
  /** Lets go of timers and of the status line. Called once, also when the run or the reporter broke. */
  stop?(): void;
}

/** What a reporter may know of the place it writes to. Scripts read it once; nothing here is global. */
export interface ReporterOptions {
  out: (text: string) => void;
  colour: boolean;
  /** Columns of the terminal; read at each use, so a getter may follow its size. */
  width: number;
  /** Whether a person is watching, so that a line may be redrawn. */
  interactive: boolean;
  /** Absolute path of the tree that pages' files are named from. */
  root: string;
  /** Absolute path that GitHub names files from (`GITHUB_WORKSPACE`); the root where it is absent. */
  workspace?: string | undefined;
  /** Where GitHub shows the files of this commit: `https://github.com/owner/name/blob/<commit>`. */
  blobUrl?: string | undefined;
  /** Bytes that the place still takes, where it has a limit; a report that is larger would be lost. */
  room?: number | undefined;
}

export interface ReporterFactory {
  /** One line for `--help`. */
  summary: string;
  create(options: ReporterOptions): Reporter;
}

export function defineReporter(factory: ReporterFactory): ReporterFactory {
  return factory;
}
