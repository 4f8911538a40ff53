// Long because it is the walk itself: what is shown, what is asked, what is kept, in one visible sequence.
import type { Trees } from '../../schemas/tree.ts';
import { nameIn, type Place, placeId } from '../../trees/graph.ts';
import { outcomeOf } from '../../trees/outcome.ts';
import { answerWalk, backWalk, standOf, startWalk, type Walk } from '../../trees/walk.ts';
import { writeWalk } from '../../trees/walk-address.ts';
import { prose } from '../elements.ts';
import { type Live, openLive } from '../live.ts';
import { createAnnouncer } from '../run/announcer.ts';
import { createServerLine } from '../run/server-line.ts';
import { createOutcome } from './create-outcome.ts';
import { createQuestion } from './create-question.ts';
import type { Found } from './found.ts';
import { type KeptWalk, keepWalk, readKeptWalk } from './kept-walk.ts';
import { lightDrawing } from './light-drawing.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { createNodeCheck, type NodeCheck } from './node-check.ts';
import { paintBreadcrumb, paintReasons } from './paint-path.ts';
import { passedPlaces } from './passed-places.ts';
import type { Screen } from './screen.ts';
import type { WalkFrame } from './walk-frame.ts';
import { enterWalk, isAfterStep, readAddress, searchOf } from './walk-history.ts';
import type { WalkKey } from './walk-key.ts';
import type { WalkSettings } from './walk-settings.ts';

/** What a check said longer ago than this is asked again when the walk comes back to it, in milliseconds. */
const recent = 30_000;

