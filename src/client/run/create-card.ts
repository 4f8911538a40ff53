import { cardData } from '../../markdown/vocabulary.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { Result } from '../../schemas/report.ts';
import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import { prose } from '../elements.ts';
import type { BlockView } from '../live/block-view.ts';
import type { Live } from '../live.ts';
import { checkOfRun } from '../packet/check-of-run.ts';
import { keepOwnCheck } from '../packet/own-checks.ts';
import type { PageSettings } from '../page-settings.ts';
import { paintCard } from '../paint-card.ts';
import { paintDot } from '../paint-dot.ts';
import type { LastResult } from '../read-results.ts';
import { shapes, stateOf } from '../verdict-state.ts';
import { type AskForm, createAskForm, type FindSecret } from './ask-form.ts';
import { setDisabled } from './button.ts';
import { addParts } from './card-parts.ts';
import { clearCard } from './clear-card.ts';
import { ownResult } from './own-result.ts';
import { paintFindings } from './paint-findings.ts';
import { ageWords, canRun, isBusy, runText } from './run-state.ts';

export interface CardOptions {
  live: Live;
  page: PageSettings;
  words: RunWords;
  announce(text: string): void;
  findSecret: FindSecret;
}

/** A run with the reader's own value: its result stands on the card until they let it go. */
interface OwnRun {
  running: boolean;
  waiting: boolean;
  startedAt: number | null;
  result: Result | null;
  end: AbortController;
}

/** A block's card that runs from the page. */
export interface RunCard {
  block: string;
  /** Paints it as things are now. */
  paint(): void;
  /** Whether the reader has put in a value of their own. */
  isFilled(): boolean;
  press(): Promise<void>;
}

