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

/** A text shorter than this is no secret, and replacing it would spoil every text. */
const shortest = 4;

/**
 * Replaces the values of `secrets` by `‹secret:NAME›`, also where they stand percent-encoded, inside
 * JSON or in base 64.
 */
export function redactor(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const forms: [form: string, name: string][] = [];
  for (const [name, value] of Object.entries(secrets)) {
    if (value.length < shortest) continue;
    const variants = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), ...inBase64(value)];
    for (const form of new Set(variants)) forms.push([form, name]);
  }
  if (forms.length === 0) return (text) => text;
  // Longest first, so that a secret inside another one leaves no rest.
  forms.sort(([a], [b]) => b.length - a.length);
  return (text) => forms.reduce((safe, [form, name]) => safe.replaceAll(form, `‹secret:${name}›`), text);
}

/** What base 64 makes of `value`, alone and inside a longer text (`user:value`), where it may begin at three places. */
function inBase64(value: string): string[] {
  const bytes = Buffer.from(value);
  const cores = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters also hold bits of what stands around the value.
    const end = ((offset + bytes.length) * 8) % 6 === 0 ? text.length : text.length - 1;
    return text.slice(Math.ceil((offset * 8) / 6), end);
  });
  return [bytes.toString('base64'), ...cores.filter((core) => core.length >= 6)];
}
