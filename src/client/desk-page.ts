import { paintDesk } from './board/paint-desk.ts';
import { startBoard } from './board/start-board.ts';

// The internal home page, alive.
void startBoard('[data-rl-desk]', (parts) => () => paintDesk(parts));
