import type { Project } from '../../src/project/load.ts';
import type { TreeNode } from '../../src/schemas/tree.ts';

/** Which trees there are, one a line or as JSON. Returns the exit code. */
export function printTrees({ trees }: Project, json: boolean): number {
  const rows = [...trees].map(([id, { title, description, owner, nodes }]) => {
    const count = (...kinds: TreeNode['kind'][]) =>
      Object.values(nodes).filter(({ kind }) => kinds.includes(kind)).length;
    return {
      id,
      title,
      description,
      owner,
      questions: count('question'),
      checks: count('check'),
      outcomes: count('outcome'),
    };
  });
  if (json) process.stdout.write(`${JSON.stringify({ trees: rows }, null, 2)}\n`);
  else {
    const widest = Math.max(0, ...rows.map(({ id }) => id.length));
    process.stdout.write(
      rows.map(({ id, title, description }) => `${id.padEnd(widest)}  ${title}. ${description}\n`).join(''),
    );
  }
  return rows.length > 0 ? 0 : 3;
}
