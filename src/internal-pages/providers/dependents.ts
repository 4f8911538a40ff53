import type { Journey, Part } from '../../schemas/journey.ts';

/** The parts of journeys that are a provider's own. */
export function dependents(
  provider: string,
  journeys: Readonly<Record<string, Journey>>,
): { journey: string; part: Part }[] {
  return Object.entries(journeys).flatMap(([journey, { parts }]) =>
    parts.filter((part) => part.provider === provider).map((part) => ({ journey, part })),
  );
}
