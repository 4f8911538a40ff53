import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Feed } from 'feed';
import { describe, expect, it } from 'vitest';
import { feedTexts } from './feed-texts.ts';

describe('an entry of a feed', () => {
  const texts = feedTexts('Fees < 5 & more ]]> <b>x</b> ]]>', 'One ]]> ]]> <script>x</script>\n\nTwo & three.');

  it.each(['atom1', 'rss2'] as const)('ends nothing early in %s, and brings no element of its own', (kind) => {
    const options = { id: 'https://a.invalid/', title: 'A', copyright: '', updated: new Date(0) };
    const feed = new Feed(options);
    feed.addItem({ ...texts, id: 'https://a.invalid/#1', link: 'https://a.invalid/#1', date: new Date(0) });
    const xml = feed[kind]();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { rss, feed: atom } = new XMLParser().parse(xml) as Record<'rss' | 'feed', unknown>;
    // As text of the XML, these are the words as HTML.
    expect(JSON.stringify(rss ?? atom)).not.toMatch(/<(script|b)>/);
    expect(JSON.stringify(rss ?? atom)).toContain('&lt;script&gt;');
  });

  it('keeps paragraphs apart', () => {
    expect(texts.description.match(/<p>/g)).toHaveLength(2);
    expect(texts.description).toContain('<p>Two &amp; three.</p>');
  });
});
