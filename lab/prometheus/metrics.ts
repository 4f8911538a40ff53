/** What the lab's Prometheus has scraped: the fixed set of series of a wallet's backend, as functions of time. */

export type Labels = Readonly<Record<string, string>>;

export interface Series {
  /** With `__name__`. */
  labels: Labels;
  /** Its value at a time in seconds since 1970. */
  at(seconds: number): number;
}

export interface MetricsState {
  traffic: 'normal' | 'none';
  errors: 'normal' | 'spike';
  targets: 'up' | 'one-down';
  /** Whether anything is stored at all. */
  data: 'kept' | 'lost';
}

const counter = (name: string, labels: Labels, perSecond: number, since: number): Series => ({
  labels: { __name__: name, ...labels },
  at: (seconds) => Math.max(0, Math.floor((seconds - since) * perSecond)),
});

const gauge = (name: string, labels: Labels, at: Series['at']): Series => ({
  labels: { __name__: name, ...labels },
  at,
});

const walletApi = ['10.0.4.11:8080', '10.0.4.12:8080'];
const others: readonly Labels[] = [
  { job: 'swap-api', instance: '10.0.4.21:8080' },
  { job: 'prometheus', instance: '127.0.0.1:9090' },
];

/** Requests a second by status, for one instance. */
const requests: Readonly<Record<MetricsState['errors'], Readonly<Record<string, number>>>> = {
  normal: { '200': 41.2, '404': 0.8, '500': 0.11, '503': 0.06 },
  spike: { '200': 25.4, '404': 0.5, '500': 4.2, '503': 12.1 },
};

/** The share of requests that took no longer than so many seconds. */
const durations: Readonly<Record<string, number>> = {
  '0.05': 0.62,
  '0.1': 0.84,
  '0.25': 0.96,
  '0.5': 0.988,
  '1': 0.997,
  '2.5': 0.9995,
  '+Inf': 1,
};

/** Quotes a second by provider and result. */
const quotes: readonly [labels: Labels, perSecond: number][] = [
  [{ provider: 'example-dex', result: 'ok' }, 6.1],
  [{ provider: 'example-dex', result: 'error' }, 0.04],
  [{ provider: 'example-bridge', result: 'ok' }, 1.3],
  [{ provider: 'example-bridge', result: 'error' }, 0.02],
];

/** All series, as if the processes behind them had started at `since` (seconds since 1970). */
export function seriesOf({ traffic, errors, targets, data }: MetricsState, since: number): Series[] {
  if (data === 'lost') return [];
  const down = targets === 'one-down' ? walletApi[1] : undefined;
  const busy = traffic === 'none' ? 0 : 1;
  const ofInstance = (instance: string): Series[] => {
    const about = { job: 'wallet-api', instance };
    const up = gauge('up', about, () => (instance === down ? 0 : 1));
    // What a target said goes stale with the first scrape that fails; only `up` is Prometheus's own.
    if (instance === down) return [up];
    const perSecond = Object.values(requests[errors]).reduce((sum, rate) => sum + rate, 0) * busy;
    return [
      up,
      ...Object.entries(requests[errors]).map(([code, rate]) =>
        counter('http_requests_total', { ...about, code }, rate * busy, since),
      ),
      ...Object.entries(durations).map(([le, share]) =>
        counter('http_request_duration_seconds_bucket', { ...about, le }, perSecond * share, since),
      ),
      counter('http_request_duration_seconds_count', about, perSecond, since),
      gauge('broadcast_queue_length', about, (seconds) => Math.round(3 + 2 * Math.sin(seconds / 40))),
    ];
  };
  return [
    ...walletApi.flatMap(ofInstance),
    ...others.map((about) => gauge('up', about, () => 1)),
    ...quotes.map(([labels, rate]) => counter('swap_quotes_total', { ...others[0], ...labels }, rate * busy, since)),
  ];
}
