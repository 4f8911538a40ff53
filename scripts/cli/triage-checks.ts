import { paramMeta } from '../../src/checks/param.ts';
import { judgeValue } from '../../src/project/judge-value.ts';
import type { Project } from '../../src/project/load.ts';
import { blockOfNode } from '../../src/project/tree-block.ts';
import { createPool, type Pool } from '../../src/runner/pool.ts';
import type { PacketCheck } from '../../src/schemas/packet.ts';
import type { TreeNode } from '../../src/schemas/tree.ts';
import { suggest } from '../../src/text/nearest.ts';
import { type Branch, chooseBranch } from '../../src/trees/choose-branch.ts';
import { type Place, placeId } from '../../src/trees/graph.ts';
import { caseHashes } from './case-hashes.ts';
import { UsageError } from './define-command.ts';
import { leaveAnyway } from './leave-anyway.ts';
import type { OpenLab } from './open-lab.ts';
import { packetChecksOf } from './packet-checks-of.ts';
import { labFor, runOnce } from './run-blocks.ts';
import type { RunSettings } from './run-options.ts';

type CheckNode = Extract<TreeNode, { kind: 'check' }>;

/** What a check asks of the person before it can run. */
export interface Asked {
  name: string;
  /** Completes "expected …". */
  expected: string;
}

/** Runs the check nodes of a walk. The lab starts with the first one, and serves all of them. */
export interface TriageChecks {
  /** What is still missing for this node's check. */
  asks(place: Place, node: CheckNode): Asked[];
  /** Why a value is refused, or `null`: then it is kept for every check that asks for that name. */
  give(place: Place, node: CheckNode, name: string, value: string): Promise<string | null>;
  run(place: Place, node: CheckNode): Promise<Branch>;
  /** What was run so far, and the hashes that it was asked about. */
  seen(): { checks: PacketCheck[]; hashes: string[] };
  /** Forgets values and results: another user's case. */
  forget(): void;
  close(): Promise<void>;
}

export interface TriageChecksCall {
  project: Project;
  environment: string;
  /** Every check node that the walk may come to. */
  nodes: readonly { place: Place; node: CheckNode }[];
  params: Readonly<Record<string, string>>;
  breaks: readonly string[];
  timeoutMs: number;
  signal: AbortSignal;
}

const silent = { create: async () => [], finish: async () => {} };

export async function openTriageChecks(call: TriageChecksCall): Promise<TriageChecks> {
  const { project, environment, nodes, breaks, signal } = call;
  const blocks = nodes.flatMap(({ place, node }) => blockOfNode(project, place, node) ?? []);
  const params = new Map<string, string>();
  const results = new Map<string, Branch>();
  const seen: PacketCheck[] = [];
  await refuseParams(call, blocks);
  for (const [name, value] of Object.entries(call.params)) params.set(name, value);
  let pool: Pool | null = null;
  let lab: Promise<OpenLab | null> | null = null;

  const expectedOf = (block: (typeof blocks)[number]['block'], name: string): string => {
    const schema = project.registry.get(block.use)?.definition.params[name];
    return schema ? paramMeta(schema).expected : 'a value';
  };

  return {
    asks(place, node) {
      const found = blockOfNode(project, place, node);
      return (found?.block.ask ?? [])
        .filter((name) => !params.has(name))
        .map((name) => ({ name, expected: found ? expectedOf(found.block, name) : 'a value' }));
    },
    async give(place, node, name, value) {
      const found = blockOfNode(project, place, node);
      if (!found) return 'There is no such check.';
      const objection = await judgeValue(project, found.block, name, value);
      if (objection) return objection.kind === 'secret' ? objection.message : `Expected ${objection.expected}.`;
      params.set(name, value);
      return null;
    },
    async run(place, node) {
      const kept = results.get(placeId(place));
      if (kept) return kept;
      const found = blockOfNode(project, place, node);
      if (!found) return { choice: null, why: 'Its page has no such block.' };
      if (!pool) {
        pool = createPool({ onStuck: leaveAnyway });
        pool.warm();
      }
      lab ??= labFor({ project, environment, blocks, breaks, signal });
      const settings: RunSettings = {
        params: Object.fromEntries([...params].filter(([name]) => found.block.ask.includes(name))),
        timeoutMs: call.timeoutMs,
        runTimeoutMs: null,
        concurrency: 1,
        shard: null,
        retries: 0,
        bail: false,
        requireSecrets: false,
      };
      const { report, planned } = await runOnce(
        {
          project,
          environment,
          blocks: [found],
          run: settings,
          reporters: silent,
          breaks,
          publish: undefined,
          pool,
          signal,
          mayBeEmpty: true,
        },
        await lab,
      );
      const [result] = report.results;
      const branch = result ? chooseBranch(node, result) : { choice: null, why: 'The check was not run.' };
      results.set(placeId(place), branch);
      seen.push(...packetChecksOf(report, planned));
      return branch;
    },
    seen: () => ({ checks: [...seen], hashes: caseHashes(project, blocks, Object.fromEntries(params)) }),
    forget() {
      results.clear();
      seen.length = 0;
      params.clear();
      for (const [name, value] of Object.entries(call.params)) params.set(name, value);
    },
    async close() {
      await pool?.close();
      await (await lab?.catch(() => null))?.close();
    },
  };
}

/** `--param` values: some check must ask for them, they must fit, and hold no phrase or key. */
async function refuseParams(
  { project, params }: TriageChecksCall,
  blocks: readonly { block: { ask: string[]; use: string } }[],
): Promise<void> {
  const asked = [...new Set(blocks.flatMap(({ block }) => block.ask))];
  for (const [name, value] of Object.entries(params)) {
    if (!asked.includes(name))
      throw new UsageError(`\`--param ${name}=…\`: no check of this tree asks for \`${name}\`.${suggest(name, asked)}`);
    for (const { block } of blocks.filter((each) => each.block.ask.includes(name))) {
      const objection = await judgeValue(project, block, name, value);
      if (!objection) continue;
      const why = objection.kind === 'secret' ? objection.message : `expected ${objection.expected}.`;
      throw new UsageError(`\`--param ${name}=…\`: ${why}`);
    }
  }
}
