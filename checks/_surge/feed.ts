// RSS 2.0, RSS 1.0 (RDF), Atom 1.0 and JSON Feed 1.1. Sources: rssboard.org/rss-specification, RFC 4287,
// jsonfeed.org/version/1.1.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CheckFailure, type Http, type HttpAnswer, readJson } from 'runlight/check';
import { z } from 'zod';
import type { Mention } from './mention.ts';

export interface Feed {
  mentions: Mention[];
  latency: number;
}

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8';

/** All entries, each once; `{page}` in the path is replaced by 1, 2, … until a page has nothing new. */
export async function readFeed(http: Http, path: string, pages: number): Promise<Feed> {
  const mentions = new Map<string, Mention>();
  let latency = 0;
  for (let page = 1; page <= (path.includes('{page}') ? pages : 1); page += 1) {
    const answer = await http(path.replaceAll('{page}', String(page)), { headers: { accept }, confidential: true });
    latency += answer.durationMs;
    const before = mentions.size;
    for (const { id, ...mention } of entriesOf(answer, http.target)) mentions.set(id, mention);
    if (mentions.size === before) break;
  }
  return { mentions: [...mentions.values()], latency: Math.round(latency) };
}

interface Entry extends Mention {
  id: string;
}

function entriesOf(answer: HttpAnswer, target: string): Entry[] {
  const raw = /^\s*</.test(answer.text) ? fromXml(answer.text, target) : fromJson(answer);
  const undated = raw.filter(({ at }) => Number.isNaN(at)).length;
  if (undated > 0)
    throw new CheckFailure(
      'protocol',
      `${undated} of ${raw.length} entries of \`${target}\` have no time, so they cannot be counted.`,
    );
  return raw;
}

const jsonSchema = z.looseObject({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  items: z.array(
    z.looseObject({
      id: z.union([z.string(), z.number()]),
      title: z.string().nullish(),
      content_text: z.string().nullish(),
      content_html: z.string().nullish(),
      date_published: z.string().nullish(),
    }),
  ),
});

function fromJson(answer: HttpAnswer): Entry[] {
  const { items } = readJson(answer, jsonSchema, 'The feed');
  return items.map(({ id, title, content_text, content_html, date_published }) => ({
    id: String(id),
    at: timeOf(date_published),
    text: plain([title, content_text ?? content_html]),
  }));
}

const timeOf = (text: unknown): number =>
  typeof text === 'string' && /\d{4}|\d\d:\d\d/.test(text) ? Date.parse(text.trim()) / 1000 : Number.NaN;

function plain(parts: readonly unknown[]): string {
  return parts
    .map(textOf)
    .join(' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, ' ')
    .slice(0, 20_000);
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  isArray: (name) => name === 'item' || name === 'entry',
});

function fromXml(text: string, target: string): Entry[] {
  const document = parseXml(text, target);
  const rss = fieldsOf(fieldsOf(document.rss).channel);
  const rdf = fieldsOf(document.RDF);
  const atom = fieldsOf(document.feed);
  const isFeed =
    document.rss !== undefined
      ? isFields(fieldsOf(document.rss).channel)
      : isFields(document.RDF) || isFields(document.feed);
  if (!isFeed)
    throw new CheckFailure('protocol', `\`${target}\` answered with XML that is no feed: neither RSS, Atom nor RDF.`);
  const items = [rss.item, rdf.item, atom.entry].flatMap((list) => (Array.isArray(list) ? list : []));
  return items.map((item, index) => {
    const { guid, id, link, title, description, encoded, summary, content, pubDate, date, published, updated } =
      fieldsOf(item);
    const time = [pubDate, date, published, updated].map(textOf).find((each) => each !== '');
    return {
      id: textOf(guid) || textOf(id) || textOf(link) || `${index}`,
      at: timeOf(time),
      text: plain([title, description, encoded, summary, content]),
    };
  });
}

function parseXml(text: string, target: string): Readonly<Record<string, unknown>> {
  try {
    if (XMLValidator.validate(text) === true) return fieldsOf(parser.parse(text));
  } catch {
    // A document type with entities inside entities, or nested too deeply.
  }
  throw new CheckFailure('protocol', `\`${target}\` answered with XML that is not well-formed, or breaks off.`);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isFields(value) ? value : {});

/** The text of an element, with or without attributes; of several the first. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (isFields(value)) return textOf(value['#text']);
  return typeof value === 'string' ? value : '';
}
