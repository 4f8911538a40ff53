import type { Diagnosis, PartState } from '../../schemas/diagnosis.ts';
import type { CardState } from '../../schemas/verdict.ts';

/** A part's state looks like the verdict that it comes from. */
export const cardStateOf: Record<PartState, CardState> = {
  healthy: 'pass',
  unknown: 'error',
  degraded: 'warn',
  failing: 'fail',
};

/** How a whole journey is: as its worst fault; where not enough is known, as what could not be told. */
export function journeyState({ answer, faults: [first] }: Diagnosis): CardState {
  if (first) return cardStateOf[first.state];
  return answer === 'well' ? 'pass' : 'error';
}
