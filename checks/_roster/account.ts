/** One account of an export, as far as it is compared. Times are in seconds since 1970. */
export interface Account {
  /** The tool's own id, or the line of the export: it finds the account, and tells nobody's name. */
  id: string;
  /** What may stand for the person: user name, external id. */
  names: string[];
  /** Lower case. */
  mails: string[];
  active: boolean;
  /** Names and ids of its groups; `null` where the export says nothing of groups. */
  groups: string[] | null;
  created: number | null;
  /** `null`: never, or not told; `undefined`: the export does not have it. */
  lastUsed: number | null | undefined;
  /** `undefined`: the export does not have it. */
  mfa: boolean | undefined;
  reviewed: number | null;
}

export interface Export {
  accounts: Account[];
  /** When it was made, in seconds since 1970; `null` where it does not say. */
  madeAt: number | null;
  /** Of all requests, in milliseconds. */
  latency: number;
}

/** Where an export says what is not part of every export. */
export interface Fields {
  lastUsed: string | undefined;
  mfa: string | undefined;
  reviewed: string | undefined;
}

/** A date or time as ISO 8601 writes it, in seconds since 1970; a date alone is its beginning, in UTC. */
export function secondsOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const zoned = text.length > 10 && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
  const at = Date.parse(zoned.replace(' ', 'T'));
  return Number.isNaN(at) ? null : at / 1000;
}

const no = /^(|0|no|none|false|off|disabled|inactive|un_?enrolled|not[ _-]?enrolled|in_progress)$/i;
const yes = /^(1|yes|true|on|enabled|active|enrolled|registered|capable)$/i;

/** Yes or no as tools write it; `null` where it is neither. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'string') return null;
  return no.test(value.trim()) ? false : yes.test(value.trim()) ? true : null;
}
