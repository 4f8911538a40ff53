import type { Answer } from '../http/answer.ts';
import type { Routes } from '../http/routes.ts';
import type { SwapState } from './swap.ts';

/** How an aggregator puts a swap into words: its paths, its answers and its errors. */
export interface Aggregator {
  routes(state: SwapState): Routes;
  /** In a 200. */
  error(): Answer;
  limit(): Answer;
}
