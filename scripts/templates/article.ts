import { exampleBlock } from './example-block.ts';
import { type Template, titleFrom } from './template.ts';

/** What a user is told; no word of targets, owners or evidence. */
const forUsers = {
  title: 'The service is working',
  healthy: 'it works right now; what follows may still help you.',
  failing: 'it does not work properly right now. Your money is not affected; please try again later.',
};

/** A help article: what happened, is my money safe, what to do now. It starts internal, so that nothing is published by accident. */
export const article: Template = {
  pattern: /^[a-z][a-z0-9-]*$/,
  expected: 'lower-case letters, digits and hyphens, such as `quote-missing`',
  twins: (name) => [`src/content/docs/help/${name}.mdx`],
  files: ({ name, today, team, target, topics }) => [
    {
      path: `src/content/docs/help/${name}.md`,
      text: `---
title: ${titleFrom(name)}
description: What the reader can do about it, in one sentence that search results can show.
owner: ${team}
${topics[0] === undefined ? '' : `topic: ${topics[0]}\n`}symptoms: ["what users type or paste"]
reviewed: ${today}
reviewEvery: 180 days
---

Say what happened in the first sentence. Say whether the money is safe in the second, and what to do now.

:::caution[Keep your secret phrase to yourself]
We never ask for your secret phrase. No phone support.
:::

## What works right now

${exampleBlock(target, forUsers)}
## What to check

1. The first thing to look at.
2. The next one.

## When to write to us

Tell us the transaction hash, the network, the app’s version and the time. Never send your secret phrase.

`,
    },
  ],
  next: ({ name, topics }, path) => [
    `Write ${path} for somebody whose money seems gone: plain words, no promise of a time.`,
    ...(topics.length === 0
      ? []
      : [`Say what it is about: \`topic\` is one of ${topics.map((topic) => `\`${topic}\``).join(', ')}.`]),
    'Add `audience: public` to its front matter when users may read it.',
    `Translate it: src/content/docs/es/help/${name}.md and src/content/docs/pt-br/help/${name}.md; a block there has only its \`#id\`, title and outcomes.`,
    `Prove it: \`npx runlight lint ${path}\`, then \`npx runlight check help/${name}\`.`,
  ],
};
