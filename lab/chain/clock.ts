import type { BlockMaker } from './block-maker.ts';

/**
 * Goes on making blocks, one each block time. The lab does this itself, and not anvil's interval mining,
 * because each block needs its base fee set. After a pause (a laptop that slept) it goes on from now.
 */
export function startClock(blocks: BlockMaker, blockTime: number): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let mining: Promise<void> = Promise.resolve();

  const tick = async (): Promise<void> => {
    const due = blocks.headTime() + blockTime;
    const now = Math.floor(Date.now() / 1_000);
    // A node that is gone shows as such to whoever asks it: nothing to add here.
    await blocks.mine(now - due > blockTime ? now : due).catch(() => undefined);
    if (!stopped) schedule();
  };
  const schedule = (): void => {
    const wait = (blocks.headTime() + blockTime) * 1_000 - Date.now();
    timer = setTimeout(() => (mining = tick()), Math.max(wait, 50)).unref();
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await mining;
    },
  };
}
