/** Why Prometheus refuses a query: `bad_data` cannot be read (400), `execution` cannot be evaluated (422). */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly type: 'bad_data' | 'execution';

  constructor(type: QueryError['type'], message: string) {
    super(message);
    this.type = type;
  }
}
