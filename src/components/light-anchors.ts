const icon = /<span aria-hidden="true" class="sl-anchor-icon">(?:<svg[\s\S]*?<\/svg>)?<\/span>/g;
const anchor =
  /(<a class="sl-anchor-link" href="[^"]*")><span class="sr-only" data-pagefind-ignore="">([^<]*)<\/span><\/a>/g;

/**
 * Takes out of rendered Markdown what Starlight repeats and a browser can do without: of every heading's anchor link the
 * picture (750 bytes; `styles/page.css` draws it) and the elements around its name, and `dir="auto"` on every piece of
 * code, where the page itself is written from left to right. That was a third of a runbook's page.
 */
export function lightAnchors(html: string): string {
  return html
    .replace(icon, '')
    .replace(anchor, (_, link: string, name: string) => `${link} aria-label="${name.replaceAll('"', '&quot;')}"></a>`)
    .replaceAll('<code dir="auto">', '<code>')
    .replace(/(<code class="[^"]*") dir="auto">/g, '$1>');
}
