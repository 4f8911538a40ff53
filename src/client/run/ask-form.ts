import type { Ask } from '../../schemas/api.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import { element, prose } from '../elements.ts';
import { judgeValue, labelOf } from './judge-value.ts';

export interface AskForm {
  root: HTMLFormElement;
  /**
   * The values to send, by parameter; none where the page's examples are used. `null` where one of
   * them cannot be sent: its field says why, and has the focus.
   */
  read(): Promise<Record<string, string> | null>;
  /** Whether a person has put anything in. */
  isFilled(): boolean;
  /** Says at a field what the server says of it; false where there is no such field. */
  refuse(parameter: string | null, message: string, isSecret: boolean): boolean;
}

/** What in a value must not leave the browser, for an input that expects `expected`. */
export type FindSecret = (value: string, ask: Ask) => Promise<boolean>;

let made = 0;

/** Fields for what a block asks for. Values stay in the fields: no address, no storage holds them. */
export function createAskForm(asks: readonly Ask[], words: RunWords, findSecret: FindSecret): AskForm {
  const root = document.createElement('form');
  root.className = 'rl-ask';
  root.noValidate = true;
  root.autocomplete = 'off';
  root.dataset.pagefindIgnore = '';
  root.id = `rl-ask-${made++}`;
  const fields = asks.map((ask) => createField(ask, `${root.id}-${ask.name}`, words));
  root.append(...fields.map((field) => field.root));
  return {
    root,
    async read() {
      const values: Record<string, string> = {};
      for (const { ask, input, say } of fields) {
        const typed = input.value;
        // First of all: a secret is no misfit to be corrected.
        if (typed.trim() !== '' && (await findSecret(typed, ask))) {
          input.value = '';
          say(words.secret);
          return null;
        }
        const judged = judgeValue(ask, typed);
        if (judged.kind !== 'good') {
          say(judged.kind === 'missing' ? words.missing : words.misfit);
          return null;
        }
        say(null);
        input.value = typed.trim();
        if (judged.value !== null) values[ask.name] = judged.value;
      }
      shareValues(values);
      return values;
    },
    isFilled: () => fields.some(({ input }) => input.value.trim() !== ''),
    refuse(parameter, message, isSecret) {
      if (isSecret) for (const { input } of fields) input.value = '';
      const field = fields.find(({ ask }) => ask.name === parameter) ?? (isSecret ? fields[0] : undefined);
      field?.say(message);
      return field !== undefined;
    },
  };
}

/** The page's other blocks that ask for the same get the same, where nobody has typed anything. */
function shareValues(values: Readonly<Record<string, string>>): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.rl-ask input[data-ask]'))
    if (input.value === '') input.value = values[input.dataset.ask ?? ''] ?? '';
}

interface Field {
  root: HTMLElement;
  ask: Ask;
  input: HTMLInputElement | HTMLSelectElement;
  /** `null` where nothing is wrong. */
  say(mistake: string | null): void;
}

function createField(ask: Ask, id: string, words: RunWords): Field {
  const root = element('div', 'rl-field');
  const label = element('label', '', labelOf(ask.name)) as HTMLLabelElement;
  label.htmlFor = id;
  const input = ask.choices
    ? createSelect(ask.choices, ask.example === null ? words.choose : words.example)
    : createInput();
  input.id = id;
  input.dataset.ask = ask.name;
  input.required = ask.required && ask.example === null;
  const help = element('p', 'rl-small');
  help.id = `${id}-help`;
  const note = ask.example === null ? (ask.required ? '' : words.optional) : words.usesExample;
  help.append(...prose(words.expected.replace('{expected}', ask.expected)), note && ` ${note}`);
  const mistake = element('p', 'rl-mistake');
  mistake.id = `${id}-mistake`;
  mistake.role = 'alert';
  input.setAttribute('aria-describedby', `${mistake.id} ${help.id}`);
  const say = (text: string | null): void => {
    mistake.replaceChildren(...prose(text ?? ''));
    input.ariaInvalid = text === null ? null : 'true';
    if (text !== null) input.focus();
  };
  // What was wrong is being corrected.
  input.addEventListener('input', () => input.ariaInvalid && say(null));
  root.append(label, input, mistake, help);
  return { root, ask, input, say };
}

function createInput(): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.autocapitalize = 'off';
  input.setAttribute('autocorrect', 'off');
  // Longer than any value, so that what is pasted by mistake is seen whole before it is judged.
  input.maxLength = 2000;
  return input;
}

function createSelect(choices: readonly string[], none: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.append(new Option(none, ''), ...choices.map((choice) => new Option(choice, choice)));
  return select;
}
