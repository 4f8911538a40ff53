/**
 * The docstring of a check, by the text of its file: what stands in the comment right before
 * `export default`. A paragraph ends at an empty line, and where a sentence ends before its line had to.
 */
export function explanationOf(source: string): string[] {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export default\b/.exec(source)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?/, '').trim());
  const width = Math.max(...lines.map(({ length }) => length));
  const paragraphs: string[] = [];
  let before = '';
  for (const line of lines) {
    const [word = ''] = line.split(' ', 1);
    const isNew =
      before === '' || (/[.!?]$/.test(before) && (before.length + 1 + word.length <= width || word.endsWith(':')));
    if (line !== '' && isNew) paragraphs.push(line);
    else if (line !== '') paragraphs.push(`${paragraphs.pop()} ${line}`);
    before = line;
  }
  return paragraphs;
}
