import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ParamShape } from '../checks/define.ts';
import { ConfigProblem } from '../checks/failure.ts';
import { paramMeta } from '../checks/param.ts';

const maxBytes = 1024 * 1024;

interface Tree {
  /** Absolute. */
  root: string;
  /** The check's parameters, and the block's values for them. */
  params: ParamShape;
  given: Readonly<Record<string, string>>;
}

/**
 * The text of a file that a parameter of the kind `file` names. Whatever stands in the way is a mistake of the
 * page or of the tree: `ConfigProblem`. Links are followed, and may not lead out of the tree.
 */
export async function readTreeFile(path: string, { root, params, given }: Tree): Promise<string> {
  const isDeclared = Object.entries(params).some(
    ([name, schema]) =>
      paramMeta(schema).kind === 'file' &&
      schema.safeParse(given[name]).data === path &&
      schema.safeParse(path).success,
  );
  if (!isDeclared)
    throw new ConfigProblem(`The check may not read \`${path}\`: no file parameter of the block names it.`);
  const [tree, file] = await Promise.all([realpath(root), realpath(join(root, path)).catch(() => null)]);
  if (file === null) throw new ConfigProblem(`There is no file \`${path}\` in the tree.`);
  if (!file.startsWith(tree.endsWith(sep) ? tree : `${tree}${sep}`))
    throw new ConfigProblem(`\`${path}\` leads out of the tree; a check reads files of the tree alone.`);
  await using handle = await open(file);
  const about = await handle.stat();
  if (!about.isFile()) throw new ConfigProblem(`\`${path}\` is no file.`);
  if (about.size > maxBytes) throw new ConfigProblem(`\`${path}\` is larger than 1 MiB.`);
  return handle.readFile('utf8');
}
