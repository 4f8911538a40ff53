import { spawnSync } from 'node:child_process';

/**
 * GNU `time`: it waits for a command and says what the system charged it (`wait4`), its waited-for
 * children included. Node cannot ask that of a child. Without it, processor time and memory are
 * left out, never estimated. It is Debian's package `time`; on macOS it is `gtime`.
 */
export interface Timer {
  /** What stands before the command. */
  wrap(usageFile: string): string[];
  read(usage: string): { cpuMs: number; peakMiB: number } | null;
}

const candidates = ['/usr/bin/time', 'gtime'];

function findTimer(): Timer | null {
  const file = candidates.find((candidate) =>
    /GNU/.test(spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
  );
  if (file === undefined) return null;
  return {
    wrap: (usageFile) => [file, '--quiet', '--output', usageFile, '--format', '%U %S %M', '--'],
    read(usage) {
      const [user, system, kibibytes] = usage.trim().split(' ').map(Number);
      if (user === undefined || system === undefined || !kibibytes) return null;
      return { cpuMs: (user + system) * 1000, peakMiB: kibibytes / 1024 };
    },
  };
}

/** The one of this machine; `null` where there is none. */
export const timer = findTimer();
