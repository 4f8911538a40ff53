import type { PacketCheck } from '../../schemas/packet.ts';
import type { Walk } from '../../trees/walk.ts';
import { isFields, isOneOf, isPacketCheck, isText } from '../packet/is-packet-check.ts';

/**
 * A walk as this tab keeps it: with the reasons and the checks that an address does not hold. The packet's
 * page reads it, too. All of it was redacted before; values that somebody gave to a check are not in it.
 */
export interface KeptWalk {
  walk: Walk;
  /** What checks said, the newest of each block, in the order in which they were seen. */
  checks: PacketCheck[];
  /** When the outcome was reached, in milliseconds by the server's clock; `null` before. */
  reachedAt: number | null;
  /** Which lines of the outcome's list are done. */
  done: number[];
}

const keyOf = (tree: string): string => `runlight-walk-${tree}`;
/** What a tab would keep at most, in characters: a walk has some ten checks of a few kilobytes. */
const most = 500_000;

/** What this tab keeps of a walk through `tree`; `null` where there is none, or what is there is none. */
export function readKeptWalk(tree: string): KeptWalk | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(tree)) ?? 'null');
    return isKeptWalk(kept) && kept.walk.tree === tree ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it until the tab is closed, where the browser lets us: the address holds the answers in any case. */
export function keepWalk(kept: KeptWalk): void {
  try {
    const text = JSON.stringify(kept);
    if (text.length <= most) sessionStorage.setItem(keyOf(kept.walk.tree), text);
  } catch {
    // Nothing is kept then.
  }
}

const isPlace = (value: unknown): boolean => isFields(value) && isText(value.tree) && isText(value.node);

/** Whether something that was kept has the shape of a walk. */
export function isWalk(value: unknown): value is Walk {
  return (
    isFields(value) &&
    isText(value.tree) &&
    isPlace(value.at) &&
    Array.isArray(value.steps) &&
    value.steps.every(isStep)
  );
}

function isStep(value: unknown): boolean {
  return (
    isFields(value) &&
    isPlace(value) &&
    isOneOf(value.kind, 'question', 'check') &&
    isText(value.answer) &&
    isOneOf(value.by, 'check', 'person') &&
    isText(value.why) &&
    (value.overruled === null ||
      (isFields(value.overruled) && isText(value.overruled.answer) && isText(value.overruled.why)))
  );
}

function isKeptWalk(value: unknown): value is KeptWalk {
  return (
    isFields(value) &&
    isWalk(value.walk) &&
    Array.isArray(value.checks) &&
    value.checks.every(isPacketCheck) &&
    (value.reachedAt === null || Number.isFinite(value.reachedAt)) &&
    Array.isArray(value.done) &&
    value.done.every(Number.isInteger)
  );
}
