import type { RunWords } from '../../schemas/site-words.ts';
import { element, prose } from '../elements.ts';
import { button } from '../run/button.ts';
import { safeReason } from './safe-reason.ts';

export interface OverruleOptions {
  /** What the check says, and what the person says, as the choices read. */
  check: string;
  person: string;
  words: RunWords;
  /** `reason` is safe to keep; empty where none was given. */
  overrule(reason: string): void;
  cancel(): void;
}

let made = 0;

/** Asks once more before a person decides against a check: that is recorded, with the reason where there is one. */
export function createOverruleForm({ check, person, words, overrule, cancel }: OverruleOptions): HTMLFormElement {
  const root = document.createElement('form');
  root.className = 'rl-overrule rl-ask';
  root.noValidate = true;
  root.autocomplete = 'off';
  const id = `rl-overrule-${made++}`;
  const field = element('div', 'rl-field');
  const label = element('label', '', 'Why? It may stay empty.') as HTMLLabelElement;
  label.htmlFor = id;
  const input = document.createElement('input');
  Object.assign(input, { id, type: 'text', autocomplete: 'off', maxLength: 300 });
  const mistake = element('p', 'rl-mistake');
  mistake.id = `${id}-mistake`;
  mistake.role = 'alert';
  const what = element(
    'p',
    'rl-small',
    `The check says “${check}”, and you say “${person}”. That is recorded: both go into the path and into the packet.`,
  );
  what.id = `${id}-what`;
  input.setAttribute('aria-describedby', `${mistake.id} ${what.id}`);
  const submit = button('', 'Overrule the check');
  submit.type = 'submit';
  const foot = element('p', 'rl-overrule-foot');
  foot.append(submit, button('', 'Leave it', cancel));
  field.append(label, input, mistake);
  root.append(what, field, foot);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel();
  });
  root.addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = input.value;
    try {
      const reason = typed.trim() === '' ? '' : await safeReason(typed);
      if (reason !== null) return overrule(reason);
      input.value = '';
      mistake.replaceChildren(...prose(words.secret));
    } catch {
      // What looks for secrets could not be loaded: the site is gone.
      mistake.textContent =
        'The reason could not be searched for secrets, so it is not kept. Go on without one, or try again.';
    }
    input.focus();
  });
  return root;
}
