import { type FactName, facts, type PacketSource } from '../../schemas/case-facts.ts';
import { element, prose } from '../elements.ts';
import { button } from '../run/button.ts';

/** A field for one fact of a case. What is typed stays in it. */
export interface FactField {
  root: HTMLElement;
  name: FactName;
  /** As it was typed. */
  read(): string;
  write(text: string): void;
  /** Whether it still has to be said; `question` is what is asked then, or what is wrong with it. */
  setMissing(question: string | null): void;
  /** Says why what was typed is gone again; `null`: nothing. */
  refuse(message: string | null): void;
  /** What was taken out of it before it is used; empty where nothing was. */
  setRemoved(what: string): void;
}

export const fieldId = (name: FactName | 'severity'): string => `rl-fact-${name}`;

/** The minute that it is, in UTC, as a packet takes it. */
const minute = (now: number): string => new Date(now).toISOString().slice(0, 16).replace('T', ' ');

export function createFactField(
  name: FactName,
  kind: PacketSource,
  { now, onInput }: { now(): number; onInput(): void },
): FactField {
  const { label: title, question, example, most, shape, essentialFor } = facts[name];
  const sources: readonly PacketSource[] = essentialFor;
  const id = fieldId(name);
  const root = element('div', 'rl-field');
  root.dataset.fact = name;
  const label = element('label', '', title) as HTMLLabelElement;
  label.htmlFor = id;
  const tag = element('span', 'rl-fact-tag');
  const head = element('div', 'rl-fact-head');
  head.append(label, tag);
  const isOneLine = shape === 'line' || shape === 'time';
  const input = document.createElement(isOneLine ? 'input' : 'textarea');
  input.id = id;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('autocapitalize', 'off');
  input.setAttribute('autocorrect', 'off');
  // Longer than what is taken, so that what is pasted by mistake is seen whole before it is judged.
  input.maxLength = Math.max(2000, 2 * most);
  if (input instanceof HTMLTextAreaElement) input.rows = shape === 'list' ? 2 : 3;
  input.placeholder = `e.g. ${example}`;
  const mistake = element('p', 'rl-mistake');
  mistake.id = `${id}-mistake`;
  mistake.role = 'alert';
  const help = element('p', 'rl-small');
  help.id = `${id}-help`;
  const removed = element('p', 'rl-small rl-fact-removed');
  removed.id = `${id}-removed`;
  input.setAttribute('aria-describedby', `${mistake.id} ${help.id} ${removed.id}`);
  const isEssential = sources.includes(kind);
  const asks = (text: string): void =>
    help.replaceChildren(...prose(isEssential ? text : `${text} May be left empty.`));
  asks(question);

  const refuse = (message: string | null): void => {
    mistake.replaceChildren(...prose(message ?? ''));
    if (message === null) input.removeAttribute('aria-invalid');
    else input.ariaInvalid = 'true';
  };
  input.addEventListener('input', () => {
    refuse(input.value.trim().length > most ? `Only the first ${most} characters are used.` : null);
    onInput();
  });

  root.append(head, input, mistake, help, removed);
  if (name === 'firstSeen')
    head.append(
      button('rl-fact-now', 'Now', () => {
        input.value = minute(now());
        refuse(null);
        onInput();
      }),
    );

  return {
    root,
    name,
    read: () => input.value,
    write(text) {
      input.value = text;
    },
    setMissing(asked) {
      root.toggleAttribute('data-missing', asked !== null);
      tag.textContent = asked === null ? '' : input.value.trim() === '' ? 'missing' : 'not readable';
      asks(asked ?? question);
    },
    refuse,
    setRemoved(what) {
      removed.textContent = what === '' ? '' : `Taken out of it before it is used: ${what}.`;
    },
  };
}
