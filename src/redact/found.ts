/** What is never stored, shown or sent. */
export type SecretKind = 'recovery-phrase' | 'private-key';

/** Where a secret stands in a text: from `start` up to `end` (UTF-16 units, `end` not included). Never the secret itself. */
export interface Found {
  kind: SecretKind;
  start: number;
  end: number;
}
