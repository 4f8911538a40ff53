import { isPlaceholder, placeholderKinds, placeholders } from '../../schemas/placeholder.ts';
import { element, prose } from '../elements.ts';
import type { RedactTyped } from '../redact-typed.ts';
import { removedText } from '../removed-text.ts';

/** A field for one placeholder of a macro. */
export interface MacroField {
  root: HTMLElement;
  name: string;
  /** What is asked for, in words. */
  summary: string;
  /** What is safe to show of what was typed; empty where nothing is. */
  readonly value: string;
  /** Waits until what was typed last is judged; false where it may not be used. */
  settled(): Promise<boolean>;
  /** Puts a value in, unless a person has put in another. */
  suggest(value: string): void;
  /** Says what is wrong with it; `null`: nothing. */
  say(mistake: string | null): void;
  focus(): void;
}

export interface MacroFieldParts {
  redactTyped: RedactTyped;
  /** Said where a recovery phrase or a private key was typed. */
  secret: string;
  onChange(): void;
  /** See `watchPointer`. */
  whenReleased(): Promise<void>;
}

/** Said where redaction could not be loaded. */
export const unchecked =
  'This could not be searched for secrets, so it is not used: the site does not answer. Load the page again.';

let made = 0;

/** What is typed stays in the field; what comes out of it has been redacted. */
export function createMacroField(
  name: string,
  { redactTyped, secret, onChange, whenReleased }: MacroFieldParts,
): MacroField {
  const about = isPlaceholder(name) ? placeholders[name] : null;
  const expected = about ? placeholderKinds[about.kind].expected : 'no such placeholder';
  const fits = about ? placeholderKinds[about.kind].fits : () => false;
  const summary = about?.summary ?? name;
  const id = `rl-macro-${made++}`;
  const root = element('div', 'rl-field');
  const label = document.createElement('label');
  label.append(...prose(summary));
  label.htmlFor = id;
  const input = document.createElement('input');
  Object.assign(input, { id, type: 'text', autocomplete: 'off', spellcheck: false, autocapitalize: 'off' });
  input.setAttribute('autocorrect', 'off');
  input.dataset.placeholder = name;
  // An example that could be sent by mistake is only hinted at.
  input.placeholder = about ? `e.g. ${about.example}` : '';
  // Longer than any value, so that what is pasted by mistake is seen whole before it is judged.
  input.maxLength = 2000;
  const mistake = element('p', 'rl-mistake');
  mistake.id = `${id}-mistake`;
  mistake.role = 'alert';
  const note = element('p', 'rl-small');
  note.id = `${id}-note`;
  input.setAttribute('aria-describedby', `${mistake.id} ${note.id}`);
  root.append(label, input, mistake, note);

  let value = '';
  let suggested = '';
  let judging: Promise<boolean> = Promise.resolve(true);
  let newest = 0;

  const say = (text: string | null): void => {
    mistake.replaceChildren(...prose(text ?? ''));
    input.ariaInvalid = text === null ? null : 'true';
  };
  const set = (text: string): void => {
    if (text === value) return;
    value = text;
    onChange();
  };
  const judge = async (typed: string): Promise<boolean> => {
    newest += 1;
    const turn = newest;
    const found = await redactTyped(typed, expected).catch(() => null);
    // Something newer is being judged.
    if (turn !== newest) return judging;
    const removed = found?.kind === 'safe' ? removedText(found.removed) : '';
    note.textContent = removed === '' ? '' : `Taken out of it: ${removed}.`;
    if (found?.kind === 'safe') {
      set(found.text);
      return true;
    }
    if (found) input.value = '';
    say(found ? secret : unchecked);
    set('');
    return false;
  };
  const sayMisfit = (): void => {
    if (value.trim() !== '' && !fits(value.trim())) say(`Expected: ${expected}.`);
  };
  input.addEventListener('input', () => {
    // What was wrong is being corrected.
    if (input.ariaInvalid) say(null);
    judging = judge(input.value);
  });
  // While it is being typed, nothing fits.
  input.addEventListener('change', async () => {
    await whenReleased();
    if (await judging) sayMisfit();
  });

  return {
    root,
    name,
    summary,
    get value() {
      return value;
    },
    settled: () => judging,
    suggest(next) {
      if (input.value !== suggested || input.value === next) return;
      suggested = next;
      input.value = next;
      say(null);
      judging = judge(next);
    },
    say,
    focus: () => input.focus(),
  };
}
