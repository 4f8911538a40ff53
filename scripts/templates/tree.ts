import { type Template, type TemplateFacts, titleFrom } from './template.ts';

const schema = 'schemas/tree.v1.schema.json';

/** An escalation tree with one node of each kind that a first one needs: a question, a check, and its outcomes. */
export const tree: Template = {
  pattern: /^[a-z][a-z0-9-]*$/,
  expected: 'lower-case letters, digits and hyphens, such as `quote-missing`',
  twins: (name) => [`src/content/trees/${name}.yml`],
  files: (facts) => [{ path: `src/content/trees/${facts.name}.yaml`, text: textOf(facts) }],
  next: ({ name, block }, path) => [
    `Say in ${path} what is asked, in the words that an agent understands at 3 a.m., and what is done then.`,
    block
      ? `Give the check a block that answers its question; \`${block.id}\` is only the first that was found.`
      : 'Give it a check once a page has a block: `kind: check`, `check: PAGE#ID`.',
    `Prove it: \`npx runlight lint\`, then walk it: \`npx runlight triage ${name}\`.`,
    `Lead to it from another tree, such as the first one that agents open: \`{ kind: tree, tree: ${name} }\`.`,
  ],
};

function textOf({ name, today, team, block, escalation, has }: TemplateFacts): string {
  const all = Object.entries(escalation.roles);
  const onDuty = all.filter(([, { kind }]) => kind === 'duty');
  const roles = (onDuty.length > 0 ? onDuty : all).map(([id]) => id);
  // Who answers users comes first in the file, who leads them next, and those who mend things after.
  const [agent = '', lead = agent, mender = lead] = roles;
  const { sev3, sev4 } = escalation.severities;
  const check = block
    ? `
  service:
    kind: check
    check: ${block.id}
    question: Does the service answer as it should?
    hint: Where to look when the check cannot tell.
    choices:
      healthy: { label: "Yes, it is well", on: [pass, warn], to: one-user }
      failing: { label: "No, it fails", on: [fail], to: incident }
`
    : '';
  const runbook = block ? `\n    runbook: ${block.page}` : '';
  return `${has(schema) ? `# yaml-language-server: $schema=../../../${schema}\n` : ''}title: ${titleFrom(name)}
description: When an agent takes this tree, in one sentence.
owner: ${team}
reviewed: ${today}
start: how-many

nodes:
  how-many:
    kind: question
    question: Do several users report it, or one?
    hint: Search the tickets of the last hour for the same words.
    choices:
      several: { label: "Several", to: incident }
      one: { label: "One, or nobody knows", to: ${block ? 'service' : 'one-user'} }
${check}
  incident:
    kind: outcome
    outcome: It is broken for many users.
    severity: sev3
    owner: { role: ${lead} }
    channel: "#support"
    acknowledge: ${sev3.acknowledge.text}
    next: { role: ${mender}, after: ${sev3.acknowledge.text} }
    do:
      - Tell the channel what is broken, and since when.
      - Tell users what they can do meanwhile. Promise no time.${runbook}
    attach:${block ? '\n      - The report of the check, with its time (UTC)' : ''}
      - Number of tickets

  one-user:
    kind: outcome
    outcome: It is broken for one user alone.
    severity: sev4
    owner: { role: ${agent} }
    channel: "#support"
    acknowledge: ${sev4.acknowledge.text}
    next: { role: ${lead}, after: ${sev4.acknowledge.text} }
    do:
      - Help this user, and watch for a second one with the same words.${runbook}
    attach:
      - The user's public address or transaction hash, never a phrase or key
      - Version of the app
`;
}
