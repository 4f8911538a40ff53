import { openWalk } from './walk/open-walk.ts';
import { findWalkFrame } from './walk/walk-frame.ts';
import { readWalkSettings } from './walk/walk-settings.ts';

/** The page of an escalation tree: walked question by question. */
async function start(): Promise<void> {
  const frame = findWalkFrame();
  if (!frame) return;
  const settings = await readWalkSettings();
  if (!settings) {
    // The drawing has all questions, too.
    document.querySelector('[data-rl-walk-lost]')?.removeAttribute('hidden');
    return;
  }
  document.querySelector('[data-rl-walk]')?.removeAttribute('hidden');
  // Beside the question there is room for it; below it, it is in the way of nobody who has not asked.
  frame.drawing.open = matchMedia('(min-width: 72rem)').matches;
  openWalk(settings, frame);
}

void start();
