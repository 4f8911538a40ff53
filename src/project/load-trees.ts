import { join } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { nodeKinds, nodeSchemas, type Tree, type TreeNode, treeSchema } from '../schemas/tree.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import type { TreeFinding } from '../trees/finding.ts';
import { judgeBranches } from '../trees/judge-branches.ts';
import { judgeNames, type TreeWorld } from '../trees/judge-names.ts';
import { judgeShape } from '../trees/judge-shape.ts';
import { folders, pathFrom } from './folders.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, nameOf, type Report, reporter, yamlFiles } from './yaml-mistakes.ts';

/** The trees of a root, with what is needed to say where their mistakes stand. */
export interface LoadedTrees {
  trees: Map<string, Tree>;
  /** What is wrong in single files. */
  diagnostics: Diagnostic[];
  files: Map<string, { path: string; yaml: YamlFile }>;
  /** By tree: the nodes that could not be read, and were left out. A tree that could not be read at all has `null`. */
  broken: Map<string, Set<string> | null>;
}

/** A tree whose nodes are not looked at yet: each is read by itself, so that one mistake hides no other. */
const outline = treeSchema.extend({ nodes: z.record(z.string(), z.unknown()) });

/** Reads `src/content/trees/<id>.yaml`; without a root there are none. */
export async function loadTrees(root: string | null, look: SecretLook | null = null): Promise<LoadedTrees> {
  const loaded: LoadedTrees = { trees: new Map(), diagnostics: [], files: new Map(), broken: new Map() };
  if (root === null) return loaded;
  for (const file of await yamlFiles(join(root, folders.trees))) {
    const id = nameOf(file);
    const yaml = await readYaml(file, look);
    const path = pathFrom(root, file);
    const report = reporter(path, 'tree-invalid', loaded.diagnostics);
    loaded.files.set(id, { path, yaml });
    if (!/^[a-z][a-z0-9-]*$/.test(id))
      report({ line: 1, column: 1 }, `\`${id}\` is no name for a tree; use lower-case letters, digits and hyphens.`);
    if (!isUsable(yaml, report)) {
      if (yaml.error === null && yaml.data === null)
        report(
          { line: 1, column: 1 },
          'The file is empty; expected `title`, `description`, `owner`, `start` and `nodes`.',
        );
      loaded.broken.set(id, null);
      continue;
    }
    const parsed = outline.safeParse(yaml.data);
    if (!parsed.success) {
      reportTree(parsed.error, yaml, report);
      loaded.broken.set(id, null);
      continue;
    }
    const nodes: Record<string, TreeNode> = {};
    const broken = new Set<string>();
    for (const [name, value] of Object.entries(parsed.data.nodes)) {
      const node = readNode(name, value, yaml, report);
      if (node) nodes[name] = node;
      else broken.add(name);
    }
    if (broken.size > 0) loaded.broken.set(id, broken);
    loaded.trees.set(id, { ...parsed.data, nodes });
  }
  return loaded;
}

/** The checks that trees name themselves, besides those of the pages' blocks. */
export function checksOfTrees({ trees }: LoadedTrees): string[] {
  return [...trees.values()].flatMap(({ nodes }) =>
    Object.values(nodes).flatMap((node) =>
      node.kind === 'check' && typeof node.check !== 'string' ? [node.check.use] : [],
    ),
  );
}

/** What is wrong among trees, and with what they name. */
export function checkTrees({ trees, files, broken }: LoadedTrees, world: TreeWorld): Diagnostic[] {
  const isWhole = broken.size === 0;
  /** What follows only from a node that was left out is no mistake of its own. */
  const isConsequence = ({ tree, at, code }: TreeFinding): boolean => {
    if (isWhole) return false;
    if (code === 'unreachable-node') return true;
    const data = files.get(tree)?.yaml.data;
    const name = valueAt(data, at);
    if (code === 'unknown-tree') return broken.has(name.split('#')[0] ?? '');
    if (code !== 'unknown-node') return false;
    const [other, node] = name.includes('#') ? name.split('#') : [tree, name];
    return broken.get(other ?? '')?.has(node ?? '') ?? false;
  };
  return [...judgeShape(trees), ...judgeBranches(trees), ...judgeNames(trees, world)]
    .filter((finding) => !isConsequence(finding))
    .flatMap(({ tree, at, code, message }): Diagnostic[] => {
      const file = files.get(tree);
      return file ? [{ path: file.path, ...file.yaml.positionOf(...at), severity: 'error', code, message }] : [];
    });
}

