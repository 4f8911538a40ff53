import { mayHoldPhrase } from '../../redact/may-hold-phrase.ts';

/** Whether a pasted text is looked at before it is shown: it is long enough for a phrase, or has a run as long as a key. */
export function needsJudging(text: string): boolean {
  return /\S{32,}/.test(text) || mayHoldPhrase(text);
}
