/** How long to wait before the next attempt, in milliseconds: 1 s, then twice as long each time, up to 15 s. */
export function retryDelay(attempt: number): number {
  return Math.min(15_000, 1000 * 2 ** attempt);
}
