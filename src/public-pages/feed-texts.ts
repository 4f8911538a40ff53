import { escapeXml } from '../text/escape-xml.ts';
import { paragraphsOf } from '../text/paragraphs-of.ts';

/**
 * What an entry of a feed says, as HTML: feed readers take it for that, Atom by its `type`. Nothing in it can end the
 * CDATA that it is written in, which the library sees to only once.
 */
export function feedTexts(headline: string, said: string): { title: string; description: string } {
  return {
    title: escapeXml(headline),
    description: paragraphsOf(said)
      .map((paragraph) => `<p>${escapeXml(paragraph)}</p>`)
      .join(''),
  };
}
