/** Why a search is refused, in the words of Elasticsearch: `type` such as `parsing_exception`. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
