import { paramMeta } from '../../src/checks/param.ts';
import type { Project } from '../../src/project/load.ts';
import type { allBlocks } from '../../src/project/plan.ts';
import { expectsOf } from '../../src/redact/expects.ts';
import type { CaseFacts } from '../../src/schemas/case-facts.ts';

type Blocks = ReturnType<typeof allBlocks>;

/** The hashes among the values that checks were asked about: they belong to the case. */
export function caseHashes(
  { registry }: Pick<Project, 'registry'>,
  blocks: Blocks,
  params: Readonly<Record<string, string>>,
): string[] {
  const isHash = (name: string): boolean =>
    blocks.some(({ block }) => {
      const schema = block.ask.includes(name) ? registry.get(block.use)?.definition.params[name] : undefined;
      return schema !== undefined && expectsOf(paramMeta(schema).expected) === 'hash';
    });
  return Object.entries(params).flatMap(([name, value]) => (isHash(name) ? [value] : []));
}

/** A case's facts with the hashes that its checks were asked about. */
export function withHashes(facts: CaseFacts, hashes: readonly string[]): CaseFacts {
  return hashes.length === 0 ? facts : { ...facts, hashes: [facts.hashes ?? '', ...hashes].join('\n').trim() };
}
