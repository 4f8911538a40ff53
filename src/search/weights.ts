import type { MatchField, SearchKind } from '../schemas/search-kinds.ts';

/** How much a text is worth, by where it stands. */
export const byField: Readonly<Record<MatchField, number>> = {
  title: 1,
  symptom: 1,
  error: 1,
  code: 1,
  description: 0.72,
  text: 0.38,
};

/** Of two that fit alike, what a site's readers rather want. */
export const byKind: Readonly<Record<'public' | 'internal', Readonly<Record<SearchKind, number>>>> = {
  public: { help: 1, incident: 1, glossary: 0.8, runbook: 1, tree: 1, macro: 1, provider: 1 },
  internal: { runbook: 1, tree: 0.93, help: 0.84, glossary: 0.8, macro: 0.88, provider: 0.9, incident: 1 },
};
