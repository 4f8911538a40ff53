interface BlockWords {
  title: string;
  healthy: string;
  failing: string;
}

const forAgents: BlockWords = {
  title: 'The service answers and says that it is well',
  healthy: 'the fault is elsewhere; go on.',
  failing: 'the service is at fault; tell its owner, with the report of this block.',
};

/** A block to begin with, on a target that the tree has; without any, how one is written. */
export function exampleBlock(target: string | null, { title, healthy, failing }: BlockWords = forAgents): string {
  const block = `:::check[${title}]{#service use="http-json" target="${target ?? 'my-service'}" path="/health"}
| Reading | Healthy | Degraded |
| --- | --- | --- |
| \`latency\` | \`< 1 s\` | \`< 3 s\` |
| \`/status\` | \`= ok\` | |

- **Healthy**: ${healthy}
- **Failing**: ${failing}
:::
`;
  return target === null
    ? `The tree has no targets yet: add one to \`src/content/targets/\`, then take this block out of its code fence.\n\n\`\`\`\`md\n${block}\`\`\`\`\n\n`
    : `${block}\n`;
}
