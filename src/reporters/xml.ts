import { clip } from '../text/visible.ts';

/** What XML 1.0 cannot hold, not even as a character reference; `u` makes a half surrogate pair a character of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Longer texts are cut: readers of JUnit files load them whole, and `report.json` has all of it. */
const longest = 20_000;

/**
 * Text between tags. `>` is escaped too, so `]]>` cannot appear; and so is what GitHub's runner would
 * obey in a log (see `inert`), since a report on standard output stands there.
 */
export function xmlText(text: string): string {
  const { text: kept, truncated } = clip(text, longest);
  const safe = kept
    .replace(impossible, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/[&<>"\r]/g, (c) => references[c] ?? c)
    .replace(/^([^\S\n]*):(?=:)/gm, '$1&#58;')
    .replaceAll('##[', '#&#35;[');
  return truncated ? `${safe}… (cut)` : safe;
}

type Attributes = Record<string, string | number>;

/** One element. An attribute's newlines and tabs are written as references, or a parser would read spaces. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}