/** Makes a block's card run from the page. */
export function createCard(block: string, root: HTMLElement, options: CardOptions): RunCard {
  const { live, page, words, announce, findSecret } = options;
  const states = page.words.states;
  let form: AskForm | null = null;
  let own: OwnRun | null = null;
  let isPressed = false;
  /** Asked for by this reader, who is told what came of it; and what the block's proof was then. */
  let awaited: { provenAt: number | undefined; isGivenUp: boolean } | null = null;
  let painted = '';
  // Backticks are for the eye.
  const tell = (text: string): void => announce(`${titleOf(root)}: ${text.replaceAll('`', '')}`);
  const parts = addParts(root, words, () => void press(), leaveOwn);

  async function press(): Promise<void> {
    if (isPressed || isBusy(own ?? undefined) || !canRun(live.blocks.get(block), live.state)) return;
    isPressed = true;
    parts.say(null);
    try {
      const values = form ? await form.read() : {};
      if (values === null) return;
      if (Object.keys(values).length > 0) await runOwn(values);
      else {
        leaveOwn();
        awaited = { provenAt: live.blocks.get(block)?.result?.provenAt, isGivenUp: false };
        const answer = await live.run([block]);
        if ('code' in answer) {
          awaited = null;
          parts.say(answer);
        }
      }
    } catch {
      // What looks for secrets could not be loaded: the site is gone.
      parts.say({ message: words.lost, hint: '' });
    } finally {
      isPressed = false;
    }
  }

  async function runOwn(params: Record<string, string>): Promise<void> {
    const mine: OwnRun = {
      running: false,
      waiting: true,
      startedAt: null,
      result: own?.result ?? null,
      end: new AbortController(),
    };
    own = mine;
    repaint();
    const answer = await live.run([block], params);
    if ('code' in answer) {
      own = mine.result ? { ...mine, waiting: false } : null;
      const isSecret = answer.code === 'secret';
      const message = isSecret ? words.secret : `${answer.message} ${answer.hint}`;
      if (!form?.refuse(answer.parameter, message, isSecret)) parts.say(answer);
      return repaint();
    }
    void live
      .follow(answer.id, block, {
        started() {
          Object.assign(mine, { running: true, waiting: false, startedAt: live.now() });
          repaint();
        },
        signal: mine.end.signal,
      })
      .then((end) => {
        if (own !== mine) return;
        const result = end.kind === 'ended' ? end.result : null;
        if (!result) parts.say({ message: end.kind === 'lost' ? words.runLost : words.interrupted, hint: '' });
        own = result || mine.result ? { ...mine, running: false, waiting: false, result: result ?? mine.result } : null;
        const info = live.blocks.get(block)?.info;
        if (result && info) keepOwnCheck(block, checkOfRun(info, result));
        if (result) tell(`${states[result.verdict]}. ${words.own}.`);
        repaint();
      });
  }

  function leaveOwn(): void {
    if (!own) return;
    own.end.abort();
    own = null;
    keepOwnCheck(block, null);
    parts.run.focus();
    repaint();
  }

  function repaint(): void {
    const view = live.blocks.get(block);
    const now = live.now();
    const shown = own?.result ? ownResult(own.result) : (view?.result ?? null);
    paintResult(shown, view, now);
    paintState(view, now);
    addForm(view);
    const busy = own?.running || own?.waiting ? own : view;
    parts.run.hidden = !view?.info;
    if (busy) {
      const text = runText(busy, now, words);
      if (parts.run.textContent !== text) parts.run.textContent = text;
    }
    setDisabled(parts.run, isBusy(own ?? undefined) || !canRun(view, live.state));
    root.ariaBusy = isBusy(busy) ? 'true' : null;
    parts.own.hidden = !own?.result;
    if (own?.result) root.dataset.own = '';
    else delete root.dataset.own;
    paintNote(parts.note, own?.result ? null : noteOf(view, words));
    const evidence = own?.result?.evidence;
    if (evidence) parts.evidence.show(evidence.length, `own ${shown?.provenAt}`, async () => evidence);
    else parts.evidence.show(view?.evidence ?? 0, String(shown?.provenAt), () => live.evidence(block));
    parts.dashboard.show(view?.info?.dashboard ?? null, shown?.provenAt ?? null);
    if (awaited && view && !isBusy(view)) tellWhatCame(awaited, view);
  }

  function tellWhatCame(wanted: NonNullable<typeof awaited>, view: BlockView): void {
    const isOld = view.result?.provenAt === wanted.provenAt && !view.skipped;
    if (isOld) {
      // Must not be taken for what this run found.
      if (!wanted.isGivenUp) parts.say({ message: words.interrupted, hint: '' });
      wanted.isGivenUp = true;
      return;
    }
    if (wanted.isGivenUp) parts.say(null);
    awaited = null;
    tell(noteOf(view, words) ?? verdictText(view.result, states));
  }

  function paintResult(shown: LastResult | null, view: BlockView | undefined, now: number): void {
    if (!shown) {
      if (painted !== '') clearCard(root, states.skip);
      painted = '';
      return;
    }
    const age = own?.result ? { age: words.ownAge, was: page.words.was } : ageWords(shown.from, words);
    const state = paintCard(root, shown, { freshFor: page.freshFor, words: { ...page.words, ...age } }, now);
    const key = `${state} ${shown.provenAt} ${own?.result ? 'own' : ''}`;
    if (key === painted) return;
    painted = key;
    const isAskedFor = shown.reason?.code === 'needs-input' && (view?.info?.asks.length ?? 0) > 0;
    // Where the page's author says what to do then, that is better than what we can say of any block.
    const isSaid = state !== 'stale' && root.querySelector(`[data-${cardData.outcome}="${state}"]`) !== null;
    const isGeneral = shown.reason?.code === 'expectation' || shown.reason?.code === 'degraded';
    const hint = isAskedFor ? words.needsInput : isSaid && isGeneral ? '' : (shown.reason?.hint ?? '');
    paintFindings(root, shown, state, { base: page.base, states, hint });
  }

  /** In the contents list stands the block's own state, whatever value the reader tries. */
  function paintState(view: BlockView | undefined, now: number): void {
    if (!view) return;
    if (isBusy(view)) {
      paintDot(root, 'running', '', words.running);
      return;
    }
    const state = view.result ? stateOf(view.result, page.freshFor, now) : 'skip';
    paintDot(root, state, shapes[state], states[state]);
  }

  function addForm(view: BlockView | undefined): void {
    const asks = view?.info?.asks ?? [];
    if (form || asks.length === 0) return;
    form = createAskForm(asks, words, findSecret);
    form.root.addEventListener('submit', (event) => {
      event.preventDefault();
      void press();
    });
    parts.place(form.root);
  }

  return { block, paint: repaint, isFilled: () => form?.isFilled() ?? false, press };
}

/** Why the newest run came to nothing, or none can; `null` where the card says it already. */
function noteOf(view: BlockView | undefined, words: RunWords): string | null {
  const say = (text: string, { message, hint }: Reason): string => `${text.replace('{reason}', message)} ${hint}`;
  const problem = view?.info?.problem;
  if (problem && problem.code !== 'needs-input') return say(words.problem, problem);
  if (!view?.skipped || view.result?.verdict === 'skip') return null;
  return view.skipped.code === 'needs-input' && view.info?.asks.length
    ? words.needsInput
    : say(words.skipped, view.skipped);
}

function paintNote(note: HTMLElement, text: string | null): void {
  if (note.dataset.says === (text ?? '')) return;
  note.dataset.says = text ?? '';
  note.hidden = text === null;
  note.replaceChildren(...prose(text ?? ''));
}

function verdictText(result: LastResult | null, states: ResultWords['states']): string {
  return result ? `${states[result.verdict]}. ${result.reason?.message ?? ''}`.trim() : states.skip;
}

function titleOf(root: HTMLElement): string {
  return root.querySelector('h2, h3')?.textContent?.trim() ?? '';
}
