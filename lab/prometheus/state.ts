import type { MetricsState } from './metrics.ts';

export interface PrometheusState extends MetricsState {
  ready: boolean;
  /** Whether a query is evaluated to its end. */
  queries: 'answered' | 'given-up';
  samples: 'fresh' | 'stale';
}

export const healthyPrometheus: Readonly<PrometheusState> = {
  traffic: 'normal',
  errors: 'normal',
  targets: 'up',
  data: 'kept',
  ready: true,
  queries: 'answered',
  samples: 'fresh',
};
