import { marks } from '../../redact/removed-kinds.ts';
import type { Refused } from '../../schemas/finder-words.ts';
import type { Findings } from '../../schemas/search.ts';
import type { Finder } from '../../search/finder.ts';
import { element } from '../elements.ts';
import { keepLanguage, keptLanguage } from '../macro/kept-language.ts';
import { createRedactTyped } from '../redact-typed.ts';
import { bestLanguage } from './best-language.ts';
import { addBoxParts } from './box-parts.ts';
import type { BoxSettings } from './box-settings.ts';
import { shortened, withValues } from './box-text.ts';
import { loadBoxWords } from './box-words.ts';
import { isMessage, onOneLine } from './is-message.ts';
import { judgeText } from './judge-text.ts';
import { createLoadFinder } from './load-finder.ts';
import { needsJudging } from './needs-judging.ts';
import { createOptionList } from './option-list.ts';
import { paintNothing } from './paint-nothing.ts';
import { pageGroup, popularGroup, recentGroup, resultGroups } from './paint-options.ts';
import { clearSearches, keepSearch, recentSearches } from './recent-searches.ts';
import { createFindInPages } from './text-of-pages.ts';

/** The inside of the search box. */
export interface Box {
  /** Searches for a text that came from elsewhere as if it had been pasted here. */
  take(text: string): Promise<void>;
  /** The box is shown again. */
  reopened(): void;
}

/** Long enough that one has stopped typing. */
const pause = 250;
const pagesShown = 5;

/**
 * Makes the search box work: what is typed is searched for at once, in the page. What is pasted is first
 * looked at: secrets are left out of a message, a recovery phrase or a private key empties the box. Nothing
 * that is typed leaves the device, and only what held no secret is remembered on it. Rejects when the
 * site is gone. Long because everything here needs the one text that is searched for.
 */
