import { aggregate } from './aggregate.ts';
import type { Expression, Result } from './expression.ts';
import { applyFunction } from './functions.ts';
import { operate } from './operate.ts';
import type { Storage } from './storage.ts';

/** The result of an expression at `time` (seconds since 1970). */
export function evaluate(expression: Expression, storage: Storage, time: number): Result {
  const inner = (of: Expression): Result => evaluate(of, storage, time);
  switch (expression.kind) {
    case 'number':
      return { type: 'scalar', value: expression.value };
    case 'selector':
      return expression.range === null
        ? { type: 'vector', samples: storage.instant(expression.matchers, time) }
        : { type: 'matrix', ranges: storage.range(expression.matchers, time, expression.range) };
    case 'call':
      return applyFunction(expression.name, expression.args.map(inner), time);
    case 'aggregate':
      return aggregate(expression, inner(expression.of), time);
    case 'binary':
      return operate(expression, inner(expression.left), inner(expression.right), time);
  }
}
