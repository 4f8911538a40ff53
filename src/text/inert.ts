/**
 * Makes a printed line that GitHub would take for a command inert: its runner obeys `::name::` at
 * the start of a line, spaces aside, and the older `##[name]` anywhere in one.
 */
export function inert(line: string): string {
  return line.replace(/^(\s*):(?=:[a-z-]+(?: [^\n]*)?::)/i, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}
