import type { Removal, RemovedKind } from './removed-kinds.ts';
import type { Places } from './scan-text.ts';

/**
 * Keys that say by their form who made them. Sources: the makers' own documentation and GitHub's list of
 * supported secret-scanning patterns. A publishable key (`pk_live_`) is public and stays.
 */
const makers: readonly (readonly [kind: RemovedKind, pattern: string])[] = [
  // Header and payload of JSON begin with `eyJ`; five parts are an encrypted one.
  ['jwt', String.raw`eyJ[\w-]{8,}(?:\.[\w-]*){1,4}`],
  ['api-key', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'],
  ['api-key', 'gh[pousr]_[A-Za-z0-9]{30,255}'],
  ['api-key', 'github_pat_[A-Za-z0-9_]{50,255}'],
  ['api-key', 'glpat-[A-Za-z0-9_.-]{20,}'],
  ['api-key', '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}'],
  ['api-key', 'whsec_[A-Za-z0-9+/=_-]{20,}'],
  ['api-key', 'xox[abeoprs]-[A-Za-z0-9-]{10,}'],
  ['api-key', String.raw`xapp-\d-[A-Za-z0-9-]{20,}`],
  ['api-key', 'AIza[A-Za-z0-9_-]{35}'],
  ['api-key', 'GOCSPX-[A-Za-z0-9_-]{20,}'],
  ['api-key', String.raw`ya29\.[A-Za-z0-9_-]{20,}`],
  ['api-key', 'sk-(?:proj-|svcacct-|admin-|ant-|or-)?[A-Za-z0-9_-]{20,}'],
  ['api-key', String.raw`SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}`],
  ['api-key', '(?:SK|AC)[0-9a-f]{32}'],
  ['api-key', 'npm_[A-Za-z0-9]{36}'],
  ['api-key', 'pypi-[A-Za-z0-9_-]{50,}'],
  ['api-key', 'dop_v1_[0-9a-f]{64}'],
  ['api-key', 'hf_[A-Za-z0-9]{30,}'],
  ['api-key', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['api-key', 'alcht_[A-Za-z0-9]{20,}'],
  ['api-key', 'glsa_[A-Za-z0-9]{20,}_[0-9a-f]{8}'],
  ['api-key', 'sntrys_[A-Za-z0-9_=+/-]{30,}'],
  ['api-key', 'lin_api_[A-Za-z0-9]{30,}'],
  ['api-key', String.raw`hvs\.[A-Za-z0-9_-]{20,}`],
  ['api-key', 'key-[0-9a-f]{32}'],
];

const all = new RegExp(`(?<![A-Za-z0-9])(?:${makers.map(([, pattern]) => `(${pattern})`).join('|')})`, 'g');
/** Each token begins so, or has it behind a joint: most tokens of a log have not, and this costs little. */
const hint =
  /eyJ|A[KSBC][IC]A|gh[pousr]_|github_pat|glpat|[sr]k[_-]|whsec|xox|xapp|AIza|GOCSPX|ya29|SG\.|SK|AC|npm_|pypi|dop_|hf_|shp|alcht|glsa|sntrys|lin_api|hvs\.|key-/;

/** JWTs and the keys of common makers. */
export function keysOfMakers(text: string, { tokens }: Places): Removal[] {
  const removals: Removal[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const [from = 0, to = 0] = [tokens[i], tokens[i + 1]];
    if (to - from < 20) continue;
    const token = text.slice(from, to);
    if (!hint.test(token)) continue;
    for (const match of token.matchAll(all)) {
      const kind = makers[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]?.[0];
      if (kind === undefined) continue;
      if (kind === 'jwt' && !isJwt(match[0])) continue;
      const start = from + match.index;
      removals.push({ kind, start, end: start + match[0].replace(/\.+$/, '').length });
    }
  }
  return removals;
}

/** Its first part is an object in base 64, with an algorithm or a type in it. */
function isJwt(token: string): boolean {
  const [head = '', body = ''] = token.split('.');
  try {
    const header = atob(head.replaceAll('-', '+').replaceAll('_', '/'));
    return /"(?:alg|typ|enc|kid)"/.test(header) && body.length > 0;
  } catch {
    // Cut or changed: safer without it.
    return body.startsWith('eyJ');
  }
}
