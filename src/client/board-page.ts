import { openBoard } from './board/open-board.ts';
import { startBoard } from './board/start-board.ts';

// The board, alive.
void startBoard('[data-rl-board]', openBoard);
