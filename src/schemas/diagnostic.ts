// Long because it is one table: every mistake, with what to do about it.
import { z } from 'zod';

interface DiagnosticEntry {
  severity: 'error' | 'warning';
  title: string;
  /** What to do about it: the body of the code's documentation page. */
  help: string;
}

/** Every mistake that Runlight finds in a tree. Each code has a page at `/codes/<code>/`. */
export const diagnosticCodes = {
  'unknown-directive': {
    severity: 'error',
    title: 'Unknown directive',
    help: 'Only `:::check`, `::picture` and the asides `:::note`, `:::tip`, `:::caution` and `:::danger` exist. Correct the name; if the line is an example, put it into a code block.',
  },
  'broken-directive': {
    severity: 'error',
    title: 'A `:::` line that opens nothing',
    help: 'The line starts with `:::` but was read as plain text. Look for a missing quote, a space before `{`, or attributes that go on over a second line: the opening is one line.',
  },
  'unclosed-block': {
    severity: 'error',
    title: 'The block is never closed',
    help: 'End the block with a line that holds as many colons as its opening, and nothing else.',
  },
  'nested-block': {
    severity: 'error',
    title: 'A block inside a check block',
    help: 'A check block holds a table and outcome lines. Close it before the next block begins.',
  },
  'missing-id': {
    severity: 'error',
    title: 'The block has no id',
    help: 'Give it one: `{#head use="evm-rpc" …}`. Runs, results and drills refer to it.',
  },
  'invalid-id': {
    severity: 'error',
    title: 'The id is not usable',
    help: 'Use lower-case letters, digits and hyphens, starting with a letter: `bsc-head`.',
  },
  'duplicate-id': {
    severity: 'error',
    title: 'The id is used twice on the page',
    help: 'Ids are unique on their page. Rename the second one.',
  },
  'missing-title': {
    severity: 'warning',
    title: 'The block has no title',
    help: 'Write it in brackets: `:::check[BNB Smart Chain keeps up]{…}`. A plain statement that is true when healthy reads best.',
  },
  'missing-check': {
    severity: 'error',
    title: 'The block names no check',
    help: 'Add `use="…"` with the name of a check.',
  },
  'unknown-check': {
    severity: 'error',
    title: 'Unknown check',
    help: '`use` names a file of `checks/` without its ending. `npx runlight new check NAME` starts a new one.',
  },
  'unknown-attribute': {
    severity: 'error',
    title: 'Unknown attribute',
    help: 'Besides `#id`, `use`, `ask` and `layer`, a block takes the parameters of its check.',
  },
  'unknown-parameter': {
    severity: 'error',
    title: 'Unknown parameter',
    help: '`ask` and `examples` name parameters of the block’s check.',
  },
  'unknown-block': {
    severity: 'error',
    title: 'Unknown block',
    help: 'The block’s id stands on the source page, behind `#`.',
  },
  'duplicate-attribute': {
    severity: 'error',
    title: 'An attribute given twice',
    help: 'Keep one. Markdown would silently take the last.',
  },
  'missing-parameter': {
    severity: 'error',
    title: 'A parameter is missing',
    help: 'Give the parameter as an attribute, or let the reader give it with `ask="…"`.',
  },
  'invalid-parameter': {
    severity: 'error',
    title: 'A parameter’s value does not fit',
    help: 'The check’s own schema says what it takes; the message repeats it.',
  },
  'unknown-target': {
    severity: 'error',
    title: 'Unknown target',
    help: 'Targets are the keys of `src/content/targets/<environment>.yaml`.',
  },
  'unknown-layer': {
    severity: 'error',
    title: 'Unknown layer',
    help: 'A layer is one of `client`, `api`, `backend`, `provider`.',
  },
  'unknown-owner': { severity: 'error', title: 'Unknown owner', help: 'The owner is a team of `runlight.config.ts`.' },
  'unknown-provider': {
    severity: 'error',
    title: 'Unknown provider',
    help: 'A provider is a file of `src/content/providers/`.',
  },
  'no-rows': {
    severity: 'error',
    title: 'The block says nothing about healthy',
    help: 'Add a table with the columns `Reading` and `Healthy` and at least one row.',
  },
  'unknown-column': {
    severity: 'error',
    title: 'Unknown column',
    help: 'The columns are `Reading`, `Healthy`, `Degraded` and `Meaning`.',
  },
  'missing-column': {
    severity: 'error',
    title: 'A column is missing',
    help: 'The table needs the columns `Reading` and `Healthy`.',
  },
  'unknown-reading': {
    severity: 'error',
    title: 'Unknown reading',
    help: 'A row names a reading that the check declares; in `http-json` also a JSON pointer such as `/data/0/status`.',
  },
  'duplicate-reading': {
    severity: 'error',
    title: 'A reading in two rows',
    help: 'Say what healthy means once; `between a and b` joins two limits.',
  },
  'missing-healthy': { severity: 'error', title: 'A row without Healthy', help: 'Every row says what healthy is.' },
  'bad-expectation': {
    severity: 'error',
    title: 'An expectation that cannot be read',
    help: 'Write `= 56`, `< 15 s`, `between 1 and 5`, `in a, b`, `matches /re/`, `present` or `absent`.',
  },
  'wrong-unit': {
    severity: 'error',
    title: 'A unit that does not fit',
    help: 'The unit of the expectation must measure what the reading measures.',
  },
  'unknown-outcome': {
    severity: 'error',
    title: 'Unknown outcome label',
    help: 'The labels are **Healthy**, **Degraded**, **Failing** and **Could not tell**, in English in every language.',
  },
  'duplicate-outcome': { severity: 'error', title: 'An outcome given twice', help: 'Say each outcome once.' },
  'unexpected-content': {
    severity: 'error',
    title: 'Content that a block does not hold',
    help: 'A check block holds one table and one list of outcomes. Put other text before or after it.',
  },
  'frontmatter-missing': {
    severity: 'error',
    title: 'The page has no front matter',
    help: 'Start the file with `---`, at least a `title`, and `---`.',
  },
  'frontmatter-syntax': {
    severity: 'error',
    title: 'The front matter is not YAML',
    help: 'Correct the YAML at the place named; text with a colon needs quotes.',
  },
  'frontmatter-unknown-key': {
    severity: 'error',
    title: 'Unknown key in the front matter',
    help: 'Remove the key, or correct its name.',
  },
  'frontmatter-invalid': {
    severity: 'error',
    title: 'A value of the front matter does not fit',
    help: 'The message says what was expected.',
  },
  'mdx-syntax': {
    severity: 'error',
    title: 'MDX cannot read the page',
    help: 'In `.mdx`, `<` and `{` start code. Put expectations such as `` `< 15 s` `` into backticks.',
  },
  'unknown-example': {
    severity: 'error',
    title: 'An example for nothing',
    help: '`examples` is keyed by the id of a block of this page, then by a parameter that the block asks for.',
  },
  'unknown-drill': {
    severity: 'error',
    title: 'A drill for an unknown block',
    help: '`turns` names blocks of this page by their id.',
  },
  'unknown-page': {
    severity: 'error',
    title: 'A link to a page that does not exist',
    help: 'Links between pages are relative paths to files: `./other.md#heading`.',
  },
  'unknown-heading': {
    severity: 'error',
    title: 'A link to a heading that does not exist',
    help: 'The part after `#` is the slug of a heading or the id of a block of that page.',
  },
  'internal-link': {
    severity: 'error',
    title: 'A public page links to an internal one',
    help: 'Readers of the public site cannot follow it, and it tells them what is internal. Remove it.',
  },
  'duplicate-page': {
    severity: 'error',
    title: 'Two files make one page',
    help: 'Two files lead to the same address. Rename or remove one.',
  },
  'unknown-source': {
    severity: 'error',
    title: 'A translation of nothing',
    help: 'A translated page stands at the same path as its English source, below its locale’s folder.',
  },
  untranslatable: {
    severity: 'error',
    title: 'A translation says what only its source may say',
    help: 'In a translation a block has only its `#id`, title and outcomes; check, target and rows come from the source page.',
  },
  'stale-translation': {
    severity: 'warning',
    title: 'A translation older than its source',
    help: 'The message names what has changed in the source. Bring it over, then run `npx runlight translated` with the page: it writes into `translates` of the front matter what the translation was made from.',
  },
  'public-translation': {
    severity: 'error',
    title: 'A public translation of an internal page',
    help: 'Make the source public too, or the translation internal.',
  },
  'status-alone': {
    severity: 'warning',
    title: 'Status 200 alone proves little',
    help: 'Add a row with a JSON pointer that says the service is well, such as `/status`.',
  },
  'missing-owner': {
    severity: 'warning',
    title: 'The page has no owner',
    help: 'Add `owner:` with a team of `runlight.config.ts`: somebody must be asked when the page is wrong.',
  },
  'missing-description': {
    severity: 'warning',
    title: 'The page has no description',
    help: 'Add one sentence: it is what search results show.',
  },
  'missing-review': {
    severity: 'warning',
    title: 'The page was never reviewed',
    help: 'Add `reviewed: YYYY-MM-DD` after somebody has read it against reality.',
  },
  'review-overdue': {
    severity: 'warning',
    title: 'The review is overdue',
    help: 'Read the page against reality, correct it, and set `reviewed` to today.',
  },
  'public-runbook': {
    severity: 'warning',
    title: 'A runbook that is public',
    help: 'Everything in `runbooks/` is written for the team. Move what users may read to `src/content/docs/help/`.',
  },
  'check-invalid': {
    severity: 'error',
    title: 'A check that cannot be used',
    help: 'A check is a file of `checks/` with `export default defineCheck({…})`.',
  },
  'target-invalid': {
    severity: 'error',
    title: 'A targets file that cannot be used',
    help: 'Each key is a target with a `url` or a lab `service`.',
  },
  'provider-invalid': {
    severity: 'error',
    title: 'A provider file that cannot be used',
    help: 'The message says what was expected.',
  },
  'tree-invalid': {
    severity: 'error',
    title: 'A tree that cannot be used',
    help: 'The message says what was expected. Editors complete the file from `schemas/tree.v1.schema.json`.',
  },
  'unknown-tree': {
    severity: 'error',
    title: 'Unknown tree',
    help: 'A tree is a file of `src/content/trees/`, named without its ending.',
  },
  'unknown-node': {
    severity: 'error',
    title: 'Unknown node',
    help: '`start` and `to` name nodes of the same tree; `tree: other#node` names one of another.',
  },
  'unreachable-node': {
    severity: 'error',
    title: 'A node that no answer leads to',
    help: 'Let a choice lead to it, or remove it: what nobody reaches, nobody keeps right.',
  },
  'dead-end': {
    severity: 'error',
    title: 'A dead end',
    help: 'Every way ends in an outcome. A question needs choices, and a check needs a choice for each of `pass`, `warn` and `fail`; `error` and `skip` ask the person.',
  },
  'tree-loop': {
    severity: 'error',
    title: 'Answers that go in a circle',
    help: 'A walk ends, always, also through links into other trees. Lead to an outcome, or to a question that was not asked before.',
  },
  'unreached-branch': {
    severity: 'error',
    title: 'A choice that no answer takes',
    help: 'The check takes the first choice that fits, so the narrow ones stand above the wide ones; and no two choices of a question read alike.',
  },
  'outcome-incomplete': {
    severity: 'error',
    title: 'An outcome without owner or time',
    help: 'An outcome says who takes it (`owner`), by when (`acknowledge`), and who is told when nobody has answered (`next`, with `after`).',
  },
  'outcome-late': {
    severity: 'error',
    title: 'An outcome that lets people wait too long',
    help: 'Acknowledge within the time of its severity, which stands in `src/content/escalation.yaml`.',
  },
  'tree-too-deep': {
    severity: 'error',
    title: 'A tree too deep to follow on a phone',
    help: 'At most twelve answers lead to an outcome, linked trees counted: so many lines of a path stay in sight beside a question. Ask what divides most first, or join two questions into one with more choices.',
  },
  'unknown-role': {
    severity: 'error',
    title: 'Unknown role',
    help: 'Roles stand in `src/content/escalation.yaml`.',
  },
  'escalation-invalid': {
    severity: 'error',
    title: 'The severity matrix or the roles cannot be used',
    help: 'Correct `src/content/escalation.yaml` as the message says.',
  },
  'unknown-macro': {
    severity: 'error',
    title: 'Unknown macro',
    help: 'A macro is a file of `src/content/macros/<locale>/`, named without its ending.',
  },
  'macro-invalid': {
    severity: 'error',
    title: 'A macro that cannot be used',
    help: 'A macro starts with front matter that has a `title` and a `use`; below it stands the text for the user.',
  },
  'unknown-placeholder': {
    severity: 'error',
    title: 'Unknown placeholder',
    help: 'Placeholders are `{{hash}}`, `{{network}}` and the others of `src/schemas/placeholder.ts`. A translation has the same ones as its source.',
  },
  'missing-translation': {
    severity: 'error',
    title: 'A text that is missing in a language',
    help: 'What users read stands in every language of `runlight.config.ts`. A macro has the same file name in every language of `runlight.config.ts`, and the same placeholders in its text.',
  },
  'asks-secret': {
    severity: 'error',
    title: 'A text for users that asks for a recovery phrase or key',
    help: 'Nobody ever needs one. Say that nobody asks for it, or where it must never be typed; a sentence that denies is fine.',
  },
  promises: {
    severity: 'error',
    title: 'A text for users that promises',
    help: 'We promise no recovery, no refund and no time: others decide. Say who decides and what comes next. A span of time that is a fact about a network, a law or a contract stands in `facts` of the front matter, word for word: `facts: [21 days]`. What we do ourselves has no time.',
  },
  'unused-fact': {
    severity: 'error',
    title: 'A fact that the text does not name',
    help: '`facts` holds the spans of time of a public page that are facts, as the text has them. Correct it, or take it out.',
  },
  'phone-number': {
    severity: 'error',
    title: 'A phone number in a text for users',
    help: 'Numbers in a wallet’s name are how people are robbed, and people believe what stands on our pages. Say “the number printed on your card”, or link to the official page that has it.',
  },
  'unlisted-domain': {
    severity: 'error',
    title: 'A link to a domain that is not on the allow list',
    help: 'Texts for users link only to the `allowedDomains` of `runlight.config.ts`, subdomains included, by `https:`. Let somebody judge a new domain before it is added.',
  },
  'glossary-invalid': {
    severity: 'error',
    title: 'A glossary file that cannot be used',
    help: 'The message says what was expected. Editors complete the file from `schemas/glossary.v1.schema.json`.',
  },
  'glossary-duplicate': {
    severity: 'error',
    title: 'A code or text that stands in its family twice',
    help: 'Join the two entries. Where two makers mean different things by it, say in `by` who says so.',
  },
  'glossary-clash': {
    severity: 'error',
    title: 'A code that means something else elsewhere',
    help: 'Whoever looks up a code must see its other meanings. Name those entries in `not`, as `family/entry`, and say in `knownBy` how to tell that it is this one.',
  },
  'macro-asks-secret': {
    severity: 'error',
    title: 'A macro that asks for a recovery phrase or key',
    help: 'Nobody ever needs one. Say that we never ask for it, or leave it out.',
  },
  'macro-promises': {
    severity: 'error',
    title: 'A macro that promises',
    help: 'We promise no recovery, no refund and no time: others decide. Say who decides, what comes next, and when we write again, with `{{next-update}}`.',
  },
  'incident-invalid': {
    severity: 'error',
    title: 'An incident record that cannot be used',
    help: 'The message says what was expected. `npx runlight incident open NAME` writes a record that is right; editors complete its front matter from `schemas/incident.v1.schema.json`.',
  },
  'incident-order': {
    severity: 'error',
    title: 'Times that go backwards',
    help: 'The phases of an incident stand in the order in which they began, in UTC.',
  },
  'incident-untold': {
    severity: 'error',
    title: 'A public incident without text in every language',
    help: 'A public incident has a `headline`, and its newest phase a `text`; each of its public texts stands in every language of `runlight.config.ts`.',
  },
  'incident-promises': {
    severity: 'error',
    title: 'A public text that promises',
    help: 'We promise no recovery, no refund and no time. Say what users notice, what works meanwhile, and at which hour we write again: `Next word at 14:45 UTC.`',
  },
  'incident-asks-secret': {
    severity: 'error',
    title: 'A public text that reads as if it asked for a recovery phrase or key',
    help: 'Nobody ever needs one. Say that we never ask for it, or leave it out.',
  },
  'incident-internal': {
    severity: 'error',
    title: 'An internal word in a public text',
    help: 'Public texts, and the file’s name of a public incident, hold no name of a provider, host, tool, team, check or page of the team, and no sentence of theirs. Say what users notice, in their words.',
  },
  'incident-unreviewed': {
    severity: 'error',
    title: 'A resolved incident without its review',
    help: 'SEV-1 and SEV-2 always have a post-incident review: name its `owner` and the day by which it is `due`. `npx runlight incident review NAME` writes its draft.',
  },
  'follow-up-overdue': {
    severity: 'warning',
    title: 'What an incident left to do is overdue',
    help: 'Do it and set `done`, or agree on another day with its owner and set `due`.',
  },
  'provider-untested': {
    severity: 'warning',
    title: 'A provider whose ways out were not tried lately',
    help: 'Try its contacts and its kill switch at least once a year, correct what has changed, and set `lastTested` to that day.',
  },
  'picture-invalid': {
    severity: 'error',
    title: 'A picture that cannot be used',
    help: 'The message says what was expected: `title`, `says` and at least two `steps`, each text in every language of `runlight.config.ts`.',
  },
  'unknown-picture': {
    severity: 'error',
    title: 'Unknown picture',
    help: '`::picture[Caption]{#name}` names a file of `src/content/pictures/` without its ending.',
  },
  'topic-invalid': {
    severity: 'error',
    title: 'A list of topics that cannot be used',
    help: '`src/content/topics.yaml` is a list; each entry has an `id`, a `name` and what it is `about`, in every language of `runlight.config.ts`.',
  },
  'unknown-topic': {
    severity: 'error',
    title: 'Unknown topic',
    help: '`topic` in the front matter of a help article names an `id` of `src/content/topics.yaml`.',
  },
  'missing-topic': {
    severity: 'warning',
    title: 'A help article without a topic',
    help: 'Readers find articles by their topic. Add `topic:` with an `id` of `src/content/topics.yaml`.',
  },
  'journey-invalid': {
    severity: 'error',
    title: 'A journey file that cannot be used',
    help: 'The message says what was expected. `schemas/journey.v1.schema.json` describes the file to editors.',
  },
  'journey-empty': {
    severity: 'error',
    title: 'A journey without parts',
    help: 'Add `parts`: what the user touches first, then what that needs, down to the providers.',
  },
  'unknown-journey': {
    severity: 'error',
    title: 'A page of an unknown journey',
    help: '`journeys` in the front matter names files of `src/content/journeys/` without their ending.',
  },
  'unknown-part': {
    severity: 'error',
    title: 'Unknown part of a journey',
    help: '`entries`, `needs`, `seenThrough` and `comparedWith` name parts of the same journey by their `id`.',
  },
  'unneeded-part': {
    severity: 'error',
    title: 'A part that nothing needs',
    help: 'Name it in the `needs` of what depends on it, in the `seenThrough` or `comparedWith` of what is checked with it, or in `entries` where the user touches it; else remove it.',
  },
  'journey-circle': {
    severity: 'error',
    title: 'Parts that need each other in a circle',
    help: 'In a circle every part explains every other, and no fault can be found. Remove the line that is not meant, or make one part of them.',
  },
  secret: {
    severity: 'error',
    title: 'A secret in a file',
    help: 'The file holds a recovery phrase, a private key, a card number, a token or the value of a secret that a target declares. Nothing else of the file is read or shown until it is gone. Take it out, and out of the history of the repository; have it replaced, since others have seen it. A target names a secret instead: `{secret:NAME}`.',
  },
  'config-invalid': {
    severity: 'error',
    title: 'The configuration cannot be used',
    help: 'Correct `runlight.config.ts` as the message says.',
  },
} as const satisfies Record<string, DiagnosticEntry>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** One mistake, at one place. `path` is relative to the root; line and column count from 1. */
export const diagnosticSchema = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  severity: z.enum(['error', 'warning']),
  code: z.enum(Object.keys(diagnosticCodes) as [DiagnosticCode, ...DiagnosticCode[]]),
  message: z.string(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

/** The one form in which a diagnostic is printed: `path:line:column severity code message`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { path, line, column, severity, code, message } = diagnostic;
  return `${path}:${line}:${column} ${severity} ${code} ${message}`;
}
