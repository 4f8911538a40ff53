import { parseExpectation } from '../checks/expectation.ts';
import { findMisfit } from '../checks/misfit.ts';
import { isRequired, paramMeta } from '../checks/param.ts';
import type { Registry } from '../checks/registry.ts';
import { isLater } from '../schemas/deadline.ts';
import type { Escalation } from '../schemas/escalation.ts';
import type { Block, Page } from '../schemas/page.ts';
import type { ReadingSpec } from '../schemas/reading.ts';
import type { InlineCheck, OutcomeNode, TreeNode, Trees } from '../schemas/tree.ts';
import { suggest } from '../text/nearest.ts';
import type { TreeFinding } from './finding.ts';

/** What trees may name. */
export interface TreeWorld {
  pages: readonly Page[];
  registry: Registry;
  targets: readonly string[];
  teams: readonly string[];
  macros: readonly string[];
  escalation: Escalation;
}

type Found = Omit<TreeFinding, 'tree'>;
type CheckNode = Extract<TreeNode, { kind: 'check' }>;

/** Names in trees that nobody knows, and times that are later than their severity allows. */
export function judgeNames(trees: Trees, world: TreeWorld): TreeFinding[] {
  return [...trees].flatMap(([tree, { owner, nodes }]) => [
    ...teamOf(owner, ['owner'], world).map((found) => ({ tree, ...found })),
    ...Object.entries(nodes).flatMap(([id, node]) => {
      const found =
        node.kind === 'outcome' ? ofOutcome(node, world) : node.kind === 'check' ? ofCheck(node, world) : [];
      return found.map(({ at, ...rest }): TreeFinding => ({ tree, at: ['nodes', id, ...at], ...rest }));
    }),
  ]);
}

function teamOf(team: string | undefined, at: string[], { teams }: TreeWorld): Found[] {
  if (team === undefined || teams.includes(team)) return [];
  return [{ at, code: 'unknown-owner', message: `There is no team \`${team}\`.${suggest(team, teams)}` }];
}

function ofOutcome(node: OutcomeNode, world: TreeWorld): Found[] {
  const { roles, severities } = world.escalation;
  const known = Object.keys(roles);
  const role = (name: string, at: string[]): Found[] =>
    Object.hasOwn(roles, name)
      ? []
      : [{ at, code: 'unknown-role', message: `There is no role \`${name}\`.${suggest(name, known)}` }];
  const pages = world.pages.map(({ id }) => id);
  const allowed = severities[node.severity].acknowledge;
  return [
    ...role(node.owner.role, ['owner', 'role']),
    ...teamOf(node.owner.team, ['owner', 'team'], world),
    ...role(node.next.role, ['next', 'role']),
    ...teamOf(node.next.team, ['next', 'team'], world),
    ...(node.runbook !== undefined && !pages.includes(node.runbook)
      ? [
          {
            at: ['runbook'],
            code: 'unknown-page' as const,
            message: `There is no page \`${node.runbook}\`.${suggest(node.runbook, pages)}`,
          },
        ]
      : []),
    ...(node.macro !== undefined && !world.macros.includes(node.macro)
      ? [
          {
            at: ['macro'],
            code: 'unknown-macro' as const,
            message: `There is no macro \`${node.macro}\`.${suggest(node.macro, world.macros)}`,
          },
        ]
      : []),
    ...(isLater(node.acknowledge, allowed)
      ? [
          {
            at: ['acknowledge'],
            code: 'outcome-late' as const,
            message: `\`${node.severity}\` must be acknowledged within ${allowed.text}; received \`${node.acknowledge.text}\`.`,
          },
        ]
      : []),
  ];
}

function ofCheck(node: CheckNode, world: TreeWorld): Found[] {
  const specs = typeof node.check === 'string' ? ofBlock(node.check, world) : ofInline(node.check, world);
  if (!specs.readings) return specs.found;
  const { readings, whose } = specs;
  const known = Object.keys(readings);
  const ofWhen = Object.entries(node.choices).flatMap(([choice, { when = {} }]) =>
    Object.entries(when).flatMap(([name, source]): Found[] => {
      const at = ['choices', choice, 'when', name];
      const spec = Object.hasOwn(readings, name) ? readings[name] : undefined;
      if (!spec)
        return [{ at, code: 'unknown-reading', message: `${whose} has no row \`${name}\`.${suggest(name, known)}` }];
      return ofExpectation(source, name, spec, at);
    }),
  );
  return [...specs.found, ...ofWhen];
}

function ofExpectation(source: string, name: string, spec: ReadingSpec, at: string[]): Found[] {
  const parsed = parseExpectation(source);
  if (!parsed.ok) return [{ at, code: parsed.code, message: parsed.message }];
  const misfit = findMisfit(parsed.expectation, name, spec);
  return misfit ? [{ at, ...misfit }] : [];
}

