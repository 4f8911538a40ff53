/** One attribute of a directive's opening fence as written: `#id` has the name `id`. */
export interface RawAttribute {
  name: string;
  value: string;
  /** Characters from the start of the line, from 0. */
  offset: number;
}

/**
 * Reads the attributes of an opening fence from its source line. Markdown's own result has lost what
 * was given twice and where it stood; it stays the judge of whether the fence is one.
 */
export function readAttributes(line: string): RawAttribute[] {
  const open = attributesStart(line);
  if (open === -1) return [];
  const attributes: RawAttribute[] = [];
  const pattern =
    /#([^\s#.}="'<>`]+)|\.([^\s#.}="'<>`]+)|([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>}]+)))?|(\})/g;
  pattern.lastIndex = open + 1;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const [, id, className, name, double, single, bare, close] = match;
    if (close) break;
    if (id !== undefined) attributes.push({ name: 'id', value: id, offset: match.index });
    else if (className !== undefined) attributes.push({ name: 'class', value: className, offset: match.index });
    else if (name !== undefined) attributes.push({ name, value: double ?? single ?? bare ?? '', offset: match.index });
  }
  return attributes;
}

/** Where `{` opens the attributes: behind the name and the bracketed title, brackets in it balanced. */
function attributesStart(line: string): number {
  const name = /:{2,}[A-Za-z][\w-]*/.exec(line);
  if (!name) return -1;
  let at = name.index + name[0].length;
  if (line[at] === '[') {
    let depth = 0;
    for (; at < line.length; at += 1) {
      if (line[at] === '\\') at += 1;
      else if (line[at] === '[') depth += 1;
      else if (line[at] === ']') {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    at += 1;
  }
  return line[at] === '{' ? at : -1;
}
