import { card } from '../../markdown/vocabulary.ts';
import type { ApiError } from '../../schemas/api.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import { element, prose } from '../elements.ts';
import { button } from './button.ts';
import { createDashboardLine, type DashboardLine } from './dashboard-line.ts';
import { createEvidenceBox, type EvidenceBox } from './evidence-box.ts';

/** What a script adds to a card once, and then fills. */
export interface CardParts {
  run: HTMLButtonElement;
  /** Why it was not run now, or cannot be. */
  note: HTMLElement;
  /** That the result is of the reader's own value, and the way back. */
  own: HTMLElement;
  evidence: EvidenceBox;
  dashboard: DashboardLine;
  /** Puts the form for asked inputs in its place; the button is then the form's. */
  place(form: HTMLFormElement): void;
  /** Says what went wrong with a press; `null` clears it. */
  say(trouble: Pick<ApiError, 'message' | 'hint'> | null): void;
}

let made = 0;

export function addParts(root: HTMLElement, words: RunWords, press: () => void, back: () => void): CardParts {
  const head = root.querySelector(`.${card.head}`) ?? root;
  const run = button('rl-run', words.run, press);
  // `Run BNB Smart Chain keeps up`: among many buttons each says what it runs.
  const title = head.querySelector('h2, h3');
  if (title?.id) {
    run.id = `rl-run-${made++}`;
    run.setAttribute('aria-labelledby', `${run.id} ${title.id}`);
  }
  run.dataset.pagefindIgnore = '';
  const verdict = head.querySelector(`.${card.verdict}`);
  if (verdict) verdict.after(run);
  else head.append(run);

  const note = element('p', 'rl-note');
  const own = element('p', 'rl-own');
  own.append(element('strong', '', words.own), ` ${words.ownNote} `, button('rl-back', words.back, back));
  const trouble = element('p', 'rl-mistake');
  trouble.role = 'alert';
  note.hidden = own.hidden = true;
  head.append(own, note);
  head.after(trouble);
  const evidence = createEvidenceBox(words);
  const dashboard = createDashboardLine(words);
  root.append(evidence.root, dashboard.root);
  return {
    run,
    note,
    own,
    evidence,
    dashboard,
    place(form) {
      trouble.before(form);
      // So that Enter in any of its fields runs.
      run.type = 'submit';
      run.setAttribute('form', form.id);
    },
    say(error) {
      trouble.replaceChildren(...prose(error ? `${error.message} ${error.hint}`.trim() : ''));
    },
  };
}
