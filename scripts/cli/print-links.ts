import type { LinkFate } from '../../src/links/judge-link.ts';
import type { LinkPlace } from '../../src/links/locate-link.ts';

export interface Finding extends LinkPlace {
  site: string;
  fate: LinkFate;
  /** Lychee's own words. */
  says: string;
}

const words: Record<LinkFate, { severity: 'error' | 'warning'; says: string }> = {
  broken: { severity: 'error', says: 'leads nowhere on the built site' },
  dead: { severity: 'error', says: 'is dead: the other site says that the page is gone' },
  refused: { severity: 'warning', says: 'could not be looked at: the other site refused us' },
  unreached: { severity: 'warning', says: 'could not be reached' },
};

/** Prints each broken link at its source line; returns the exit code. */
export function printFindings(
  all: readonly Finding[],
  { checked, reached, online, json }: { checked: number; reached: number; online: boolean; json: boolean },
): number {
  // Both sites hold the public pages: one line a link.
  const findings = [
    ...new Map(all.map((finding) => [`${finding.path}:${finding.position.line}:${finding.shown}`, finding])).values(),
  ].sort((a, b) => (a.path === b.path ? a.position.line - b.position.line : a.path < b.path ? -1 : 1));
  const external = findings.filter(({ fate }) => fate !== 'broken');
  const isOffline = online && external.length > 0 && external.every(({ fate }) => fate === 'unreached');
  if (json) process.stdout.write(`${JSON.stringify({ findings, checked, offline: isOffline }, null, 2)}\n`);
  for (const { path, position, fate, shown, says } of json ? [] : findings) {
    if (isOffline && fate === 'unreached') continue;
    process.stdout.write(
      `${path}:${position.line}:${position.column} ${words[fate].severity} link-${fate} \`${shown}\` ${words[fate].says} (${says.replace(/\.$/, '')}).\n`,
    );
  }
  if (isOffline)
    process.stderr.write(
      `skip: offline: none of ${external.length} links to other sites could be reached, so our own network is gone. They are not proven.\n`,
    );
  const errors = findings.filter(({ fate }) => words[fate].severity === 'error').length;
  process.stderr.write(
    `${checked} links looked at, ${reached} are well, ${errors} broken${online ? '' : ' (other sites were not asked; --online does)'}.\n`,
  );
  if (errors > 0) return 1;
  return isOffline || checked === 0 ? 3 : 0;
}
