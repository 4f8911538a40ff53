/** A name, address or title that only the team may read. */
export interface InternalTerm {
  kind:
    | 'page'
    | 'route'
    | 'title'
    | 'check'
    | 'target'
    | 'provider'
    | 'owner'
    | 'edit address'
    | 'environment'
    | 'secret'
    | 'address'
    | 'contact'
    | 'drill'
    | 'tree'
    | 'channel'
    | 'role'
    | 'severity'
    | 'journey'
    | 'macro'
    | 'incident'
    | 'glossary';
  text: string;
}
