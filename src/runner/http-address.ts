import { ConfigProblem } from '../checks/failure.ts';

/**
 * A target's address with a check's path added. Whatever the path holds, the result stays within
 * the origin and below the path of the target.
 */
export function addressOf(base: URL, path: string): URL {
  if (path === '') return base;
  const [beforeHash = ''] = path.split('#', 1);
  const at = beforeHash.indexOf('?');
  const pathname = at === -1 ? beforeHash : beforeHash.slice(0, at);
  const query = at === -1 ? '' : beforeHash.slice(at + 1);
  const url = new URL(base);
  const folder = base.pathname.replace(/\/$/, '');
  if (pathname !== '') url.pathname = `${folder}/${pathname.replace(/^\//, '')}`;
  if (!`${url.pathname}/`.startsWith(`${folder}/`))
    throw new ConfigProblem(`The path \`${path}\` leads out of the target’s address.`);
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`;
  return url;
}

/** Whether an address is of this machine: such a target is never offline, and asking it costs nobody. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const hostname = new URL(address).hostname.replace(/\.$/, '');
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    // `127.0.0.0/8`, also as IPv6 writes it.
    /^(127(\.\d+){3}|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(hostname) ||
    ['[::1]', '[::]', '0.0.0.0'].includes(hostname)
  );
}
