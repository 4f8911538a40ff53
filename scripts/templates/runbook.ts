import { exampleBlock } from './example-block.ts';
import { type Template, titleFrom } from './template.ts';

const areas = 'triage network transactions swaps buy-sell dapps security clients procedures';

/** A runbook in the one shape that all have. */
export const runbook: Template = {
  pattern: /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/,
  expected: `AREA/NAME, such as \`swaps/quote-missing\`; areas: ${areas}`,
  twins: (name) => [`runbooks/${name}.mdx`],
  files: ({ name, today, team, target }) => [
    {
      path: `runbooks/${name}.md`,
      text: `---
title: ${titleFrom(name)}
description: What this runbook finds and mends, in one sentence that search results can show.
owner: ${team}
severity: sev3
symptoms: ["what people type or paste"]
reviewed: ${today}
reviewEvery: 90 days
---

## Meaning

What is broken when an agent is sent here, in two sentences.

## Impact

Who notices, and what they cannot do.

## First five minutes

1. Look at the checks below: the first red one says where to go on.
2. Ask for the transaction hash or the order number. Never ask for a secret phrase.

## Checks

${exampleBlock(target)}
## Decision

- One user: help that user. Several users with the same symptom: it is an incident.

## Mend or work around

What to do, step by step, and how to see that it worked.

## What to tell the user

What we know, what they can do now, and how they learn more. No promise of a time or of a recovery.

## Escalate when

- The checks are green and users still report it: to the role that owns the page, who answers within an hour.

## Evidence to attach

- The time (UTC), the app’s version, the error text word for word, and the report of the checks.

## Sources

- Where each fact on this page comes from.
`,
    },
  ],
  next: ({ name }, path) => [
    `Replace every sentence of ${path} with what is true of your system.`,
    'Read it as the agent at 3 a.m.: `npm run dev`.',
    `Prove it: \`npx runlight lint ${path}\`, then \`npx runlight check runbooks/${name}\`.`,
  ],
};
