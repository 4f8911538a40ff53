import { z } from 'zod';
import { type Verdict, verdicts } from './verdict-order.ts';

export { verdictMarks } from './verdict-marks.ts';
export { type Verdict, verdicts, worse } from './verdict-order.ts';

export const verdictSchema = z.enum(verdicts);

/** What a card looks like: a verdict, or one past its freshness. Before any results it has none. */
export type CardState = Verdict | 'stale';

/** A verdict past its freshness. Stale is never green. */
export const staleMark = { shape: '◌', word: 'Stale' } as const;
