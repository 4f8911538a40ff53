import { describe, expect, it } from 'vitest';
import { documentsBetween } from './documents.ts';
import { search } from './search.ts';
import { SearchError } from './search-error.ts';
import { healthyElasticsearch } from './state.ts';

const now = Date.UTC(2026, 10, 25, 12);

interface Answer {
  hits: { total: { value: number; relation: string }; hits: { _source: Record<string, unknown> }[] };
  aggregations?: Record<string, { doc_count: number; value: number | null; value_as_string: string }>;
}
const ask = (body: Parameters<typeof search>[0], state = healthyElasticsearch) =>
  search({ track_total_hits: true, ...body }, 'logs', state, now) as Answer;
const count = (query: string): number => ask({ query: { query_string: { query } } }).hits.total.value;

const all = documentsBetween(0, now, healthyElasticsearch, now);

describe('the lab’s log search', () => {
  it('holds a document for every 1.5 s of a day', () => {
    expect(count('*')).toBe(all.length);
    expect(all.length).toBe(57_601);
  });

  it('counts what a query string means', () => {
    const where = (holds: (fields: Record<string, string | number>) => boolean): number =>
      all.filter(({ fields }) => holds(fields)).length;
    const errors = where(({ level }) => level === 'error');
    expect(errors).toBeGreaterThan(400);
    expect(count('level:error')).toBe(errors);
    expect(count('NOT level:error')).toBe(all.length - errors);
    expect(count('status:>=500')).toBe(errors);
    expect(count('status:[500 TO 599]')).toBe(errors);
    expect(count('level:(error OR warn)')).toBe(where(({ level }) => level !== 'info'));
    expect(count('level:error AND service:swap-api')).toBe(
      where(({ level, service }) => level === 'error' && service === 'swap-api'),
    );
    expect(count('service:swap-* level:error')).toBe(
      where(({ level, service }) => level === 'error' || service === 'swap-api'),
    );
    expect(count('message:"timed out"')).toBe(where(({ message }) => String(message).endsWith('timed out')));
    expect(count('nothing:here')).toBe(0);
    expect(count('constructor:*')).toBe(0);
  });

  it('counts within a time range, and finds the newest document', () => {
    const { hits, aggregations } = ask({
      size: 2,
      query: { bool: { filter: [{ range: { '@timestamp': { gte: 'now-15m', lte: now } } }] } },
      aggs: { newest: { max: { field: '@timestamp' } }, none: { filter: { term: { level: 'fatal' } } } },
    });
    expect(hits.total).toEqual({ value: 601, relation: 'eq' });
    expect(hits.hits[0]?._source['@timestamp']).toBe('2026-11-25T12:00:00.000Z');
    expect(hits.hits).toHaveLength(2);
    expect(aggregations?.newest).toEqual({ value: now, value_as_string: '2026-11-25T12:00:00.000Z' });
    expect(aggregations?.none?.doc_count).toBe(0);
  });

  it('counts to 10,000 where nobody asks for more', () => {
    expect(ask({ track_total_hits: false }).hits.total).toEqual({ value: 10_000, relation: 'gte' });
  });

  it.each(['level:(error', 'AND', '"open', 'a AND', '(', ')', ''])('cannot read `%s`', (query) => {
    expect(() => count(query)).toThrow(SearchError);
  });
});
