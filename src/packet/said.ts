import type { CaseFacts, FactName } from '../schemas/case-facts.ts';

/** What a person said of a fact, without blanks around it; `null` where nothing was said. */
export function said(facts: CaseFacts, name: FactName): string | null {
  const text = facts[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** Whether somebody was asked, and nobody knows. That is an answer. */
export const isUnknown = (text: string): boolean => /^(?:unknown|not known|\?)\.?$/i.test(text);
