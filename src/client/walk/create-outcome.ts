// Long because it is one screen with everything that somebody needs to act.
import type { TriageOutcome } from '../../schemas/triage.ts';
import { element, prose } from '../elements.ts';
import { createMacroPanel } from '../macro/create-macro-panel.ts';
import { dueText, utcText } from './due-text.ts';
import type { Screen } from './screen.ts';
import type { WalkSettings } from './walk-settings.ts';

export interface OutcomeOptions {
  outcome: TriageOutcome;
  settings: WalkSettings;
  /** Where the packet of this walk is made. */
  packet: string;
  /** Lines of the list that are done. */
  done: readonly number[];
  /** Times are counted from when the page was opened: when the outcome was reached is not known. */
  isLate: boolean;
  now(): number;
  tick(done: number[]): void;
  /** What a person gave to the checks of this walk, by parameter: the text for the user asks for some of it, too. */
  given: Readonly<Record<string, string>>;
}

/** Where a walk ends: how bad it is, who takes it, by when, and what to do now. */
export function createOutcome(options: OutcomeOptions): Screen {
  const { outcome, settings, packet, now } = options;
  const severity = settings.escalation.severities[outcome.severity];
  const root = element('div', 'rl-walk-screen rl-outcome');
  const heading = element('h2', 'rl-walk-question', outcome.title);
  heading.tabIndex = -1;
  root.append(element('p', 'rl-outcome-kind', 'Outcome'), heading);

  const facts = element('dl', 'rl-outcome-facts');
  const fact = (name: string, ...parts: (Node | string)[]): HTMLElement => {
    const value = element('dd', '');
    value.append(...parts);
    const pair = element('div', '');
    pair.append(element('dt', '', name), value);
    facts.append(pair);
    return value;
  };
  fact(
    'Severity',
    element('strong', 'rl-severity', severity.name),
    ` ${severity.means}${severity.pages ? ' People are woken for it.' : ''}`,
  ).dataset.severity = outcome.severity;
  fact('Who takes it', element('strong', '', levelText(outcome.owner)));
  fact('Where', element('strong', '', outcome.channel));
  const by = fact('Taken by');
  const next = fact('If nobody has');
  const late = element(
    'p',
    'rl-small',
    'Counted from when you opened this page: the link does not say when the outcome was reached.',
  );
  late.hidden = !options.isLate || outcome.acknowledge.by === null;
  root.append(facts, late);

  const actions = element('p', 'rl-outcome-actions');
  actions.append(link('rl-button rl-primary', 'Make the packet', packet));
  const runbook = outcome.runbook === null ? undefined : settings.pages[outcome.runbook];
  if (runbook) actions.append(link('rl-button', `Runbook: ${runbook.title}`, runbook.href));
  root.append(section('Do now', doList(options)), actions);
  if (outcome.macro !== null) root.append(section('Tell the user', macroPlace(outcome.macro, options)));
  root.append(section('Attach', listOf(outcome.attach)));

  function paint(): void {
    const at = now();
    const { acknowledge } = outcome;
    const due = acknowledge.by === null ? null : Date.parse(acknowledge.by);
    say(
      by,
      due === null
        ? [element('strong', '', acknowledge.within)]
        : [element('strong', '', utcText(due, at)), `, ${dueText(due, at)} (within ${acknowledge.within})`],
    );
    const later = outcome.next.at === null ? null : Date.parse(outcome.next.at);
    const isOver = later !== null && later <= at;
    next.toggleAttribute('data-over', isOver);
    const who = element('strong', '', levelText(outcome.next));
    say(
      next,
      later === null
        ? [who, `, ${outcome.next.after}`]
        : isOver
          ? ['Tell ', who, ` now: that was due at ${utcText(later, at)}, ${dueText(later, at)}`]
          : [who, `, at ${utcText(later, at)}, ${dueText(later, at)}`],
    );
  }

  paint();
  return { root, heading, paint, choose() {}, take() {} };
}

const levelText = ({ name, team }: { name: string; team: string | null }): string =>
  team ? `${name} (${team})` : name;

/** A list that can be ticked off. It stays so in this tab. */
function doList({ outcome, done, tick }: OutcomeOptions): HTMLElement {
  const list = element('ol', 'rl-outcome-do');
  const boxes = outcome.do.map((text, index) => {
    const item = element('li', '');
    const label = element('label', '');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = done.includes(index);
    box.addEventListener('change', () => tick(boxes.flatMap((each, at) => (each.checked ? [at] : []))));
    const words = element('span', '');
    words.append(...prose(text));
    label.append(box, words);
    item.append(label);
    list.append(item);
    return box;
  });
  return list;
}

/** The text for the user; where the site has no panel for it, a link to its page. */
function macroPlace(id: string, { given, settings }: OutcomeOptions): HTMLElement {
  const place = element('div', 'rl-outcome-macro');
  place.dataset.rlMacro = id;
  const data = settings.macros[id];
  place.append(
    data ? createMacroPanel(data, given).root : link('', `The text: ${id}`, `${settings.base}macros/${id}/`),
  );
  return place;
}

function listOf(items: readonly string[]): HTMLElement {
  const list = element('ul', '');
  list.append(
    ...items.map((text) => {
      const item = element('li', '');
      item.append(...prose(text));
      return item;
    }),
  );
  return list;
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  const made = element('section', '');
  made.append(element('h3', '', title), ...content);
  return made;
}

function link(className: string, text: string, href: string): HTMLElement {
  return Object.assign(element('a', className, text), { href });
}

function say(place: HTMLElement, parts: (Node | string)[]): void {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
  if (place.textContent !== text) place.replaceChildren(...parts);
}
