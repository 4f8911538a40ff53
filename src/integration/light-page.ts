const none: ReadonlyMap<string, string> = new Map();

/**
 * A finished page without what says the same again: Starlight writes each entry's depth in the contents lists four times
 * (list, item, link and text; the list's is inherited) and an element around its text that no style is about; Astro writes the
 * name of a component's styles on each of its elements; and the end tags of shapes in pictures say nothing. What the page
 * looks like, and what it says, is the same.
 *
 * @param scopes - What the site's styles call their scopes, by Astro's names.
 */
export function lightPage(html: string, scopes: ReadonlyMap<string, string> = none): string {
  return html
    .replace(/<(li|a|span)((?: [a-z-]+="[^"]*")*?) style="--depth: \d+;"/g, '<$1$2')
    .replace(/(<li class="[^"]*"><a href="#[^"]*" class="[^"]*">)<span class="[^"]*">([^<]*)<\/span>(?=<\/a>)/g, '$1$2')
    .replace(/(<(path|rect|circle|line|polyline|polygon|ellipse|use|stop)(?: [a-zA-Z:-]+="[^"]*")*)><\/\2>/g, '$1/>')
    .replace(/(?<![\w-])astro-[a-z0-9]{8}(?![\w-])/g, (name) => scopes.get(name) ?? name);
}
