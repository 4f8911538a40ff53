import type { RawEvidence } from './seal.ts';

/** What one attempt saw, kept until it is known how much of it matters. */
export interface EvidenceBox {
  /** The check's own words. */
  add(title: string, text: string): void;
  /** An answer as it came. */
  exchange(evidence: () => RawEvidence, failed: boolean): void;
  /** What the check printed. */
  print(text: string): void;
  /** The pieces that belong to the result: of a healthy one only what the check itself kept. */
  collect(healthy: boolean): RawEvidence[];
}

const maxExchanges = 3;
/** The same answer may come several times, and is shown once. */
const maxKept = 8;
const maxPrinted = 16 * 1024;

export function createEvidenceBox(): EvidenceBox {
  const own: RawEvidence[] = [];
  const failures: (() => RawEvidence)[] = [];
  const others: (() => RawEvidence)[] = [];
  let printed = '';
  return {
    add(title, text) {
      if (own.length < 10) own.push({ title: String(title), text: String(text) });
    },
    exchange(evidence, failed) {
      const kept = failed ? failures : others;
      kept.push(evidence);
      // Each holds a whole answer: a check that asks without end must not keep them all.
      if (kept.length > maxKept) kept.shift();
    },
    print(text) {
      if (printed.length < maxPrinted) printed += text.slice(0, maxPrinted);
    },
    collect(healthy) {
      const seen = [...own];
      if (!healthy) {
        // The failed ones say most, then the last: what came before led to them.
        const ordered = [...failures, ...others.toReversed()];
        const pieces = new Map(ordered.map((evidence) => evidence()).map((piece) => [piece.text, piece]));
        seen.push(...[...pieces.values()].slice(0, maxExchanges));
      }
      if (printed !== '') seen.push({ title: 'Printed by the check', text: printed });
      return seen;
    },
  };
}
