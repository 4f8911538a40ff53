import { readdirSync } from 'node:fs';

/**
 * The names of all services, from the names of their files: every command needs these, and few need
 * what is in the files. `services.test.ts` holds them against the services themselves.
 */
export function serviceNames(): string[] {
  return readdirSync(new URL('./services/', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}
