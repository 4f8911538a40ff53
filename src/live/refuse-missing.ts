import type { ApiError } from '../schemas/api.ts';
import type { Place } from './places.ts';

/** Why these blocks cannot be run with these values, or `null`: some take a person's own values, all of them, or none run. */
export function refuseMissing(places: readonly Place[], params: Readonly<Record<string, string>>): ApiError | null {
  for (const { block, asks, ownOnly } of places) {
    const missing = ownOnly ? asks.find(({ name }) => !Object.hasOwn(params, name)) : undefined;
    if (missing)
      return {
        code: 'missing-value',
        message: `\`${block.title}\` asks for \`${missing.name}\`: ${missing.expected}.`,
        hint: 'Take it from the user’s own case, or answer without the check.',
        parameter: missing.name,
      };
  }
  return null;
}