/** Opens the walk that the address holds, and goes on from there. */
export function openWalk(settings: WalkSettings, frame: WalkFrame): void {
  const trees: Trees = new Map(Object.entries(settings.trees));
  const { tree } = settings;
  const address = readAddress(trees, tree);
  if (!address) return;
  const announce = createAnnouncer();
  const sayServer = createServerLine(settings.words.run);
  /** What checks said at the nodes of this walk, by `tree#node`. */
  const seen = new Map<string, Found>();
  /** What a person gave to its checks. It is on this screen alone: no address and no storage holds it. */
  let given: Record<string, string> = {};
  let live: Live | null = null;
  let { walk, note } = address;
  let kept = keptOf(walk);
  /** Whether the outcome was reached in this tab, so that its times are known. */
  let isReachedHere = kept.reachedAt !== null;
  let check: NodeCheck | null = null;
  let wasFound = false;
  let screen: Screen = show();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function now(): number {
    return live?.now() ?? Date.now();
  }

  function keptOf(its: Walk): KeptWalk {
    const found = readKeptWalk(tree);
    return found && writeWalk(found.walk) === writeWalk(its)
      ? { ...found, walk: its }
      : { walk: its, checks: [], reachedAt: null, done: [] };
  }

  /** Makes the screen for where the walk stands. */
  function show(): Screen {
    const at = now();
    check?.leave();
    check = null;
    wasFound = false;
    const stand = standOf(trees, walk);
    frame.breadcrumb.parentElement?.toggleAttribute('hidden', walk.steps.length === 0);
    paintBreadcrumb(frame.breadcrumb, trees, walk, (to) => go(to, 'jump'));
    paintReasons(frame.reasons, trees, walk);
    frame.path.hidden = walk.steps.length === 0;
    frame.path.open = stand.kind === 'outcome';
    frame.back.hidden = frame.restart.hidden = walk.steps.length === 0;
    frame.where.textContent =
      stand.place.tree === tree ? '' : `You have come into another tree: ${trees.get(stand.place.tree)?.title ?? ''}.`;
    frame.note.replaceChildren(...prose(note ?? ''));
    document.documentElement.toggleAttribute('data-rl-walking', walk.steps.length > 0);
    if (stand.kind === 'outcome' && kept.reachedAt === null) kept = { ...kept, reachedAt: at };
    if (stand.kind !== 'outcome') kept = { ...kept, reachedAt: null, done: [] };
    keepWalk(kept);
    lightDrawing(frame.drawing, walk, passedPlaces(trees, walk));
    const made = stand.kind === 'outcome' ? outcomeScreen(stand) : questionScreen(stand);
    frame.screen.replaceChildren(made.root);
    return made;
  }

  function outcomeScreen({ place, node }: Extract<ReturnType<typeof standOf>, { kind: 'outcome' }>): Screen {
    return createOutcome({
      outcome: outcomeOf(nameIn(tree, place), node, settings.escalation, new Date(kept.reachedAt ?? now())),
      settings,
      packet: `${settings.base}packet/?tree=${tree}&walk=${writeWalk(walk)}`,
      done: kept.done,
      given,
      isLate: !isReachedHere,
      now,
      tick(done) {
        kept = { ...kept, done };
        keepWalk(kept);
      },
    });
  }

  function questionScreen(stand: ReturnType<typeof standOf>): Screen {
    if (stand.kind !== 'asks') throw new Error(`\`${placeId(stand.place)}\` leads nowhere.`);
    const { node, place } = stand;
    const id = placeId(place);
    if (node.kind === 'check') {
      const before = seen.get(id) ?? null;
      check = createNodeCheck({
        node,
        block: typeof node.check === 'string' ? node.check : `trees/${id}`,
        live: () => live,
        words: settings.words.run,
        given: (params) => {
          given = { ...given, ...params };
        },
        before: before && (before.check.own || now() - Date.parse(before.check.provenAt) < recent) ? before : null,
        changed: repaint,
      });
      // What was known when the node was reached is no news; it is read with the question.
      wasFound = check.stand.kind === 'found';
    }
    return createQuestion({
      node,
      settings,
      panel: check && {
        check,
        settings,
        link: settings.blocks[id] ?? null,
        live: () => live,
        now,
      },
      now,
      answer: (choice, found, reason) => answer(place, choice, found, reason),
    });
  }

  function answer(place: Place, choice: string, found: Found | null, reason: string): void {
    const said = found?.branch ?? byHandBranch();
    const went = answerWalk(trees, walk, {
      choice,
      by: said?.choice === choice ? 'check' : 'person',
      check: said,
    });
    if (!went.ok || placeId(place) !== placeId(walk.at)) return;
    const steps = [...went.walk.steps];
    const last = steps.at(-1);
    if (last && reason !== '') steps[steps.length - 1] = { ...last, why: `${last.why} Why: “${reason}”` };
    isReachedHere = true;
    go({ ...went.walk, steps }, 'step');
  }

  /** Why the check did not decide, where it did not. */
  function byHandBranch(): { choice: null; why: string } | null {
    const stand = check?.stand;
    switch (stand?.kind) {
      case 'by-hand':
        return { choice: null, why: stand.why };
      case 'asks':
        return { choice: null, why: 'No value was given.' };
      case 'opening':
      case 'running':
        return { choice: null, why: 'It was still running.' };
      case 'found':
        return { choice: null, why: `${stand.found.branch.why} That was stale.` };
      default:
        return null;
    }
  }

  /** Goes to a walk, in a new entry of the history. */
  function go(to: Walk, how: 'step' | 'jump'): void {
    note = null;
    enterWalk(to, how);
    arrive(to);
  }

  function arrive(to: Walk): void {
    walk = to;
    kept = { ...kept, walk };
    screen = show();
    repaint();
    screen.heading.focus({ preventScroll: true });
    frame.bringIntoView(screen.heading);
  }

  function back(): void {
    if (walk.steps.length === 0) return;
    if (isAfterStep()) history.back();
    else go(backWalk(walk), 'jump');
  }

  function restart(): void {
    const start = startWalk(trees, tree);
    if (!start || walk.steps.length === 0) return;
    // Another case begins: nothing of this one may be taken for its own.
    seen.clear();
    given = {};
    kept = { ...kept, checks: [] };
    go(start, 'jump');
  }

  function act(key: WalkKey): boolean {
    switch (key.kind) {
      case 'choose':
        screen.choose(key.index);
        return true;
      case 'take':
        screen.take();
        return true;
      case 'back':
        back();
        return true;
      case 'restart':
        restart();
        return true;
      case 'help':
        frame.keys.focus();
        return true;
    }
  }

  function repaint(): void {
    check?.look();
    const stand = check?.stand ?? null;
    if (stand?.kind === 'found') remember(stand.found);
    screen.paint();
    if (live) sayServer(live);
    clearTimeout(timer);
    const isCounting = stand?.kind === 'running' || standOf(trees, walk).kind === 'outcome';
    timer = setTimeout(repaint, isCounting ? 1000 : 10_000);
  }

  function remember(found: Found): void {
    const id = placeId(walk.at);
    if (seen.get(id) !== found) {
      seen.set(id, found);
      const others = kept.checks.filter(({ block }) => block !== found.check.block);
      kept = { ...kept, checks: [...others, found.check] };
      keepWalk(kept);
    }
    if (!wasFound) {
      const { choice, why } = found.branch;
      const stand = standOf(trees, walk);
      const label = choice !== null && stand.kind === 'asks' ? stand.node.choices[choice]?.label : undefined;
      const next = label === undefined ? 'Answer it by hand.' : `It chooses “${label}”.`;
      // Backticks are for the eye.
      announce(`${found.check.title}: ${why} ${next}`.replaceAll('`', ''));
    }
    wasFound = true;
  }

  enterWalk(walk, 'replace');
  frame.back.addEventListener('click', back);
  frame.restart.addEventListener('click', restart);
  listenToKeys(frame.keysToggle, frame.keys, act);
  addEventListener('popstate', () => {
    const found = readAddress(trees, tree);
    if (!found) return;
    // Only the part behind `#` is another.
    if (searchOf(found.walk) === searchOf(walk) && found.note === null) return;
    ({ note } = found);
    arrive(found.walk);
  });
  repaint();
  void openLive(settings, { page: `trees/${tree}` }).then((opened) => {
    live = opened;
    live.onChange(repaint);
    repaint();
  });
}
