/** The names that a server answers to. */
export interface OwnNames {
  /** `host:port`, lower case: where it is bound. */
  hosts: readonly string[];
  /** The address that people use, where a proxy stands in between: `https://runbooks.example.com`. */
  origin: string | null;
}

/** Whether a request's Host is one of the server's names. */
export function isOwnHost(host: string | undefined, { hosts, origin }: OwnNames): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return hosts.includes(name) || (origin !== null && new URL(origin).host === name);
}

/** Whether a request's Origin is the site's own. */
export function isOwnOrigin(given: string | undefined, { hosts, origin }: OwnNames): boolean {
  if (given === undefined) return false;
  return given === origin || hosts.some((host) => given === `http://${host}`);
}
