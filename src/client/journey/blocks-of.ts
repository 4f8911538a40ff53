import type { Journey } from '../../schemas/journey.ts';

/** Ids of the blocks that tell of a journey's parts, each once. */
export function blocksOf({ parts }: Pick<Journey, 'parts'>): string[] {
  return [...new Set(parts.flatMap(({ checks }) => checks.map(({ block }) => block)))];
}
