import type { Expression, Result, Sample } from './expression.ts';
import { keyOf, unnamed } from './label-set.ts';
import { QueryError } from './query-error.ts';

type Operation = Extract<Expression, { kind: 'binary' }>;

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};
const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** `left op right`: scalars and vectors in any mixture; two vectors match by their labels, one to one. */
export function operate({ op, bool }: Operation, left: Result, right: Result, time: number): Result {
  if (left.type === 'matrix' || right.type === 'matrix')
    throw refusal('binary expression must contain only scalar and instant vector types');
  if (op === 'or') {
    if (left.type !== 'vector' || right.type !== 'vector')
      throw refusal('set operator "or" not allowed in binary scalar expression');
    const taken = new Set(left.samples.map(({ labels }) => keyOf(unnamed(labels))));
    return {
      type: 'vector',
      samples: [...left.samples, ...right.samples.filter(({ labels }) => !taken.has(keyOf(unnamed(labels))))],
    };
  }
  const compute = arithmetic[op];
  const compare = comparisons[op];
  if (left.type === 'scalar' && right.type === 'scalar') {
    if (compute) return { type: 'scalar', value: compute(left.value, right.value) };
    if (!bool) throw refusal('comparisons between scalars must use BOOL modifier');
    return { type: 'scalar', value: compare?.(left.value, right.value) ? 1 : 0 };
  }
  const samples: Sample[] = [];
  for (const { own, a, b } of pairs(left, right)) {
    if (compute) samples.push({ labels: unnamed(own.labels), value: compute(a, b), at: time });
    else if (bool) samples.push({ labels: unnamed(own.labels), value: compare?.(a, b) ? 1 : 0, at: time });
    // Without `bool`, a comparison is a filter.
    else if (compare?.(a, b)) samples.push(own);
  }
  return { type: 'vector', samples };
}

type Operand = Exclude<Result, { type: 'matrix' }>;

function pairs(left: Operand, right: Operand): { own: Sample; a: number; b: number }[] {
  if (left.type === 'scalar')
    return right.type === 'scalar' ? [] : right.samples.map((own) => ({ own, a: left.value, b: own.value }));
  if (right.type === 'scalar') return left.samples.map((own) => ({ own, a: own.value, b: right.value }));
  const others = byLabels(right.samples, 'right');
  byLabels(left.samples, 'left');
  return left.samples.flatMap((own) => {
    const other = others.get(keyOf(unnamed(own.labels)));
    return other ? [{ own, a: own.value, b: other.value }] : [];
  });
}

function byLabels(samples: readonly Sample[], side: string): Map<string, Sample> {
  const found = new Map(samples.map((sample) => [keyOf(unnamed(sample.labels)), sample]));
  if (found.size === samples.length) return found;
  throw new QueryError(
    'execution',
    `found duplicate series for the match group on the ${side} hand-side of the operation;many-to-many matching not allowed: matching labels must be unique on one side`,
  );
}

const refusal = (message: string): QueryError =>
  new QueryError('bad_data', `invalid parameter "query": 1:1: parse error: ${message}`);
