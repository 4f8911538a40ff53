// Long because it shows one check in each of the states that it may be in.
import { card, cardData } from '../../markdown/vocabulary.ts';
import type { CardState } from '../../schemas/verdict.ts';
import { showAge } from '../../text/show-age.ts';
import { element, mark, prose } from '../elements.ts';
import type { Live } from '../live.ts';
import type { LastResult } from '../read-results.ts';
import { type AskForm, createAskForm } from '../run/ask-form.ts';
import { button } from '../run/button.ts';
import { findSecret } from '../run/find-secret.ts';
import { ageWords, runText } from '../run/run-state.ts';
import { ageText, stateOf } from '../verdict-state.ts';
import { type Found, isStale } from './found.ts';
import type { NodeCheck } from './node-check.ts';
import type { WalkLink, WalkSettings } from './walk-settings.ts';

export interface CheckPanelOptions {
  check: NodeCheck;
  settings: WalkSettings;
  /** The block on its page; `null` for a check that the tree itself holds. */
  link: WalkLink | null;
  live(): Live | null;
  now(): number;
}

export interface CheckPanel {
  root: HTMLElement;
  paint(): void;
}

/** What a node's check says, and what it needs for that. It is no live region: ages would be read out all the time. */
export function createCheckPanel({ check, settings, link, live, now }: CheckPanelOptions): CheckPanel {
  const { words } = settings;
  const root = element('div', 'rl-walk-check');
  root.tabIndex = -1;
  root.role = 'group';
  root.ariaLabel = 'What the check says';
  const head = element('p', 'rl-walk-check-head');
  const verdict = element('span', card.verdict);
  const name = link ? Object.assign(element('a', '', link.title), { href: link.href }) : element('span', '');
  const age = element('span', 'rl-small');
  const why = element('p', 'rl-walk-why');
  const last = element('p', 'rl-small');
  const again = button('rl-walk-again', 'Run it again', () => check.again());
  head.append(verdict, ' ', name, ' ', age);
  root.append(head, why, last, again);
  let form: AskForm | null = null;
  let isSending = false;

  function paint(): void {
    const { stand } = check;
    const state = stand.kind === 'found' ? stateOfFound(stand.found, now()) : null;
    say(verdict, state ? mark(state, words.states[state]) : []);
    verdict.hidden = state === null;
    if (state) root.dataset[cardData.state] = state;
    else delete root.dataset[cardData.state];
    root.ariaBusy = stand.kind === 'running' || stand.kind === 'opening' ? 'true' : null;
    age.textContent = stand.kind === 'found' ? foundAge(stand.found) : '';
    again.hidden = !(stand.kind === 'found' || (stand.kind === 'by-hand' && stand.again));
    again.textContent = stand.kind === 'found' && stand.found.check.own ? 'Run it with another value' : 'Run it again';
    say(why, prose(whyText()));
    const before = stand.kind === 'running' || stand.kind === 'by-hand' ? stand.last : null;
    say(last, before ? [lastText(before)] : []);
    last.hidden = before === null;
    paintForm();
  }

  function whyText(): string {
    const { stand } = check;
    switch (stand.kind) {
      case 'opening':
        return 'Asking whether a server is here that runs this check…';
      case 'by-hand':
        return `${stand.why} Answer it by hand.`;
      case 'asks':
        return `${stand.why ?? ''} This check needs a value of the user’s own case. It goes to the check alone: it is not in the address, and not kept. Or answer by hand, without it.`.trim();
      case 'running':
        return runText(
          { running: !stand.waiting, waiting: stand.waiting, startedAt: stand.startedAt },
          now(),
          words.run,
        );
      case 'found': {
        const { branch, check: its } = stand.found;
        if (isStale(stand.found, now()))
          return `It said so ${showAge(now() - Date.parse(its.provenAt))} ago, and may be over: run it again, or answer by hand. ${branch.why}`;
        const said = withoutWord(branch.why, words.states[its.verdict]);
        return branch.choice === null ? `${said} So it does not decide: answer it by hand.` : said;
      }
    }
  }

  function foundAge({ check: { provenAt, own, by } }: Found): string {
    const text = showAge(now() - Date.parse(provenAt));
    const { run } = words;
    if (own) return `${run.own}, ${run.ownAge.replace('{age}', text)}`;
    const environment = live()?.environment;
    const said = environment ? ageWords({ environment, by }, run)?.age : null;
    return (said ?? words.age).replace('{age}', text);
  }

  function lastText(result: LastResult): string {
    const at = now();
    const state = stateOf(result, settings.freshFor, at);
    const its = { ...words, ...ageWords(result.from, words.run) };
    return state === 'stale'
      ? `Last known: ${ageText(result, state, its, at)}.`
      : `Last known: ${words.states[state]}, ${ageText(result, state, its, at)}.`;
  }

  function paintForm(): void {
    const { stand } = check;
    if (stand.kind !== 'asks') {
      // While a run with its value goes on, what was typed stays for the next one.
      if (!form) return;
      // Whoever pressed Run in it is not left nowhere.
      if (form.root.contains(document.activeElement)) root.focus({ preventScroll: true });
      form.root.hidden = true;
      return;
    }
    if (!form) {
      form = createAskForm(stand.asks, words.run, findSecret);
      const submit = button('', 'Run the check');
      submit.type = 'submit';
      form.root.append(submit);
      form.root.addEventListener('submit', (event) => {
        event.preventDefault();
        void send();
      });
      why.after(form.root);
    }
    form.root.hidden = false;
  }

  async function send(): Promise<void> {
    if (!form || isSending) return;
    isSending = true;
    try {
      const values = await form.read();
      if (values === null) return;
      const refused = await check.run(values);
      if (!refused) return;
      const isSecret = refused.code === 'secret';
      const message = isSecret ? words.run.secret : `${refused.message} ${refused.hint}`.trim();
      if (!form.refuse(refused.parameter, message, isSecret)) say(why, prose(message));
    } catch {
      // What looks for secrets could not be loaded: the site is gone.
      say(why, prose(words.run.lost));
    } finally {
      isSending = false;
    }
  }

  return { root, paint };
}

function stateOfFound(found: Found, now: number): CardState {
  return isStale(found, now) ? 'stale' : found.check.verdict;
}

/** Puts the same again only where it is not the same: text that is selected stays so. */
function say(place: HTMLElement, parts: (Node | string)[]): void {
  const next = element('p', '');
  next.append(...parts);
  if (place.innerHTML !== next.innerHTML) place.replaceChildren(...next.childNodes);
}

/** The verdict stands beside it, with its shape. */
function withoutWord(why: string, word: string): string {
  return why.startsWith(`${word}: `) || why.startsWith(`${word}. `) ? why.slice(word.length + 2) : why;
}
