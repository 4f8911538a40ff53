export interface DatadogState {
  keys: 'accepted' | 'refused';
  /** What a query finds. */
  points: 'current' | 'stale' | 'null' | 'none';
  errors: 'normal' | 'spike';
  errorInside: boolean;
}

export const healthyDatadog: Readonly<DatadogState> = {
  keys: 'accepted',
  points: 'current',
  errors: 'normal',
  errorInside: false,
};

/** The keys that the lab's Datadog knows. They open nothing else. */
export const labKeys = { 'dd-api-key': 'lab-api-key', 'dd-application-key': 'lab-application-key' } as const;
