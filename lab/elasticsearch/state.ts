export interface ElasticsearchState {
  errors: 'normal' | 'spike';
  /** Whether documents arrive at once, or 22 minutes late. */
  pipeline: 'current' | 'lagging';
  shards: 'whole' | 'one-failed';
  searches: 'completed' | 'given-up';
  index: 'there' | 'missing';
  cluster: 'green' | 'red';
}

export const healthyElasticsearch: Readonly<ElasticsearchState> = {
  errors: 'normal',
  pipeline: 'current',
  shards: 'whole',
  searches: 'completed',
  index: 'there',
  cluster: 'green',
};
