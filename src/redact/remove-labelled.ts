import type { Removal, RemovedKind } from './removed-kinds.ts';
import type { Places } from './scan-text.ts';

type Label = 'key' | 'token' | 'password' | 'authorization' | 'cookie' | 'private' | 'code' | 'query';

/** What may stand right before `:` or `=`; tried in this order. */
const labels: readonly (readonly [label: Label, pattern: RegExp])[] = [
  ['private', /(?:priv(?:ate)?[ _-]?key|clave privada|chave privada|secret[ _-]?seed|wallet[ _-]?secret)$/i],
  [
    'key',
    /(?:(?:api|app|application|access|auth|account|service|subscription|signing|encryption|master|shared|license|admin|hmac|dd-api|dd-application|project|webhook|consumer)[ _-]?(?:access[ _-]?)?key(?:[ _-]?id)?|secret[ _-]?(?:access[ _-]?)?key|(?:client|api|app|webhook|consumer|shared|signing|session|jwt)[ _-]?secret|(?<![a-z])secret|(?:api|clave)[ _-]de[ _-]api|chave (?:de|da) api)$/i,
  ],
  [
    'token',
    /(?<!(?:next|page|continuation|sync|cursor)[ _-]?)(?:(?:access|refresh|id|auth|session|api|bot|csrf|xsrf|bearer|security|device|push|personal|service|user|oauth)[ _-]?token|(?<![a-z])token)$/i,
  ],
  ['authorization', /(?:proxy-)?authorization$/i],
  ['cookie', /(?<![a-z])(?:set-)?cookie$/i],
  [
    'password',
    /(?:password|passwd|passphrase|passcode|pwd|(?<![a-z])pass|senha|contrase(?:ñ|n)a|(?<![a-z])clave|credentials?)$/i,
  ],
  [
    'code',
    /(?<![a-z])(?:cv[cv]2?|csc|card (?:security )?code|security[ _-]?code|c[oó]digo de (?:seguridad|seguran[cç]a))$/iu,
  ],
  [
    'query',
    /[?&](?:key|sig|signature|auth|access|apikey|x-amz-(?:signature|security-token|credential)|code|secret|pwd)$/i,
  ],
];

