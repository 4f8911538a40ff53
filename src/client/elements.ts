import { card } from '../markdown/vocabulary.ts';
import type { CardState } from '../schemas/verdict.ts';
import { shapes } from './verdict-state.ts';

/** An element with text in it, never HTML. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Shape, then the word: for the eye, and for those who hear the page. */
export function mark(state: CardState, word: string): (Node | string)[] {
  const shape = element('span', card.shape, shapes[state]);
  shape.ariaHidden = 'true';
  return [shape, ` ${word}`];
}

/** What stands between backticks is code. The text itself comes from outside, and stays text. */
export function prose(text: string): (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', '', part) : part));
}

/** The child of an element that a script adds once, and then changes. */
export function child(parent: Element, tag: string, className: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(`.${className}`);
  if (found) return found;
  const made = element(tag, className);
  parent.append(made);
  return made;
}
