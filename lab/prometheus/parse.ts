/** Reads PromQL: selectors, the usual functions and aggregations, arithmetic, comparisons and `or`. */
import type { Expression, Matcher } from './expression.ts';
import { QueryError } from './query-error.ts';

const aggregations = ['sum', 'avg', 'min', 'max', 'count'];
/** Loosest first; those of one level lead from left to right. */
const levels = [/or\b/y, /==|!=|<=|>=|<|>/y, /[+-]/y, /[*/%]/y];
const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Throws `bad_data` with the place, as Prometheus does. */
export function parse(text: string): Expression {
  let at = 0;
  const refuse = (message: string): never => {
    throw new QueryError('bad_data', `invalid parameter "query": 1:${at + 1}: parse error: ${message}`);
  };
  const eat = (pattern: RegExp): RegExpExecArray | null => {
    const space = /(?:\s|#[^\n]*)*/y;
    space.lastIndex = at;
    space.exec(text);
    pattern.lastIndex = space.lastIndex;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const expect = (pattern: RegExp, what: string): RegExpExecArray =>
    eat(pattern) ??
    refuse(`unexpected ${at >= text.trimEnd().length ? 'end of input' : `character: '${text[at]}'`}, expected ${what}`);

  function binary(level: number): Expression {
    const operator = levels[level];
    if (!operator) return unary();
    let left = binary(level + 1);
    for (let match = eat(operator); match; match = eat(operator)) {
      const bool = eat(/bool\b/y) !== null;
      if (eat(/(?:on|ignoring|group_left|group_right)\b/y))
        refuse('the lab’s Prometheus does not know vector matching');
      left = { kind: 'binary', op: match[0], bool, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    if (eat(/-/y)) return { kind: 'binary', op: '*', bool: false, left: { kind: 'number', value: -1 }, right: unary() };
    eat(/\+/y);
    return primary();
  }

  function primary(): Expression {
    const number = eat(/(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])|(?:NaN|Inf)\b/iy);
    if (number)
      return { kind: 'number', value: /^inf$/i.test(number[0]) ? Number.POSITIVE_INFINITY : Number(number[0]) };
    if (eat(/\(/y)) {
      const inside = binary(0);
      expect(/\)/y, '")"');
      return inside;
    }
    if (at === 0 && text.trim() === '') refuse('no expression found in input');
    const name = eat(/[a-zA-Z_:][\w:]*/y)?.[0];
    if (name !== undefined && aggregations.includes(name)) return aggregate(name);
    if (name !== undefined && eat(/\(/y)) return { kind: 'call', name, args: list(/\)/y, () => binary(0)) };
    return selector(name);
  }

  function aggregate(op: string): Expression {
    const before = grouping();
    expect(/\(/y, '"("');
    const of = binary(0);
    expect(/\)/y, '")"');
    return { kind: 'aggregate', op, of, ...(before ?? grouping() ?? { by: [], isWithout: false }) };
  }

  function grouping(): { by: string[]; isWithout: boolean } | null {
    const word = eat(/by\b|without\b/y)?.[0];
    if (word === undefined) return null;
    expect(/\(/y, '"("');
    return { by: list(/\)/y, () => expect(/[a-zA-Z_]\w*/y, 'a label')[0]), isWithout: word === 'without' };
  }

  function selector(name: string | undefined): Expression {
    const matchers: Matcher[] = name === undefined ? [] : [{ label: '__name__', holds: (value) => value === name }];
    if (eat(/\{/y)) matchers.push(...list(/\}/y, matcher));
    if (matchers.length === 0) expect(/(?!)/y, 'an expression');
    const range = eat(/\[\s*(\d+)(ms|s|m|h|d|w)\s*\]/y);
    return { kind: 'selector', matchers, range: range ? Number(range[1]) * (secondsOf[range[2] ?? ''] ?? 1) : null };
  }

  function matcher(): Matcher {
    const label = expect(/[a-zA-Z_]\w*/y, 'a label')[0];
    const op = expect(/=~|!~|!=|=/y, 'a label matching operator')[0];
    const quoted = expect(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'/y, 'a string');
    const wanted = (quoted[1] ?? quoted[2] ?? '').replaceAll(/\\(.)/g, '$1');
    if (op === '=') return { label, holds: (value) => value === wanted };
    if (op === '!=') return { label, holds: (value) => value !== wanted };
    const pattern = patternOf(quoted[1] ?? quoted[2] ?? '');
    return { label, holds: (value) => pattern.test(value) === (op === '=~') };
  }

  /** A string’s own escapes are undone first: `"5\\d"` is the pattern `5\d`. */
  function patternOf(source: string): RegExp {
    try {
      return new RegExp(`^(?:${source.replaceAll('\\\\', '\\')})$`);
    } catch (error) {
      return refuse(`error parsing regexp: ${error instanceof Error ? error.message : ''}`);
    }
  }

  function list<T>(end: RegExp, item: () => T): T[] {
    const items: T[] = [];
    while (!eat(end)) {
      if (items.length > 0) {
        expect(/,/y, '"," or the end of the list');
        if (eat(end)) break;
      }
      items.push(item());
    }
    return items;
  }

  const whole = binary(0);
  if (text.slice(at).trim() !== '') expect(/(?!)/y, 'the end of the query');
  return whole;
}
