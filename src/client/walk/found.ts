import type { LiveBlock } from '../../schemas/api.ts';
import type { PacketCheck } from '../../schemas/packet.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { Result } from '../../schemas/report.ts';
import type { TreeNode } from '../../schemas/tree.ts';
import { type Branch, chooseBranch } from '../../trees/choose-branch.ts';
import { checkOfRun } from '../packet/check-of-run.ts';
import type { LastResult } from '../read-results.ts';

type CheckNode = Extract<TreeNode, { kind: 'check' }>;

/** What a check said at a node of this walk. */
export interface Found {
  branch: Branch;
  check: PacketCheck;
  /** Milliseconds that it stays fresh. */
  freshFor: number;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** From the block's proof. */
export function foundByProof(node: CheckNode, info: LiveBlock, proof: LastResult): Found {
  const { verdict, reason, readings, provenAt, durationMs } = proof;
  return {
    freshFor: info.freshFor,
    branch: chooseBranch(node, proof),
    check: {
      ...about(info),
      verdict,
      reason,
      readings,
      startedAt: iso(provenAt - (durationMs ?? 0)),
      provenAt: iso(provenAt),
      by: proof.from?.by ?? 'server',
      own: false,
    },
  };
}

/** From a run with a person's own value. */
export function foundByRun(node: CheckNode, info: LiveBlock, result: Result): Found {
  return { freshFor: info.freshFor, branch: chooseBranch(node, result), check: checkOfRun(info, result) };
}

/** The run came to nothing: it was not reached, or had no credential, say. */
export function foundNothing(node: CheckNode, info: LiveBlock, reason: Reason, now: number): Found {
  const result = { verdict: 'skip', reason, readings: [] } as const;
  return {
    freshFor: info.freshFor,
    branch: chooseBranch(node, { ...result, readings: [] }),
    check: {
      ...about(info),
      ...result,
      readings: [],
      startedAt: iso(now),
      provenAt: iso(now),
      by: 'server',
      own: false,
    },
  };
}

const about = ({ block, title, check, target }: LiveBlock) => ({ block, title, check, target });

/** What was found longer ago than it stays true decides nothing. */
export function isStale({ check, freshFor }: Found, now: number): boolean {
  return now - Date.parse(check.provenAt) > freshFor;
}
