import type { FinderWords } from '../../schemas/finder-words.ts';
import { element } from '../elements.ts';
import type { BoxSettings } from './box-settings.ts';

/** Where nothing was found: what to try, the list of articles, and the way to a person. */
export function paintNothing(
  root: HTMLElement,
  query: string,
  words: FinderWords,
  { list, trees }: Pick<BoxSettings, 'list' | 'trees'>,
): void {
  const tips = document.createElement('ul');
  tips.append(...words.tips.map((tip) => element('li', '', tip)));
  const person = element('p', '', `${words.person} `);
  if (words.tree !== null) person.append(link(trees, words.tree));
  const articles = element('p', '');
  articles.append(link(list, words.list));
  root.replaceChildren(
    element(
      'p',
      'rl-find-none',
      words.none.replace('{query}', () => query),
    ),
    tips,
    articles,
    person,
  );
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
