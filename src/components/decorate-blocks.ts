import { type CardNode, type CardWords, printCard, rowsTable } from '../markdown/check-card.ts';
import { cardData, slots } from '../markdown/vocabulary.ts';
import type { Layer } from '../schemas/layer.ts';
import type { SiteBlock } from '../schemas/site-block.ts';

export interface DecorateOptions {
  /** By `<page id>#<id>`. */
  blocks: Readonly<Record<string, SiteBlock>>;
  words: CardWords;
  layers: Readonly<Record<Layer, string>>;
  /** Address of the page about a check. */
  checkUrl(id: string): string;
}

/**
 * Fills what a rendered page leaves open for other files to say: each card's layer, target,
 * provider and check, and in a translation its table. Our own plugin writes these places, empty and in one form,
 * so they are found by that form, and every other byte of the page stays as it is.
 */
export function decorateBlocks(html: string, options: DecorateOptions): string {
  const { blocks, words } = options;
  const places = new RegExp(`<(${slots.facts}|${slots.rows}) data-${cardData.block}="([^"]*)"></\\1>`, 'g');
  return html.replace(places, (_, slot: string, id: string) => {
    const block = blocks[unescapeId(id)];
    if (!block) return '';
    if (slot === slots.facts) return printFacts(block, options);
    if (!block.rows) return '';
    return printCard(
      rowsTable(
        block.rows.map((row) => ({ ...row, meaning: row.meaning === null ? null : [row.meaning] })),
        words,
      ),
    );
  });
}

/** The styles put a dot before each but the first of a line. */
function printFacts({ layer, target, provider, check }: SiteBlock, { layers, checkUrl }: DecorateOptions): string {
  const code = (text: string): CardNode<string> => ({ tag: 'code', attributes: {}, children: [text] });
  const facts: CardNode<string>[][] = [];
  if (layer) facts.push([layers[layer]]);
  if (target) facts.push([code(target)]);
  if (provider) facts.push([provider]);
  facts.push([{ tag: 'a', attributes: { href: checkUrl(check) }, children: [code(check)] }]);
  return facts.map((fact) => printCard({ tag: 'span', attributes: {}, children: fact })).join(' ');
}

function unescapeId(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x26;', '&').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}
