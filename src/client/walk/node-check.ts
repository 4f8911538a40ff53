// Long because it is one thing with a state: a check, from the arrival at its node to what it said.
import type { ApiError, Ask } from '../../schemas/api.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import type { TreeNode } from '../../schemas/tree.ts';
import type { Live } from '../live.ts';
import type { LastResult } from '../read-results.ts';
import { isBusy } from '../run/run-state.ts';
import { type Found, foundByProof, foundByRun, foundNothing } from './found.ts';

/** How the check of a node stands. */
export type CheckStand =
  /** Whether there is a server is not known yet. */
  | { kind: 'opening' }
  /** Nobody can ask it: the person answers. `last` is what was known before. `again`: whether another try makes sense. */
  | { kind: 'by-hand'; why: string; last: LastResult | null; again: boolean }
  /** It needs a value of this case first. */
  | { kind: 'asks'; asks: readonly Ask[]; why: string | null }
  | { kind: 'running'; waiting: boolean; startedAt: number | null; last: LastResult | null }
  | { kind: 'found'; found: Found };

export interface NodeCheck {
  readonly stand: CheckStand;
  /** Looks at what is known now. To be called after each change. */
  look(): void;
  /** Runs it with a person's values. What the server refuses is returned. */
  run(params: Record<string, string>): Promise<ApiError | null>;
  /** Runs it once more, or asks for the value again. */
  again(): void;
  /** The walk has left the node. */
  leave(): void;
}

export interface NodeCheckOptions {
  node: Extract<TreeNode, { kind: 'check' }>;
  /** `<page id>#<id>`, or `trees/<tree>#<node>`. */
  block: string;
  /** `null` while nothing is known of a server. */
  live(): Live | null;
  words: RunWords;
  /** What it said before in this walk. */
  before: Found | null;
  /** Told what a person gave it, once it was taken. */
  given(params: Readonly<Record<string, string>>): void;
  /** Called when the stand may have changed by itself. */
  changed(): void;
}

/** A proof younger than this is as good as one made now, in milliseconds. */
const recent = 30_000;

const noServer = 'No server is here that could run the check.';
const unknown = 'The server does not know this check. It may run another version of the pages.';

/** Runs the check of one node, as soon as somebody is there who can. */
export function createNodeCheck(options: NodeCheckOptions): NodeCheck {
  const { node, block, live: liveNow, words, before, given, changed } = options;
  let found = before;
  /** Asked for here, and what the block's proof was then. */
  let awaited: { provenAt: number | undefined } | null = null;
  let hasBegun = false;
  /** Why the last try came to nothing. */
  let trouble: string | null = null;
  let own: { running: boolean; startedAt: number | null; end: AbortController } | null = null;
  let stand: CheckStand = { kind: 'opening' };

  async function begin(live: Live): Promise<void> {
    hasBegun = true;
    trouble = null;
    awaited = { provenAt: live.blocks.get(block)?.result?.provenAt };
    const answer = await live.run([block]);
    if (!('code' in answer)) return;
    awaited = null;
    trouble = `${answer.message} ${answer.hint}`.trim();
    look();
    changed();
  }

  function look(): void {
    stand = standNow();
  }

  function standNow(): CheckStand {
    if (found) return { kind: 'found', found };
    const live = liveNow();
    if (!live) return { kind: 'opening' };
    const view = live.blocks.get(block);
    const last = view?.result ?? null;
    const byHand = (why: string, again = false): CheckStand => ({ kind: 'by-hand', why, last, again });
    if (own) return { kind: 'running', waiting: !own.running, startedAt: own.startedAt, last: null };
    if (live.state === 'static') return byHand(noServer);
    if (live.state === 'lost') return byHand(live.isSignedOut ? words.signedOut : words.lost);
    const info = view?.info;
    if (!view || !info) return byHand(unknown);
    const { problem, asks } = info;
    if (problem && problem.code !== 'needs-input')
      return byHand(words.problem.replace('{reason}', `${problem.message} ${problem.hint}`.trim()));
    if (asks.length > 0) return { kind: 'asks', asks: asks.map(withoutExample), why: trouble };
    if (trouble !== null) return byHand(trouble, true);
    if (!hasBegun) {
      const isRecent = last && !view.skipped && live.now() - last.provenAt < recent;
      if (isRecent && !isBusy(view)) {
        found = foundByProof(node, info, last);
        return { kind: 'found', found };
      }
      void begin(live);
      return { kind: 'running', waiting: true, startedAt: null, last };
    }
    // A run may be over before we have heard that it began.
    const isNew = awaited !== null && last !== null && last.provenAt !== awaited.provenAt;
    if (isNew && !view.running) found = foundByProof(node, info, last);
    else if (isBusy(view)) return { kind: 'running', waiting: view.waiting, startedAt: view.startedAt, last };
    else if (awaited && view.skipped) found = foundNothing(node, info, view.skipped, live.now());
    if (found) return { kind: 'found', found };
    return byHand(words.interrupted, true);
  }

  look();
  return {
    get stand() {
      return stand;
    },
    look,
    async run(params) {
      const live = liveNow();
      const info = live?.blocks.get(block)?.info;
      if (!live || !info || own) return null;
      const mine = { running: false, startedAt: null as number | null, end: new AbortController() };
      own = mine;
      trouble = null;
      look();
      changed();
      const answer = await live.run([block], params);
      if ('code' in answer) {
        if (own === mine) own = null;
        look();
        changed();
        return answer;
      }
      given(params);
      void live
        .follow(answer.id, block, {
          started() {
            Object.assign(mine, { running: true, startedAt: live.now() });
            look();
            changed();
          },
          signal: mine.end.signal,
        })
        .then((end) => {
          if (own !== mine) return;
          own = null;
          const result = end.kind === 'ended' ? end.result : null;
          if (result) found = foundByRun(node, info, result);
          else trouble = end.kind === 'lost' ? words.runLost : words.interrupted;
          look();
          changed();
        });
      return null;
    },
    again() {
      found = null;
      trouble = null;
      awaited = null;
      hasBegun = false;
      const live = liveNow();
      const view = live?.blocks.get(block);
      // Whoever presses the button wants it asked now, however young the proof is.
      if (live?.state === 'live' && view?.info?.problem === null && view.info.asks.length === 0) void begin(live);
      look();
      changed();
    },
    leave() {
      own?.end.abort();
      own = null;
    },
  };
}

/** A triage is about one user's own case, never about a page's example. */
const withoutExample = (ask: Ask): Ask => ({ ...ask, example: null, required: true });
