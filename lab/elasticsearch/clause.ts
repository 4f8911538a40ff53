/** The query DSL, as far as log searches use it. */
import { type Predicate, queryString } from './query-string.ts';
import { SearchError } from './search-error.ts';

type Clause = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Clause =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const refuse = (message: string): never => {
  throw new SearchError('parsing_exception', message);
};

/** What a clause such as `{ bool: { filter: […] } }` lets through. */
export function predicateOf(clause: unknown, now: number): Predicate {
  const entries = isObject(clause) ? Object.entries(clause) : [];
  const [kind, of] = entries[0] ?? [];
  if (kind === undefined || entries.length !== 1 || !isObject(of)) return refuse('[query] malformed query');
  switch (kind) {
    case 'match_all':
      return () => true;
    case 'query_string':
      return queryString(String(of.query));
    case 'term':
      return term(of);
    case 'range':
      return range(of, now);
    case 'bool':
      return bool(of, now);
    default:
      return refuse(`unknown query [${kind}]`);
  }
}

function bool(of: Clause, now: number): Predicate {
  const list = (name: string): Predicate[] => {
    const clauses = of[name] ?? [];
    return (Array.isArray(clauses) ? clauses : [clauses]).map((clause) => predicateOf(clause, now));
  };
  const needed = [...list('filter'), ...list('must')];
  const [banned, options] = [list('must_not'), list('should')];
  return (document) =>
    needed.every((holds) => holds(document)) &&
    !banned.some((holds) => holds(document)) &&
    (needed.length > 0 || options.length === 0 || options.some((holds) => holds(document)));
}

function term(of: Clause): Predicate {
  const [field, given] = Object.entries(of)[0] ?? ['', null];
  const wanted = isObject(given) ? given.value : given;
  return ({ fields }) => Object.hasOwn(fields, field) && fields[field] === wanted;
}

function range(of: Clause, now: number): Predicate {
  const [field, limits] = Object.entries(of)[0] ?? ['', null];
  if (!isObject(limits)) return refuse('[range] query malformed');
  const number = (name: string): number | null => (limits[name] === undefined ? null : timeOf(limits[name], now));
  const [gte, gt, lte, lt] = [number('gte'), number('gt'), number('lte'), number('lt')];
  return (document) => {
    const value = field === '@timestamp' ? document.at : Number(document.fields[field]);
    return (
      Number.isFinite(value) &&
      (gte === null || value >= gte) &&
      (gt === null || value > gt) &&
      (lte === null || value <= lte) &&
      (lt === null || value < lt)
    );
  };
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A number, a date, or date math such as `now-15m`. */
function timeOf(given: unknown, now: number): number {
  if (typeof given === 'number') return given;
  const text = String(given);
  const math = /^now(?:-(\d+)([smhd]))?$/.exec(text);
  if (math) return now - (math[1] === undefined ? 0 : Number(math[1]) * (unitMs[math[2] ?? ''] ?? 0));
  const parsed = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(parsed) ? refuse(`failed to parse date field [${text}]`) : parsed;
}
