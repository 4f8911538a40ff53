/** Whether a request's Host is one of the names this server is bound to. */
export function isOwnHost(host: string | undefined, own: readonly string[]): boolean {
  return host !== undefined && own.includes(host.toLowerCase());
}
