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
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === '[::1]' ||
    hostname === '0.0.0.0'
  );
}
