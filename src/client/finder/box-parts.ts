import type { FinderWords } from '../../schemas/finder-words.ts';
import { element } from '../elements.ts';
import { button } from '../run/button.ts';
import type { BoxSettings } from './box-settings.ts';

/** What stands under the field: made when the box is first opened. */
export interface BoxParts {
  /** Why a text was refused; heard at once. */
  alert: HTMLElement;
  /** The message that was pasted, redacted. */
  message: HTMLTextAreaElement;
  /** What was made of what was typed: corrections, what was searched for. */
  notes: HTMLElement;
  list: HTMLElement;
  /** What to try when nothing was found. */
  nothing: HTMLElement;
  /** How many results there are. */
  said: HTMLElement;
  clear: HTMLButtonElement;
  /** By locale; none where there is nothing to choose. */
  choices: Readonly<Record<string, HTMLButtonElement>>;
}

export function addBoxParts(body: HTMLElement, words: FinderWords, { languages }: BoxSettings): BoxParts {
  const alert = element('div', 'rl-find-alert');
  alert.role = 'alert';
  const message = document.createElement('textarea');
  message.className = 'rl-find-message';
  message.readOnly = true;
  message.hidden = true;
  message.ariaLabel = words.message;
  const notes = element('div', 'rl-find-notes');
  const list = element('div', 'rl-find-list');
  list.id = 'rl-found';
  list.role = 'listbox';
  list.ariaLabel = words.results;
  list.hidden = true;
  const nothing = element('div', 'rl-find-nothing');
  nothing.hidden = true;
  const scroll = element('div', 'rl-find-scroll');
  scroll.append(notes, nothing, list);

  const said = element('p', 'rl-find-said');
  said.role = 'status';
  const clear = button('rl-find-clear', words.clear);
  clear.hidden = true;
  const foot = element('div', 'rl-find-foot');
  const hints = element('p', 'rl-find-hints');
  hints.append(element('span', 'rl-find-keys', words.keys), element('span', '', words.device));
  foot.append(said, clear, hints);

  const choices: Record<string, HTMLButtonElement> = {};
  const choice = element('div', 'rl-choice rl-find-languages');
  if (words.language !== null && Object.keys(languages).length > 1) {
    choice.role = 'group';
    choice.ariaLabel = words.language;
    const label = element('span', 'rl-find-label', words.language);
    label.ariaHidden = 'true';
    choice.append(label);
    for (const [locale, { label, lang }] of Object.entries(languages)) {
      const each = button('', label);
      each.lang = lang;
      choices[locale] = each;
      choice.append(each);
    }
  }
  body.replaceChildren(alert, ...(Object.keys(choices).length > 0 ? [choice] : []), message, scroll, foot);
  return { alert, message, notes, list, nothing, said, clear, choices };
}
