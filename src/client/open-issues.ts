import { inLocale, momentText } from '../incidents/known-issue.ts';
import { fill } from '../integration/words.ts';
import type { PublicIncident } from '../schemas/public-status.ts';
import { paragraphsOf } from '../text/paragraphs-of.ts';
import { element } from './elements.ts';

/** How the status page says what is open. */
export interface IssueWords {
  locale: string;
  workaround: string;
  /** By phase. */
  phases: Readonly<Record<string, string>>;
}

/**
 * Draws what is open now, where the page has a place for it: the sites may have been told since they were built, and a
 * list that says otherwise than the sentence above it helps nobody. Texts stay text.
 */
export function drawOpen(root: HTMLElement, open: readonly PublicIncident[], words: IssueWords): void {
  const none = root.querySelector<HTMLElement>('[data-rl-none]');
  if (none) none.hidden = open.length > 0;
  root.querySelector('[data-rl-open]')?.replaceChildren(...open.map((incident) => draw(incident, words)));
  // The reader came for one that the built page does not have.
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (open.some(({ id }) => id === wanted)) document.getElementById(wanted)?.scrollIntoView();
}

function draw({ id, effect, headline, workaround, updates }: PublicIncident, words: IssueWords): HTMLElement {
  const { locale, phases } = words;
  const section = element('section', 'rl-issue');
  section.id = id;
  section.dataset.state = effect === 'down' ? 'fail' : 'warn';
  section.ariaLabel = inLocale(headline, locale);
  section.append(element('h3', '', inLocale(headline, locale)));
  if (workaround) section.append(element('p', '', fill(words.workaround, { text: inLocale(workaround, locale) })));
  const list = element('ol', 'rl-updates');
  for (const { phase, at, text } of updates.toReversed()) {
    if (text === null) continue;
    const first = document.createElement('p');
    const time = document.createElement('time');
    time.className = 'rl-small';
    time.dateTime = at;
    time.textContent = momentText(at);
    first.append(element('b', '', phases[phase] ?? phase), ' ', time);
    const item = document.createElement('li');
    item.append(first, ...paragraphsOf(inLocale(text, locale)).map((paragraph) => element('p', '', paragraph)));
    list.append(item);
  }
  section.append(list);
  return section;
}
