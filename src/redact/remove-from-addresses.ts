import type { Removal } from './removed-kinds.ts';
import type { Places } from './scan-text.ts';

const rest = /:\/\/([A-Za-z0-9.\-[\]:@%_~!$&*+,;=]{1,300})(\/[^\s"'<>`\\?#|{}^[\]‹›]{0,2000})?/y;

/** Hosts whose path ends in a key of the caller's. */
const keyed =
  /(?:alchemy(?:api)?|infura|quiknode|quicknode|ankr|chainstack|getblock|blastapi|moralis|nodereal|drpc|tenderly|blockpi|onfinality|pokt|helius|allthatnode|dwellir|thirdweb|bwarelabs|nownodes|tatum|zan|rpcfast|syndica|triton)[^/]*$/i;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const isKeyLike = (part: string): boolean =>
  /^[A-Za-z0-9_-]{16,128}$/.test(part) && /\d/.test(part) && /[a-z]/i.test(part);

/** Keys in the paths of addresses: RPC endpoints, webhooks, bots. */
export function keysInPaths(text: string, { addresses }: Places): Removal[] {
  const removals: Removal[] = [];
  let done = 0;
  for (const at of addresses) {
    if (at < done) continue;
    rest.lastIndex = at;
    const match = rest.exec(text);
    const path = match?.[2];
    if (!match || path === undefined) continue;
    done = at + match[0].length;
    const host = (match[1] ?? '').replace(/^.*@/, '').toLowerCase();
    const start = done - path.length;
    const [key, length] = keyIn(host, path);
    if (key >= 0) removals.push({ kind: 'api-key', start: start + key, end: start + key + length });
  }
  return removals;
}

/** Where in the path the key stands, and how long it is; -1 where there is none. */
function keyIn(host: string, path: string): readonly [at: number, length: number] {
  const none = [-1, 0] as const;
  if (/(?:^|\.)hooks\.slack\.com$/.test(host)) return from(path, /^\/(?:services|workflows|triggers)\/(.+)$/);
  if (/(?:^|\.)discord(?:app)?\.com$/.test(host)) return from(path, /^\/api\/(?:v\d+\/)?webhooks\/(.+)$/);
  if (host === 'api.telegram.org') return from(path, /^\/(?:file\/)?bot([^/]+)/);
  if (/\.webhook\.office\.com$/.test(host)) return from(path, /^\/(.+)$/);
  const parts = path.split('/');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1] ?? '';
    const isVersioned = /^v\d{1,2}$/.test(before) && /^[A-Za-z0-9_-]{24,64}$/.test(part) && !uuid.test(part);
    if (isKeyLike(part) && (keyed.test(host) || isVersioned) && !/^0x[0-9a-f]{40}$/i.test(part))
      return [at, part.length];
    at += part.length + 1;
  }
  return none;
}

function from(path: string, pattern: RegExp): readonly [number, number] {
  const found = pattern.exec(path)?.[1];
  return found === undefined ? [-1, 0] : [path.indexOf(found, 1), found.length];
}

const mostUser = 256;
const local = /[\p{L}\p{N}.!#$&*+_~^'-]/u;
const domain =
  /(?:@|%40)((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9]{2,40}|\p{L}{2,24}))(?![\p{L}\p{N}])/iuy;
// A picture's name at two resolutions, a package's version, what Git is called.
const noMail = /@[23]x\.(?:png|jpe?g|webp|svg|gif)$|^git@/i;

/** E-mail addresses, and the user and password in an address: `https://user:password@host`. */
export function mailsAndUsers(text: string, { ats }: Places): Removal[] {
  const removals: Removal[] = [];
  let fence = 0;
  for (const at of ats) {
    if (at < fence) continue;
    const user = userBefore(text, at, fence);
    if (user) {
      removals.push(user);
      fence = at;
      continue;
    }
    domain.lastIndex = at;
    const match = domain.exec(text);
    if (!match) continue;
    let start = at;
    while (start > fence && at - start < 64 && local.test(text.charAt(start - 1))) start -= 1;
    // Sentences end and lists begin with what an address may not.
    while (start < at && /[.!#$&*+~^'-]/.test(text.charAt(start))) start += 1;
    const end = at + match[0].length;
    if (start === at || noMail.test(text.slice(start, end))) continue;
    removals.push({ kind: 'email', start, end });
    fence = end;
  }
  return removals;
}

function userBefore(text: string, at: number, fence: number): Removal | null {
  let start = at;
  for (; start > fence && at - start < mostUser; start -= 1) {
    const c = text.charCodeAt(start - 1);
    // Space, quotes, `#`, `<`, `>`, `?`, `@`, `[`, `]`, `{`, `}` are no part of it.
    if (
      c <= 32 ||
      c === 34 ||
      c === 35 ||
      c === 39 ||
      c === 60 ||
      c === 62 ||
      c === 63 ||
      c === 64 ||
      c === 91 ||
      c === 93 ||
      c === 123 ||
      c === 125
    )
      return null;
    if (c === 47) break;
  }
  if (start === at || text.slice(start - 3, start) !== '://') return null;
  const user = text.slice(start, at);
  // A user alone is no secret, unless it is as long as a key (Sentry).
  const colon = user.indexOf(':');
  if (colon < 0 && user.length < 16) return null;
  if (user.includes('‹') || colon === user.length - 1) return null;
  return { kind: 'credentials', start, end: at };
}