const longest = 48;
/** `label: "value"`, `label=value`, `"label":"value"`, `\"label\":\"value\"`. */
const gap = /[:=]{1,2}>?[ \t]{0,3}(\\?["'`]?)/y;
const value = /[A-Za-z0-9_\-.+/=~%!@#$^*?]{3,4096}/y;
const quoted = /[^"'`\\\s,.;:)][^"'`\\\n]{2,4095}/y;
const header = /(?:([A-Za-z][A-Za-z0-9-]{2,20})[ ]{1,3})?([A-Za-z0-9_\-.+/=~%:]{4,8192})/y;
const pairs = /[^\n\r"'`]{4,8192}/y;

/** Values behind a label: `api_key=…`, `Authorization: …`, `"password": "…"`. */
export function labelledValues(text: string, { labels: places }: Places): Removal[] {
  const removals: Removal[] = [];
  let done = 0;
  for (const at of places) {
    if (at < done) continue;
    const before = text.slice(Math.max(0, at - longest), at).replace(/[\s"'`\\)]{1,3}$/, '');
    const label = labels.find(([, pattern]) => pattern.test(before))?.[0];
    if (label === undefined || /‹\w*$/.test(before)) continue;
    gap.lastIndex = at;
    const between = gap.exec(text);
    if (!between) continue;
    const start = at + between[0].length;
    // What an earlier redaction has left.
    if (/^\[[A-Za-z -]{3,20} removed\]|^‹/.test(text.slice(start, start + 40))) continue;
    const quote = between[1] !== '';
    const found = valueBehind(label, text, start, quote, text.charAt(at) === '=');
    if (!found) continue;
    removals.push(found);
    done = found.end;
  }
  return removals;
}

function valueBehind(label: Label, text: string, start: number, quote: boolean, isAssigned: boolean): Removal | null {
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  const as = (kind: RemovedKind, from: number, to: number): Removal => ({ kind, start: from, end: to });
  if (label === 'authorization') {
    const match = read(header);
    if (!match) return null;
    const secret = match[2] ?? '';
    const to = start + match[0].length;
    // `Authorization: required` says nothing secret.
    if (match[1] === undefined && !/\d|.{20}/.test(secret)) return null;
    if (match[1] !== undefined && !schemes.test(match[1]) && !/\d/.test(secret)) return null;
    return as('credentials', to - secret.length, to);
  }
  if (label === 'cookie') {
    const match = read(pairs);
    return match && /^[\w.-]{1,80}=/.test(match[0])
      ? as('credentials', start, start + match[0].trimEnd().length)
      : null;
  }
  if (label === 'code') {
    const code = /\d{3,4}(?!\d)/y;
    const match = read(code);
    return match ? as('card-number', start, start + match[0].length) : null;
  }
  const match = read(quote && label === 'password' ? quoted : value);
  if (!match) return null;
  const secret = label === 'query' ? (match[0].split(/[#]/)[0] ?? '') : match[0].replace(quote ? /$^/ : /[.,?!]+$/, '');
  const to = start + secret.length;
  const after = text.charAt(to);
  if (after === '(' || after === '{' || after === '<' || isPlaceholder(secret)) return null;
  switch (label) {
    case 'password':
      if (secret.length < 4) return null;
      return quote || isAssigned || (secret.length >= 6 && /\d/.test(secret)) || /[!@#$^*]/.test(secret)
        ? as('credentials', start, to)
        : null;
    case 'private':
      return secret.length >= 32 ? as('private-key', start, to) : null;
    case 'token':
      return isRandom(secret, 12) && !isAddress(secret) ? as('api-key', start, to) : null;
    case 'key':
    case 'query':
      return isRandom(secret, 8) && !isAddress(secret) ? as('api-key', start, to) : null;
  }
}

const schemes = /^(?:bearer|basic|digest|token|apikey|key|hmac|negotiate|aws4-hmac-sha256|jwt)$/i;

const isPlaceholder = (secret: string): boolean =>
  /^(?:null|none|true|false|undefined|string|required|missing|invalid|redacted|removed|masked|hidden|\*+|x+|\.+|your[_-].*|%[sdv]|\$\w+)$/i.test(
    secret,
  );

/** Letters and digits both, or so long that no word is: what nobody would write as prose. */
function isRandom(secret: string, fewest: number): boolean {
  const bare = secret.replace(/%[0-9a-f]{2}/gi, '0');
  return (
    bare.length >= fewest &&
    ((/\d/.test(bare) && /[a-z]/i.test(bare)) || /^\d{12,}$/.test(bare) || /^[A-Za-z+/=_-]{24,}$/.test(bare))
  );
}

/** A token in the other sense of the word: the address of a coin's contract. */
function isAddress(secret: string): boolean {
  return (
    /^(?:eip155:\d+[:/])?0x[0-9a-f]{40}$/i.test(secret) ||
    /^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(secret) ||
    /^[1-9A-HJ-NP-Za-km-z]{43,44}$/.test(secret) ||
    /^[a-z]{2,12}1[02-9ac-hj-np-z]{38,58}$/.test(secret) ||
    /^(?:ibc|factory)\//.test(secret)
  );
}

const bearer = /[ ]{1,3}([A-Za-z0-9._~+/=-]{12,8192})/y;

/** `Bearer …` and `Basic …` without a label before them. */
export function bareCredentials(text: string, { schemes: places }: Places): Removal[] {
  const removals: Removal[] = [];
  for (const at of places) {
    bearer.lastIndex = at;
    const match = bearer.exec(text);
    const secret = match?.[1];
    if (!match || secret === undefined) continue;
    const scheme = text.slice(at - 6, at).toLowerCase();
    const isBasic = scheme.endsWith('basic');
    if (!isBasic && scheme !== 'bearer') continue;
    if (isBasic ? !isUserAndPassword(secret) : !isRandom(secret, 12)) continue;
    const to = at + match[0].length;
    removals.push({ kind: 'credentials', start: to - secret.length, end: to });
  }
  return removals;
}

function isUserAndPassword(text: string): boolean {
  try {
    return /^[\x20-\x7e\u00a0-\u00ff]*:[\x20-\x7e\u00a0-\u00ff]*$/.test(atob(text));
  } catch {
    return false;
  }
}
