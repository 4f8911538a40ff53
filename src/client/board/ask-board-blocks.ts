import type { BoardBlock, BoardData } from '../../schemas/board-data.ts';
import { boardBlocks } from './board-blocks.ts';

/** Every block that the build knew of; none where its file cannot be had. */
export async function askBoardBlocks(base: string): Promise<BoardBlock[]> {
  const answer = await fetch(`${base}board.json`).catch(() => null);
  const data = answer?.ok ? ((await answer.json().catch(() => null)) as BoardData | null) : null;
  return data ? boardBlocks(data) : [];
}
