/** Lucene’s query strings, as far as people write them: `level:(error OR fatal) AND NOT service:swap-api`. */
import type { LogDocument } from './documents.ts';
import { SearchError } from './search-error.ts';

export type Predicate = (document: LogDocument) => boolean;

const tokenPattern = /"(?:\\.|[^"\\])*"|\[[^\]]*\]|[()]|[^\s()"[\]]+/g;

/** Throws `query_shard_exception` as Elasticsearch does. */
export function queryString(text: string): Predicate {
  const tokens = [...text.matchAll(tokenPattern)].map(([token]) => token);
  let at = 0;
  const refuse = (): never => {
    throw new SearchError('query_shard_exception', `Failed to parse query [${text}]`);
  };

  function any(field: string | null): Predicate {
    const options = [all(field)];
    while (at < tokens.length && tokens[at] !== ')') {
      if (tokens[at] === 'OR' || tokens[at] === '||') at += 1;
      options.push(all(field));
    }
    return (document) => options.some((holds) => holds(document));
  }

  function all(field: string | null): Predicate {
    const parts = [one(field)];
    while (tokens[at] === 'AND' || tokens[at] === '&&') {
      at += 1;
      parts.push(one(field));
    }
    return (document) => parts.every((holds) => holds(document));
  }

  function one(field: string | null): Predicate {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token === ')' || /^(AND|OR|&&|\|\|)$/.test(token)) return refuse();
    if (token === 'NOT' || token === '!') {
      const holds = one(field);
      return (document) => !holds(document);
    }
    if (token === '(') {
      const inside = any(field);
      if (tokens[at] !== ')') return refuse();
      at += 1;
      return inside;
    }
    const named = /^([\w.@*-]+):(.*)$/.exec(token);
    if (named?.[1] === undefined) return term(field, token);
    return named[2] ? term(named[1], named[2]) : one(named[1]);
  }

  // What is no token is a quote or a bracket without its other half.
  if (text.replaceAll(tokenPattern, '').trim() !== '') return refuse();
  const whole = any(null);
  if (at < tokens.length) return refuse();
  return whole;
}

function term(field: string | null, wanted: string): Predicate {
  const holds = valueTest(wanted);
  return ({ fields }) => {
    if (field === null || field === '*') return Object.values(fields).some(holds);
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    return value !== undefined && holds(value);
  };
}

/** What a value must be: a number’s range, a comparison, a pattern with `*`, or words. */
function valueTest(wanted: string): (value: string | number) => boolean {
  const range = /^\[(\S+) TO (\S+)\]$/.exec(wanted);
  if (range) return (value) => within(value, range[1] ?? '', range[2] ?? '');
  const comparison = /^(>=|<=|>|<)(.+)$/.exec(wanted);
  if (comparison?.[1] !== undefined) {
    const [, op, limit] = comparison;
    const number = Number(limit);
    return (value) => {
      const of = Number(value);
      if (op === '>') return of > number;
      if (op === '<') return of < number;
      return op === '>=' ? of >= number : of <= number;
    };
  }
  const words = wanted.replace(/^"(.*)"$/s, '$1').toLowerCase();
  if (words.includes('*')) {
    const pattern = new RegExp(`^${words.split('*').map(RegExp.escape).join('.*')}$`, 's');
    return (value) => pattern.test(String(value).toLowerCase());
  }
  return (value) => {
    const own = String(value).toLowerCase();
    return own === words || ` ${own} `.includes(` ${words} `);
  };
}

function within(value: string | number, low: string, high: string): boolean {
  const of = Number(value);
  return (low === '*' || of >= Number(low)) && (high === '*' || of <= Number(high));
}