interface Specs {
  found: Found[];
  /** The readings that branches may ask for; `null` where they are not known. */
  readings: Record<string, ReadingSpec> | null;
  whose: string;
}

const anything: ReadingSpec = { type: 'any', summary: 'A JSON pointer.' };

function ofBlock(id: string, { pages, registry }: TreeWorld): Specs {
  const none = (code: 'unknown-page' | 'unknown-block', message: string): Specs => ({
    found: [{ at: ['check'], code, message }],
    readings: null,
    whose: '',
  });
  const [pageId = '', localId] = id.split('#');
  const withBlocks = pages.filter(({ blocks }) => blocks.length > 0);
  const page = withBlocks.find((each) => each.id === pageId);
  if (!page || localId === undefined) {
    if (page)
      return none(
        'unknown-block',
        `\`${id}\` names a page; expected one of its blocks.${suggest(
          '',
          page.blocks.map((b) => b.id),
        )}`,
      );
    return none(
      'unknown-page',
      `There is no page with blocks \`${pageId}\`.${suggest(
        pageId,
        withBlocks.map((each) => each.id),
      )}`,
    );
  }
  const block: Block | undefined = page.blocks.find((each) => each.localId === localId);
  if (!block)
    return none(
      'unknown-block',
      `\`${pageId}\` has no block \`${localId}\`.${suggest(
        localId,
        page.blocks.map((each) => each.localId),
      )}`,
    );
  const declared = registry.get(block.use)?.definition.readings ?? {};
  return {
    found: [],
    readings: Object.fromEntries(block.rows.map(({ reading }) => [reading, declared[reading] ?? anything])),
    whose: `The block \`${id}\``,
  };
}

function ofInline(inline: InlineCheck, { registry, targets }: TreeWorld): Specs {
  const check = registry.get(inline.use);
  if (!check)
    return {
      found: [
        {
          at: ['check', 'use'],
          code: 'unknown-check',
          message: `There is no check \`${inline.use}\`.${suggest(inline.use, [...registry.keys()])}`,
        },
      ],
      readings: null,
      whose: '',
    };
  const { params, readings, pointers } = check.definition;
  const names = Object.keys(params);
  const found: Found[] = [];
  for (const [name, value] of Object.entries(inline.with)) {
    const schema = Object.hasOwn(params, name) ? params[name] : undefined;
    const at = ['check', 'with', name];
    if (!schema)
      found.push({
        at,
        code: 'unknown-parameter',
        message: `\`${inline.use}\` has no parameter \`${name}\`.${suggest(name, names)}`,
      });
    else if (!schema.safeParse(value).success)
      found.push({
        at,
        code: 'invalid-parameter',
        message: `\`${name}\` is \`${value}\`; expected ${paramMeta(schema).expected}.`,
      });
    else if (paramMeta(schema).kind === 'target' && !targets.includes(value))
      found.push({ at, code: 'unknown-target', message: `There is no target \`${value}\`.${suggest(value, targets)}` });
  }
  for (const name of inline.ask)
    if (!Object.hasOwn(params, name))
      found.push({
        at: ['check', 'ask'],
        code: 'unknown-parameter',
        message: `\`ask\` names \`${name}\`, which is no parameter of \`${inline.use}\`.${suggest(name, names)}`,
      });
  for (const [name, schema] of Object.entries(params))
    if (isRequired(schema) && !Object.hasOwn(inline.with, name) && !inline.ask.includes(name))
      found.push({
        at: ['check'],
        code: 'missing-parameter',
        message: `\`${inline.use}\` needs \`${name}\`: ${paramMeta(schema).expected}.`,
      });
  if (Object.keys(inline.expect).length === 0)
    found.push({
      at: ['check', 'expect'],
      code: 'no-rows',
      message: 'The check says nothing about healthy; expected a reading and what it must be.',
    });
  const specs: Record<string, ReadingSpec> = {};
  for (const [name, { healthy, degraded }] of Object.entries(inline.expect)) {
    const spec = Object.hasOwn(readings, name)
      ? readings[name]
      : pointers && name.startsWith('/')
        ? anything
        : undefined;
    const at = ['check', 'expect', name];
    if (!spec) {
      found.push({
        at,
        code: 'unknown-reading',
        message: `\`${inline.use}\` has no reading \`${name}\`.${suggest(name, Object.keys(readings))}`,
      });
      continue;
    }
    specs[name] = spec;
    found.push(...ofExpectation(healthy, name, spec, [...at, 'healthy']));
    if (degraded !== undefined) found.push(...ofExpectation(degraded, name, spec, [...at, 'degraded']));
  }
  return { found, readings: specs, whose: 'The check of this node' };
}
