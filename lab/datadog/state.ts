export interface DatadogState {
  keys: 'accepted' | 'refused';
  /** What a query finds. */
  points: 'current' | 'stale' | 'null' | 'none';
  errors: 'normal' | 'spike';
  /** The newest version of the Android app. */
  release: 'well' | 'crashes';
  errorInside: boolean;
}

export const healthyDatadog: Readonly<DatadogState> = {
  keys: 'accepted',
  points: 'current',
  errors: 'normal',
  release: 'well',
  errorInside: false,
};

/** The keys that the lab's Datadog knows. They open nothing else. */
export const labKeys = { 'dd-api-key': 'lab-api-key', 'dd-application-key': 'lab-application-key' } as const;