function valueAt(data: unknown, at: readonly string[]): string {
  const value = at.reduce<unknown>(
    (inside, key) => (inside && typeof inside === 'object' ? (inside as Record<string, unknown>)[key] : undefined),
    data,
  );
  return typeof value === 'string' ? value : '';
}

function readNode(name: string, value: unknown, yaml: YamlFile, report: Report): TreeNode | null {
  const at = ['nodes', name];
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    report(yaml.positionOf(...at), `\`${name}\` is no name for a node; use lower-case letters, digits and hyphens.`);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    report(yaml.positionOf(...at), `\`nodes.${name}\` is of another kind; expected keys and values.`);
    return null;
  }
  const kind = 'kind' in value ? value.kind : undefined;
  const known = nodeKinds.find((each) => each === kind);
  if (!known) {
    report(
      yaml.positionOf(...at, 'kind'),
      kind === undefined
        ? `\`nodes.${name}\` has no \`kind\`; expected one of ${nodeKinds.map((each) => `\`${each}\``).join(', ')}.`
        : `There is no kind of node \`${String(kind)}\`.${suggest(String(kind), nodeKinds)}`,
    );
    return null;
  }
  const schema = nodeSchemas[known];
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) reportIssue(issue, at, Object.keys(schema.shape), yaml, report);
  return null;
}

function reportTree(error: z.ZodError, yaml: YamlFile, report: Report): void {
  for (const issue of error.issues) reportIssue(issue, [], Object.keys(treeSchema.shape), yaml, report);
}

/** What an outcome cannot be without, in words. */
const essentials: Record<string, string> = {
  owner: 'has no owner; say who takes it: `owner: { role: engineering-on-call }`',
  acknowledge: 'has no time; say by when it must be taken: `acknowledge: 15 min`',
  next: 'does not say who is told when nobody has answered: `next: { role: incident-commander, after: 15 min }`',
  'owner.role': 'has no owner; say which role takes it: `role: engineering-on-call`',
  'next.role': 'does not say which role is told when nobody has answered: `role: incident-commander`',
  'next.after': 'does not say how long its owner is waited for: `after: 15 min`',
};

function reportIssue(
  issue: z.core.$ZodIssue,
  prefix: readonly string[],
  known: readonly string[],
  yaml: YamlFile,
  report: Report,
): void {
  const path = [...prefix, ...issue.path];
  const essential = essentials[issue.path.map(String).join('.')];
  if (essential !== undefined && issue.code === 'invalid_type' && /received undefined/.test(issue.message)) {
    report(yaml.positionOf(...path), `\`${prefix.at(-1)}\` ${essential}.`, 'outcome-incomplete');
  } else if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report(
        yaml.positionOf(...path, key),
        `\`${[...path, key].map(String).join('.')}\` is not a key here.${suggest(key, issue.path.length === 0 ? known : deeperKeys)}`,
      );
  } else if (issue.code === 'invalid_key') {
    report(
      yaml.positionOf(...path),
      `\`${String(issue.path.at(-1))}\` is no id; use lower-case letters, digits and hyphens, starting with a letter.`,
    );
  } else {
    report(yaml.positionOf(...path), issueSentence(issue, path, yaml.data));
  }
}

/** Keys that stand deeper than a node. */
const deeperKeys = [
  'label',
  'to',
  'on',
  'when',
  'role',
  'team',
  'after',
  'use',
  'with',
  'ask',
  'expect',
  'healthy',
  'degraded',
];