export async function openBox(input: HTMLInputElement, body: HTMLElement, settings: BoxSettings): Promise<Box> {
  const { base, languages } = settings;
  const loadFinder = createLoadFinder(base);
  const findInPages = createFindInPages(base);
  const redactTyped = createRedactTyped();
  const judge = (text: string) => judgeText(text, redactTyped);
  const first = firstLocale(settings);
  const [words, firstFinder] = await Promise.all([loadBoxWords(settings), loadFinder(first)]);
  const { alert, message, notes, list, nothing, said, clear, choices } = addBoxParts(body, words, settings);
  const options = createOptionList(input, list);
  // The team has more kinds of things to find.
  const limit = Object.keys(choices).length > 0 ? 30 : 16;
  const tags = Object.fromEntries(Object.entries(languages).map(([locale, { lang }]) => [locale, lang]));
  const finders = new Map<string, Finder>([[first, firstFinder]]);
  let locale = first;
  /** Somebody chose the language; until then it is the one that knows the text best. */
  let isChosen = false;
  /** What is searched for, or was just refused; each text its own, so that an answer that comes late is known. */
  let turn = 0;
  /** The text that results are shown of. */
  let shown = '';
  /** What may be remembered of it; `null` where that is not known, or it held something to leave out. */
  let clean: string | null = null;
  /** How many things were left out of the message. */
  let leftOut = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  function say(text: string): void {
    said.textContent = text;
  }

  const popular = () => finders.get(locale)?.popular() ?? [];

  /** In the current language, or in the one that knows the text best. Each key must not ask them all. */
  function find(text: string, where: 'here' | 'anywhere'): Findings {
    const here = finders.get(locale) ?? firstFinder;
    if (where === 'here' || isChosen) return here.find(text, { limit });
    const answer = bestLanguage(text, finders, locale, { limit });
    if (answer) mark(answer.locale);
    return answer?.findings ?? here.find(text, { limit });
  }
  function mark(chosen: string): void {
    locale = chosen;
    for (const [each, choice] of Object.entries(choices)) choice.ariaPressed = String(each === chosen);
  }

  function showEmpty(): void {
    shown = '';
    clean = null;
    notes.replaceChildren();
    nothing.hidden = true;
    const recent = recentSearches();
    clear.hidden = recent.length === 0;
    say('');
    const groups = [...(recent.length > 0 ? [recentGroup(recent, words)] : []), popularGroup(popular(), words, tags)];
    options.show(groups, false);
  }

  function show(text: string, where: 'here' | 'anywhere'): Findings {
    shown = text;
    clear.hidden = true;
    const findings = find(withoutMarks(text), where);
    const { results } = findings;
    // A message has many words that nothing has.
    const corrected = isMessage(text) ? [] : findings.corrected;
    notes.replaceChildren(
      ...corrected.map(({ typed, found }) => element('p', '', withValues(words.corrected, { typed, found }))),
    );
    nothing.hidden = results.length > 0;
    if (results.length === 0) paintNothing(nothing, shortened(text), words, settings);
    options.show(
      results.length > 0 ? resultGroups(findings, words, tags) : [popularGroup(popular(), words, tags)],
      results.length > 0,
    );
    return findings;
  }

  /** What can wait until nobody types any more. */
  function whenPaused(act: () => Promise<void>): void {
    clearTimeout(later);
    later = setTimeout(() => void act(), pause);
  }
  async function showBetter(text: string, found: Findings, of: number): Promise<void> {
    const before = locale;
    const better = find(text, 'anywhere');
    if (locale === before) return showPages(text, found, of);
    show(text, 'here');
    return showPages(text, better, of);
  }
  async function showPages(text: string, { results }: Findings, of: number): Promise<void> {
    const hasResults = results.length > 0;
    say(hasResults ? counted(options.count()) : withValues(words.none, { query: shortened(text) }));
    const hits = await findInPages(shortened(text), pagesShown * 2);
    if (of !== turn) return;
    const above = new Set(results.map(({ url }) => url));
    const rest = hits.filter(({ url }) => !above.has(url.replace(/#.*/, ''))).slice(0, pagesShown);
    if (rest.length === 0) return;
    nothing.hidden = true;
    if (hasResults) options.add(pageGroup(rest, words));
    else options.show([pageGroup(rest, words)], true);
    say(counted(options.count()));
  }
  const counted = (count: number): string => (count === 1 ? words.one : withValues(words.more, { count }));

  function refuse(why: Refused): void {
    turn += 1;
    clearTimeout(later);
    input.value = '';
    showMessage(null);
    showEmpty();
    alert.replaceChildren(element('p', '', words.refused[why]));
  }

  function showMessage(text: string | null): void {
    message.hidden = text === null;
    message.value = text ?? '';
    message.rows = Math.min(5, text?.split('\n').length ?? 1);
  }

  /** Typing waits for nothing: the answer is there before it is known what may be remembered. */
  async function typed(): Promise<void> {
    const text = input.value;
    // The field stays as it is: whoever types a long text is not to lose the end of it.
    if (isMessage(text)) return judgeMessage(text, false);
    turn += 1;
    const mine = turn;
    clearTimeout(later);
    alert.replaceChildren();
    showMessage(null);
    if (text.trim() === '') return showEmpty();
    clean = null;
    const findings = show(text, 'here');
    const judged = await judge(text).catch(() => null);
    // It is a secret whatever was typed since.
    if (judged?.kind === 'secret') return refuse('secret');
    if (mine !== turn || judged === null) return;
    if (judged.kind === 'digest') return refuse('digest');
    if (judged.leftOut === 0) clean = text;
    const { text: safe } = judged;
    whenPaused(() => showBetter(withoutMarks(safe), findings, mine));
  }

  function take(text: string): Promise<void> {
    input.value = '';
    return judgeMessage(text, true);
  }

  /** A message is looked at before anything of it is shown. */
  async function judgeMessage(text: string, isPasted: boolean): Promise<void> {
    turn += 1;
    const mine = turn;
    clearTimeout(later);
    alert.replaceChildren();
    say(words.loading);
    const judged = await judge(text.slice(0, longest)).catch(() => null);
    if (judged?.kind === 'secret') return refuse('secret');
    if (mine !== turn) return;
    if (judged?.kind !== 'safe') return refuse(judged?.kind ?? 'unchecked');
    const safe = judged.text.trim();
    if (isPasted) input.value = onOneLine(safe);
    present(safe, judged.leftOut);
  }

  /** Shows what was found of a text that was looked at, and what was made of it. */
  function present(safe: string, count: number): void {
    turn += 1;
    leftOut = count;
    const isLong = isMessage(safe);
    showMessage(isLong ? safe : null);
    const findings = show(safe, 'anywhere');
    const searched = findings.errors.join(' ');
    clean = count > 0 ? null : searched || onOneLine(safe);
    const lines: string[] = [];
    if (count > 0) lines.push(count === 1 ? words.leftOutOne : withValues(words.leftOut, { count }));
    if (isLong) {
      const errors = findings.errors.map((error) => `“${error}”`).join(', ');
      lines.push(errors ? withValues(words.searchedFor, { errors }) : words.searchedWhole);
    }
    notes.prepend(...lines.map((line) => element('p', '', line)));
    const mine = turn;
    whenPaused(() => showPages(searched || withoutMarks(safe), findings, mine));
  }

  function open(option: HTMLElement, isNewTab: boolean): void {
    const { query } = option.dataset;
    if (query !== undefined) {
      input.value = query;
      void typed();
    } else if (option instanceof HTMLAnchorElement) {
      remember();
      if (isNewTab) window.open(option.href, '_blank', 'noopener');
      else option.click();
    }
  }
  function remember(): void {
    if (clean !== null) keepSearch(clean);
  }

  async function speak(chosen: string): Promise<void> {
    isChosen = true;
    mark(chosen);
    if (!(await add(chosen))) return say(words.lost);
    if (message.hidden) await typed();
    else present(message.value, leftOut);
  }
  async function add(each: string): Promise<boolean> {
    const added = await loadFinder(each).catch(() => null);
    if (added) finders.set(each, added);
    return added !== null;
  }

  input.addEventListener('input', () => void typed());
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const { value, selectionStart, selectionEnd } = input;
    const whole = value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length);
    if (!isMessage(whole) && !needsJudging(whole)) return;
    event.preventDefault();
    void take(whole);
  });
  input.addEventListener('keydown', (event) => {
    // An input method is still putting the word together.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') options.move(1);
    else if (event.key === 'ArrowUp') options.move(-1);
    else if (event.key === 'Enter') {
      const option = options.active();
      if (option) open(option, event.ctrlKey || event.metaKey);
    } else return;
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
    if (option?.dataset.query !== undefined) {
      open(option, false);
      input.focus();
    } else if (option) remember();
  });
  clear.addEventListener('click', () => {
    clearSearches();
    showEmpty();
    say(words.cleared);
    input.focus();
  });
  for (const [each, choice] of Object.entries(choices)) {
    choice.addEventListener('click', () => {
      keepLanguage(each);
      void speak(each);
      input.focus();
    });
    // The user's language is known from what they wrote, once all are there.
    void add(each);
  }
  mark(first);

  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  // What was typed while this was loading.
  await typed();
  return {
    take,
    reopened() {
      if (shown === '') showEmpty();
    },
  };
}

/** A message may be long, but not without end. */
const longest = 50_000;
/** What was left out is no word of the message. */
const withoutMarks = (text: string): string =>
  Object.values(marks).reduce((rest, mark) => rest.replaceAll(mark, ' '), text);

/** Where a language can be chosen: the one that this person chose last. */
function firstLocale({ locale, languages }: BoxSettings): string {
  const kept = Object.keys(languages).length > 1 ? keptLanguage() : null;
  return kept !== null && Object.hasOwn(languages, kept) ? kept : locale;
}
