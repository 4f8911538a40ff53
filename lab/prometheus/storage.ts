import type { Matcher, Range, Sample } from './expression.ts';
import type { Series } from './metrics.ts';

/** A series whose newest sample is older than this is gone; Prometheus's own default. */
const lookBack = 300;

export interface Storage {
  /** The newest sample of each series that the matchers choose. */
  instant(matchers: readonly Matcher[], time: number): Sample[];
  /** All samples of the last `range` seconds. */
  range(matchers: readonly Matcher[], time: number, range: number): Range[];
}

/** Samples of `series`, taken every `interval` seconds; the newest is `lag` seconds older than it should be. */
export function storageOf(series: readonly Series[], { lag = 0, interval = 15 } = {}): Storage {
  const chosen = (matchers: readonly Matcher[]): Series[] =>
    series.filter(({ labels }) => matchers.every(({ label, holds }) => holds(labels[label] ?? '')));
  const newestAt = (time: number): number => Math.floor((time - lag) / interval) * interval;
  return {
    instant(matchers, time) {
      const at = newestAt(time);
      if (time - at > lookBack) return [];
      return chosen(matchers).map((each) => ({ labels: each.labels, value: each.at(at), at }));
    },
    range(matchers, time, range) {
      const times: number[] = [];
      for (let at = newestAt(time); at >= time - range && times.length < 10_000; at -= interval) times.unshift(at);
      if (times.length === 0) return [];
      return chosen(matchers).map((each) => ({ labels: each.labels, points: times.map((at) => [at, each.at(at)]) }));
    },
  };
}
