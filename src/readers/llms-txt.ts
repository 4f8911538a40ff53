/** What `llms.txt` says of its own, in one language. */
export interface LlmsWords {
  /** What these pages are, and what to hold on to: a paragraph each. */
  about: readonly string[];
  articles: string;
  languages: string;
  optional: string;
  whole: string;
}

export interface LlmsPage {
  title: string;
  description: string | null;
  /** The address of its copy in Markdown. */
  copy: string;
}

export interface LlmsSite {
  title: string;
  description: string | null;
  pages: readonly LlmsPage[];
  /** The other languages' files of this kind. */
  languages: readonly { label: string; url: string }[];
  /** All articles in one file; `null` where they are too many for that. */
  whole: string | null;
}

/**
 * The list of a site's pages for language models.
 *
 * @see https://llmstxt.org/
 */
export function llmsTxt({ title, description, pages, languages, whole }: LlmsSite, words: LlmsWords): string {
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`## ${heading}`, lines.join('\n')] : [];
  return `${[
    `# ${title}`,
    ...(description ? [`> ${description}`] : []),
    ...words.about,
    ...list(
      words.articles,
      pages.map((page) => `- [${page.title}](${page.copy})${page.description ? `: ${page.description}` : ''}`),
    ),
    ...list(
      words.languages,
      languages.map(({ label, url }) => `- [${label}](${url})`),
    ),
    ...list(words.optional, whole ? [`- [${words.whole}](${whole})`] : []),
  ].join('\n\n')}\n`;
}

/** Characters of `llms-full.txt` that a model can still be given at once: some 200,000 tokens. */
export const mostWhole = 800_000;

/** All copies as one text, each under its own title; `null` where that is more than anybody can use. */
export function llmsFull(head: string, copies: readonly string[]): string | null {
  const whole = `${[head.trim(), ...copies.map((copy) => copy.trim())].join('\n\n\n')}\n`;
  return whole.length <= mostWhole ? whole : null;
}
