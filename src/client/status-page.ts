import { userStatus } from '../incidents/user-status.ts';
import type { PublicVerdict } from '../schemas/published.ts';
import type { CardState } from '../schemas/verdict.ts';
import { mark } from './elements.ts';
import { drawOpen, type IssueWords } from './open-issues.ts';
import { publishedStatus } from './published-status.ts';

/** What `status.astro` says of itself. */
interface Settings {
  base: string;
  words: Record<PublicVerdict, string>;
  sentences: Record<PublicVerdict, string>;
  /** Where the page lists what is open. */
  issues?: IssueWords;
}

const looks: Record<PublicVerdict, CardState> = { works: 'pass', slow: 'warn', down: 'fail', unknown: 'stale' };

/** What is open, the current sentence and each journey, as they are when the reader looks, and while they look. */
async function start(root: HTMLElement): Promise<void> {
  const settings = JSON.parse(root.dataset.rlStatusPage ?? 'null') as Settings;
  const status = await publishedStatus(settings.base);
  if (!status) return;
  if (settings.issues) drawOpen(root, userStatus(status, Date.now()).open, settings.issues);
  const paint = (): void => {
    const { state, journeys } = userStatus(status, Date.now());
    show(root.querySelector('[data-rl-sentence]'), state, settings.sentences);
    for (const journey of journeys)
      show(root.querySelector(`[data-rl-user-journey="${CSS.escape(journey.id)}"]`), journey.state, settings.words);
  };
  paint();
  setInterval(paint, 30_000);
}

function show(target: HTMLElement | null, state: PublicVerdict, words: Record<PublicVerdict, string>): void {
  if (!target || target.dataset.shown === state) return;
  target.dataset.shown = state;
  target.dataset.state = looks[state];
  target.replaceChildren(...mark(looks[state], words[state]));
}

const root = document.querySelector<HTMLElement>('[data-rl-status-page]');
if (root) void start(root);
