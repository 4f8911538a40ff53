import type { Live } from '../live.ts';

/** Where checks ran: the server's environment, else that of what was published; `null` where neither says it. */
export function environmentOf(live: Live): string | null {
  if (live.environment !== null) return live.environment;
  for (const { result } of live.blocks.values()) if (result?.from) return result.from.environment;
  return null;
}
