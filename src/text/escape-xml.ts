/** What XML 1.0 cannot hold, not even as a character reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, between tags and in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"]/g, (character) => references[character] ?? character);
}
