import { fitValues } from '../../macros/fit-values.ts';
import { splitMacro } from '../../macros/split-macro.ts';
import type { MacroPanelData } from '../../schemas/macro-panel.ts';
import { isPlaceholder, placeholders } from '../../schemas/placeholder.ts';
import { copyText } from '../copy-text.ts';
import { element } from '../elements.ts';
import { createRedactTyped } from '../redact-typed.ts';
import { button } from '../run/button.ts';
import { watchPointer } from '../watch-pointer.ts';
import { keepLanguage, keptLanguage } from './kept-language.ts';
import { createMacroField, type MacroField, unchecked } from './macro-field.ts';
import { paintMacro } from './paint-macro.ts';

export interface MacroPanel {
  root: HTMLElement;
  /** Puts values in by placeholder, wherever a person has not put in another. What no placeholder asks for is left out. */
  fill(values: Readonly<Record<string, string>>): void;
}

/**
 * A text for a user, in their language, to be filled in and copied. Nothing is copied while a value is
 * missing or is not what its place takes: a `{{hash}}` must never reach a user. What is typed is redacted
 * here, before it is shown or copied, and goes nowhere else; a recovery phrase or a private key stops it.
 */
export function createMacroPanel(
  { macros, languages, known, secret }: MacroPanelData,
  values: Readonly<Record<string, string>> = {},
): MacroPanel {
  const locales = Object.keys(macros);
  const redactTyped = createRedactTyped();
  const whenReleased = watchPointer();
  const fields = new Map<string, MacroField>();
  const root = element('section', 'rl-macro');
  root.dataset.pagefindIgnore = '';
  root.ariaLabel = 'The text for the user';
  // A form, so that Enter in a field does what the button does.
  const form = document.createElement('form');
  form.noValidate = true;
  form.autocomplete = 'off';
  const asked = element('div', 'rl-macro-fields');
  const sent = element('div', 'rl-macro-sent');
  const title = element('p', 'rl-macro-title');
  const text = element('div', 'rl-macro-text');
  const open = element('p', 'rl-macro-open rl-small');
  const said = element('p', 'rl-macro-said');
  said.role = 'status';
  const copy = button('rl-macro-copy', '');
  copy.type = 'submit';
  const foot = element('div', 'rl-macro-foot');
  const kept = keptLanguage();
  let locale = kept !== null && locales.includes(kept) ? kept : (locales[0] ?? '');

  const choices = locales.map((each) => {
    const choice = button('', languages[each]?.label ?? each, () => {
      keepLanguage(each);
      speak(each);
    });
    choice.lang = languages[each]?.lang ?? each;
    return choice;
  });
  const choice = element('div', 'rl-choice');
  choice.role = 'group';
  choice.ariaLabel = 'The user’s language';
  choice.append(...choices);

  const current = () => macros[locale];
  const fitted = () => {
    const macro = current();
    if (!macro) throw new Error('There is no macro to fill in.');
    const typed = Object.fromEntries(macro.placeholders.map((name) => [name, fieldOf(name).value]));
    return { macro, ...fitValues(macro, typed) };
  };

  function fieldOf(name: string): MacroField {
    const found = fields.get(name);
    if (found) return found;
    const field = createMacroField(name, { redactTyped, secret, onChange: paint, whenReleased });
    fields.set(name, field);
    return field;
  }

  function speak(next: string): void {
    locale = next;
    const macro = current();
    if (!macro) return;
    for (const [index, each] of locales.entries()) choices[index]?.setAttribute('aria-pressed', String(each === next));
    const its = macro.placeholders.map(fieldOf);
    asked.replaceChildren(...its.map((field) => field.root));
    asked.hidden = its.length === 0;
    for (const element of [title, text]) element.lang = languages[next]?.lang ?? next;
    title.textContent = macro.title;
    copy.textContent = locales.length > 1 ? `Copy in ${languages[next]?.label ?? next}` : 'Copy';
    fill(known[next] ?? {});
    paint();
  }

  function paint(): void {
    const { macro, fitting, missing, misfits } = fitted();
    paintMacro(text, splitMacro(macro.body, fitting));
    said.textContent = '';
    delete root.dataset.copied;
    const names = [...missing, ...misfits.map(({ name }) => name)];
    open.textContent = names.length === 0 ? 'Nothing is missing.' : `Missing: ${listOf(names)}.`;
    if (macro.placeholders.length === 0) open.textContent = '';
    root.dataset.open = String(names.length);
  }

  function fill(next: Readonly<Record<string, string>>): void {
    for (const macro of Object.values(macros))
      for (const name of macro.placeholders) if (Object.hasOwn(next, name)) fieldOf(name).suggest(next[name] ?? '');
  }

  async function press(): Promise<void> {
    const judged = await Promise.all((current()?.placeholders ?? []).map((name) => fieldOf(name).settled()));
    const { macro, fitting, missing, misfits } = fitted();
    const refuse = (why: string, name: string | undefined): void => {
      said.textContent = `Not copied. ${why}`;
      if (name !== undefined) fieldOf(name).focus();
    };
    const refused = judged.indexOf(false);
    if (refused !== -1) return refuse('See what is said at the field.', macro.placeholders[refused]);
    for (const name of missing) fieldOf(name).say('A value is needed here.');
    for (const { name, expected } of misfits) fieldOf(name).say(`Expected: ${expected}.`);
    const wrong = macro.placeholders.filter((name) => !fitting.has(name));
    if (wrong.length > 0) return refuse('Fill in what is missing: a user must never get a gap.', wrong[0]);
    const parts = splitMacro(macro.body, fitting);
    const together = await judgeTogether(fitting);
    if (together !== null) return refuse(together, macro.placeholders[0]);
    const how = await copyText(parts.map((part) => part.text).join(''), text);
    const what = `“${macro.title}” in ${languages[locale]?.label ?? locale}`;
    said.textContent = how === 'copied' ? `Copied: ${what}.` : `Selected: ${what}. Now copy it.`;
    root.dataset.copied = how;
  }

  /** What is said where fields make up a phrase, of which each holds a part. Hashes and links were judged as what they are. */
  async function judgeTogether(fitting: ReadonlyMap<string, string>): Promise<string | null> {
    const words = [...fitting].filter(([name]) => !['hash', 'link'].includes(kindOf(name) ?? ''));
    const found = await redactTyped(words.map(([, value]) => value).join('\n'), 'words').catch(() => null);
    if (!found) return unchecked;
    return found.kind === 'secret' ? secret : null;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void press();
  });
  foot.append(copy, open, said);
  sent.append(title, text);
  form.append(asked, sent, foot);
  root.append(...(locales.length > 1 ? [choice] : []), form);
  speak(locale);
  fill(values);
  return { root, fill };
}

function kindOf(name: string): string | null {
  return isPlaceholder(name) ? placeholders[name].kind : null;
}

/** What is asked for, in words: `hash of the transaction, name of the network`. */
function listOf(names: readonly string[]): string {
  return names
    .map((name) => {
      const summary = isPlaceholder(name) ? placeholders[name].summary : name;
      return /^[A-Z][a-z]/.test(summary) ? summary.charAt(0).toLowerCase() + summary.slice(1) : summary;
    })
    .join('; ')
    .replaceAll('`', '');
}
