import type { Price } from './simple-price.ts';

/** A price older than this is no measure for another one. Seconds. */
export const maxAge = 600;

/** Whether a price is too old, or too far in the future, to measure another one by it. */
export function isOld({ updatedAt }: Price): boolean {
  return Math.abs(Date.now() / 1000 - updatedAt) > maxAge;
}

/** How far `value` is from `measure`, in either direction: per cent, to a thousandth. */
export function deviationFrom(measure: number, value: number): number {
  return Math.round(Math.abs(value / measure - 1) * 100_000) / 1000;
}
