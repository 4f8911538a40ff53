/**
 * Lets the process end, with its exit code, although one of its threads is stuck in a call that the
 * system never returns from: `process.exit` would wait for that thread. So at its very end the process
 * becomes a shell that exits at once, which no thread outlives.
 */
export function leaveAnyway(): void {
  process.once('exit', (code) => {
    try {
      process.execve?.('/bin/sh', ['sh', '-c', `exit ${Number(process.exitCode ?? code)}`], {});
    } catch {
      // There is no such call here (Windows).
    }
    process.kill(process.pid, 'SIGKILL');
  });
}
