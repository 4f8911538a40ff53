import { element } from '../elements.ts';

/** A link to a block on its page. `block` is `<page id>#<id>`. */
export function blockLink(block: string, text: string, base: string): HTMLAnchorElement {
  const [page = '', id = ''] = block.split('#');
  const link = element('a', '', text) as HTMLAnchorElement;
  link.href = `${base}${page}/#${id}`;
  return link;
}
