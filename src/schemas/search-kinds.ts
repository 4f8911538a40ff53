/** What can be found; procedures are runbooks. Apart from its schema, which is too heavy for a browser. */
export const searchKinds = ['help', 'runbook', 'tree', 'macro', 'incident', 'glossary', 'provider'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Where a document was matched, and what stands there: the whole symptom, the error text as it is printed, a code. */
export const matchFields = ['title', 'symptom', 'error', 'code', 'description', 'text'] as const;
export type MatchField = (typeof matchFields)[number];

/** How a word of the document was reached from the word that was typed. */
export const matchWays = ['same', 'form', 'start', 'typo', 'synonym'] as const;
export type MatchWay = (typeof matchWays)[number];
