export interface ReadableText {
  /** What a reader sees, roughly: enough to find words in. */
  text: string;
  /** Inline code, as it is written. */
  codes: string[];
}

/**
 * The words of a Markdown file, without front matter, comments, check blocks and addresses. Check blocks are
 * left out whole: on the public site their tables do not exist.
 */
export function readableText(markdown: string): ReadableText {
  const body = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/^(:{3,})[a-z][^\n]*\n[\s\S]*?^\1\s*$/gm, ' ')
    .replace(/^(?:import|export) .*$/gm, ' ')
    .replace(/\]\([^)\n]*\)|<[^>\n]*>|https?:\/\/\S+/g, ' ');
  const codes = [...body.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code]) => (code ?? '').trim());
  return { text: body.replace(/[`*_|#>[\]]+(?=\s|$|[^\w])|(?<=^|\s)[*_#|>[`]+/gm, ' '), codes: [...new Set(codes)] };
}
