/** What keeps a link out of a text for users; `null` where it may stand. */
export type LinkObjection = { kind: 'domain'; host: string } | { kind: 'scheme'; scheme: string } | null;

/**
 * Whether a link leads to a domain of the allow list, subdomains included, by HTTP. A path is none of its
 * business. `https://etherscan.io@evil.example/` leads to evil.example, and is read so.
 */
export function linkObjection(link: string, allowed: readonly string[]): LinkObjection {
  const url = URL.parse(link, 'https://same-site.invalid/');
  if (url === null) return { kind: 'scheme', scheme: link };
  if (!/^https?:$/.test(url.protocol)) return { kind: 'scheme', scheme: url.protocol };
  const host = url.hostname.replace(/\.$/, '');
  if (host === 'same-site.invalid') return null;
  const isAllowed = allowed.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return isAllowed ? null : { kind: 'domain', host };
}
