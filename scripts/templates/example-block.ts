/** A block to begin with, on a target that the tree has; without any, how one is written. */
export function exampleBlock(target: string | null): string {
  const block = `:::check[The service answers and says that it is well]{#service use="http-json" target="${target ?? 'my-service'}"}
| Reading | Healthy | Degraded |
| --- | --- | --- |
| \`latency\` | \`< 1 s\` | \`< 3 s\` |
| \`/status\` | \`= ok\` | |

- **Healthy**: the fault is elsewhere; go on.
- **Failing**: the service is at fault; tell its owner, with the evidence of this block.
:::
`;
  return target === null
    ? `The tree has no targets yet: add one to \`src/content/targets/\`, then take this block out of its code fence.\n\n\`\`\`\`md\n${block}\`\`\`\`\n\n`
    : `${block}\n`;
}
