import { UsageError } from './define-command.ts';

/** The value of `--port`; 4321 without one. */
export function parsePort(text: string | undefined, least = 0): number {
  const port = Number(text ?? 4321);
  if (Number.isInteger(port) && port >= least && port <= 65_535) return port;
  throw new UsageError(`\`--port ${text}\`: expected a number between ${least} and 65535.`);
}
