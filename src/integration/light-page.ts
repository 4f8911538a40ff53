const none: ReadonlyMap<string, string> = new Map();

/** All that a link of a list holds, where it has no other class than its component's. */
const lonely =
  /(<li class="[^"]*"><a href="[^"]*"(?: aria-current="page")?(?: class="[^"]*")?>)<span class="astro-[a-z0-9]{8}">([^<]*)<\/span>(?=<\/a>)/g;

/**
 * A finished page without what says the same again: Starlight writes each entry's depth in the contents lists four times
 * (list, item, link and text; the list's is inherited), an element around its text and that of the navigation's that no
 * style is about, and scripts as their authors indent them; Astro writes the name of a component's styles on each of its
 * elements; and the end tags of shapes in pictures say nothing. What the page looks like, and what it says, is the same.
 *
 * @param scopes - What the site's styles call their scopes, by Astro's names.
 */
export function lightPage(html: string, scopes: ReadonlyMap<string, string> = none): string {
  return html
    .replace(/<(li|a|span)((?: [a-z-]+="[^"]*")*?) style="--depth: \d+;"/g, '<$1$2')
    .replace(lonely, '$1$2')
    .replace(
      /(<script(?: aria-hidden="true")?>)([^<]*)(?=<\/script>)/g,
      (_, tag: string, code: string) => tag + code.replace(/\n\s+/g, '\n'),
    )
    .replace(/(<(path|rect|circle|line|polyline|polygon|ellipse|use|stop)(?: [a-zA-Z:-]+="[^"]*")*)><\/\2>/g, '$1/>')
    .replace(/(?<![\w-])astro-[a-z0-9]{8}(?![\w-])/g, (name) => scopes.get(name) ?? name);
}
