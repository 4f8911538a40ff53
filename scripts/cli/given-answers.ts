import type { TreeNode } from '../../src/schemas/tree.ts';
import { suggest } from '../../src/text/nearest.ts';
import { isAsking, type Place, placeId } from '../../src/trees/graph.ts';
import { UsageError } from './define-command.ts';

/** Reads `--answer NODE=CHOICE`; a node or a choice that no walk from here has is wrong use. */
export function givenAnswers(
  given: readonly string[],
  nodes: readonly { place: Place; node: TreeNode }[],
): Map<string, string> {
  const asking = nodes.flatMap(({ place, node }) =>
    isAsking(node) ? [{ place, choices: Object.keys(node.choices) }] : [],
  );
  const answers = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`\`--answer ${text}\`: expected NODE=CHOICE, such as \`--answer network=bsc\`.`);
    const name = text.slice(0, at);
    const choice = text.slice(at + 1);
    const meant = asking.filter(({ place }) => place.node === name || placeId(place) === name);
    if (meant.length === 0)
      throw new UsageError(
        `\`--answer ${text}\`: no question here is called \`${name}\`.${suggest(name, [...new Set(asking.map(({ place }) => place.node))])}`,
      );
    const choices = [...new Set(meant.flatMap((each) => each.choices))];
    if (!choices.includes(choice))
      throw new UsageError(
        `\`--answer ${text}\`: \`${choice}\` is no answer to \`${name}\`.${suggest(choice, choices)}`,
      );
    answers.set(name, choice);
  }
  return answers;
}
