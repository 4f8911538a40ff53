import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Ends a world's processes and removes its folder, whatever becomes of this process. */
export interface ProcessGuard {
  watch(pid: number): void;
  /** Nothing is left to guard: everything has been ended in order. */
  release(): Promise<void>;
}

/**
 * Waits for our end of the pipe to close, which happens even when we are killed, and then cleans up. It
 * ignores Ctrl-C, because it must be the last to go.
 */
const script = `
trap '' INT TERM HUP
while read -r line; do
  [ "$line" = done ] && exit 0
  pids="$pids $line"
done
[ -n "$pids" ] && kill -9 $pids
rm -rf "$1"
`;

/** Guards through an `exit` hook and a small shell beside us. Without `sh` (Windows) only the hook guards. */
export function startGuard(folder: string): ProcessGuard {
  const pids: number[] = [];
  const shell = spawn('sh', ['-c', script, 'runlight-lab-guard', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const gone = new Promise<void>((resolve) => {
    shell.once('exit', () => resolve());
    shell.once('error', () => resolve());
  });
  shell.stdin.on('error', () => undefined);

  const onExit = (): void => {
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', onExit);
  return {
    watch(pid) {
      pids.push(pid);
      shell.stdin.write(`${pid}\n`);
    },
    async release() {
      process.off('exit', onExit);
      shell.stdin.end('done\n');
      await gone;
    },
  };
}
