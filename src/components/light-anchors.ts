/**
 * Takes the picture out of every heading's anchor link; `styles/page.css` draws it. It is 750 bytes long,
 * and Starlight repeats it for each heading: a quarter of a runbook's page.
 */
export function lightAnchors(html: string): string {
  return html.replace(/(<span aria-hidden="true" class="sl-anchor-icon">)<svg[\s\S]*?<\/svg>/g, '$1');
}
