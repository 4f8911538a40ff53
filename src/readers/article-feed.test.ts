import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { articleFeed } from './article-feed.ts';

const article = (name: string, changed: string) => ({
  title: `<${name}> & "more"`,
  description: null,
  url: `https://help.example.com/help/${name}/`,
  changed,
});
const feed = (articles: ReturnType<typeof article>[]) => {
  const xml = articleFeed({
    title: 'Help',
    description: 'All of it',
    lang: 'pt-BR',
    home: 'https://help.example.com/pt-br/',
    url: 'https://help.example.com/pt-br/rss.xml',
    articles,
  });
  const read: unknown = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' }).parse(xml, true);
  return read as {
    rss: {
      '@_version': string;
      channel: {
        language: string;
        lastBuildDate?: string;
        item?: { title: string; pubDate: string; guid: { '#text': string } }[];
      };
    };
  };
};

describe('articleFeed', () => {
  it('is RSS 2.0 with the newest article first, and every text as it was', () => {
    const { rss } = feed([article('old', '2026-01-02T03:04:05.000Z'), article('new', '2026-02-03T00:00:00.000Z')]);
    expect(rss['@_version']).toBe('2.0');
    expect(rss.channel.language).toBe('pt-br');
    expect(rss.channel.lastBuildDate).toBe('Tue, 03 Feb 2026 00:00:00 GMT');
    expect(rss.channel.item?.map(({ title, pubDate }) => [title, pubDate])).toEqual([
      ['<new> & "more"', 'Tue, 03 Feb 2026 00:00:00 GMT'],
      ['<old> & "more"', 'Fri, 02 Jan 2026 03:04:05 GMT'],
    ]);
  });

  it('shows an article that changed as a new entry, and one that did not as the same', () => {
    const guid = (changed: string) => feed([article('a', changed)]).rss.channel.item?.[0]?.guid['#text'];
    expect(guid('2026-01-02T03:04:05.000Z')).toBe(guid('2026-01-02T09:00:00.000Z'));
    expect(guid('2026-01-02T03:04:05.000Z')).not.toBe(guid('2026-01-03T03:04:05.000Z'));
  });

  it('ends after fifty, and stands without any', () => {
    const many = Array.from({ length: 60 }, (_, index) => article(`a${index}`, '2026-01-02T03:04:05.000Z'));
    expect(feed(many).rss.channel.item).toHaveLength(50);
    expect(feed([]).rss.channel.item).toBe(undefined);
  });
});
