import { fence } from '../text/fence.ts';
import { inline } from '../text/inline.ts';

/** No text of a packet is longer; nothing of it may be left out without a word. */
const most = 100_000;

/** A text on one line, in which nothing is a mark of Markdown's. */
export const line = (text: string): string => inline(text, most);

/** The same, as the cell of a table. */
export const cell = (text: string): string => inline(text, most, 'cell');

/** A text of several lines, each a paragraph. */
export const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(line)
    .filter((each) => each !== '')
    .join('\n\n');

export const numbered = (texts: readonly string[]): string =>
  texts.map((text, index) => `${index + 1}. ${line(text)}`).join('\n');

/** A text word for word. */
export const verbatim = (text: string): string => fence(text);

/** `2026-11-25 14:30:05 UTC`. */
export const moment = (time: string): string => `${time.slice(0, 19).replace('T', ' ')} UTC`;

/** `SEV-2`. */
export const severityName = (severity: string): string => severity.replace(/^sev/, 'SEV-');
