import { type KnownIssue, knownIssues, momentText } from '../incidents/known-issue.ts';
import { fill } from '../integration/words.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import { element, mark } from './elements.ts';

/** What `KnownIssues.astro` says of its place. */
interface Settings {
  base: string;
  journeys: readonly string[] | null;
  locale: string;
  /** The page with all updates. */
  page: string;
  isPublic: boolean;
  /** What was drawn when the site was built. */
  shown: KnownIssue[];
  words: Record<'title' | 'workaround' | 'since' | 'more', string>;
}

/** Draws again what is known, where the sites were told since they were built. A page never breaks over it. */
async function start(root: HTMLElement): Promise<void> {
  const settings = JSON.parse(root.dataset.rlKnown ?? 'null') as Settings;
  const answer = await fetch(`${settings.base}incidents.json`).catch(() => null);
  const told: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const incidents = (told as Partial<PublicStatus> | null)?.incidents;
  if (!Array.isArray(incidents)) return;
  const issues = knownIssues(incidents, settings.journeys, settings.locale);
  if (JSON.stringify(issues) !== JSON.stringify(settings.shown))
    root.replaceChildren(...issues.map((issue) => draw(issue, settings)));
}

function draw({ id, effect, headline, workaround, startedAt }: KnownIssue, settings: Settings): HTMLElement {
  const { words, page, isPublic } = settings;
  const section = element('section', 'rl-issue');
  section.dataset.state = effect === 'down' ? 'fail' : 'warn';
  section.ariaLabel = words.title;
  const first = document.createElement('p');
  const bold = document.createElement('b');
  bold.append(...mark(effect === 'down' ? 'fail' : 'warn', `${words.title}: ${headline}`));
  first.append(bold, ' ', element('span', 'rl-small', fill(words.since, { time: momentText(startedAt) })));
  section.append(first);
  if (workaround) section.append(element('p', '', fill(words.workaround, { text: workaround })));
  const link = document.createElement('a');
  // The internal site has a page of its own only once it is built again.
  link.href = isPublic ? `${page}#${encodeURIComponent(id)}` : page;
  link.textContent = words.more;
  const last = document.createElement('p');
  last.append(link);
  section.append(last);
  return section;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-rl-known]')) void start(root);
