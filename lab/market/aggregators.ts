/** The aggregators of the lab, behind one address. */
import type { Routes } from '../http/routes.ts';
import type { Aggregator } from './aggregator.ts';
import { lifi } from './lifi.ts';
import { oneInch } from './one-inch.ts';
import type { SwapState } from './swap.ts';
import { zeroEx } from './zero-ex.ts';

const aggregators: readonly Aggregator[] = [zeroEx, oneInch, lifi];

export function aggregatorRoutes(state: SwapState): Routes {
  return Object.assign({}, ...aggregators.map(({ routes }) => routes(state)));
}

/** Whose path it is decides how an error is put. */
export function aggregatorAt(path: string): Aggregator {
  if (path.startsWith('/swap/v6')) return oneInch;
  return path.startsWith('/v1/') ? lifi : zeroEx;
}
