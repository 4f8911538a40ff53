import querystring from 'node:querystring';
import { ConfigProblem } from '../checks/failure.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';

/** A target needs secrets that are not set here: `skip: no-secret`. */
export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
}

/** The sentence for `names` that are not set, or `null` when all are. */
export function missingSentence(
  what: string,
  names: readonly string[],
  secrets: Readonly<Record<string, string>>,
): string | null {
  const missing = names.filter((name) => !Object.hasOwn(secrets, name)).map((name) => `\`${name}\``);
  if (missing.length === 0) return null;
  return `${what} needs the environment variable${missing.length > 1 ? 's' : ''} ${missing.join(' and ')}, not set here.`;
}

/** The target's address and headers, with their secrets in place. */
export function fillTarget(
  target: ResolvedTarget,
  secrets: Readonly<Record<string, string>>,
): { url: URL; headers: [name: string, value: string][] } {
  const missing = missingSentence(`The target \`${target.name}\``, target.secrets, secrets);
  if (missing !== null) throw new SecretMissing(missing);
  // A secret at the very start is a whole address; elsewhere it is a part of one and must stay a part.
  const address = target.url.replace(/\{secret:([A-Za-z0-9_]+)\}/g, (_, name: string, at: number) =>
    at === 0 ? (secrets[name] ?? '') : encodeURIComponent(secrets[name] ?? ''),
  );
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new ConfigProblem(`The address of \`${target.name}\` is no \`http\` or \`https\` URL.`);
  const headers = Object.entries(target.headers).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : `${value.prefix}${secrets[value.secret] ?? ''}`,
  ]);
  if (url.username || url.password) {
    // `fetch` refuses addresses with a user; the header says the same.
    const user = `${querystring.unescape(url.username)}:${querystring.unescape(url.password)}`;
    headers.push(['authorization', `Basic ${Buffer.from(user).toString('base64')}`]);
    url.username = '';
    url.password = '';
  }
  return { url, headers };
}
