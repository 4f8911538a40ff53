import type { ReasonCode } from './reason.ts';

/** Reasons that stand in a block's rows; with any other, an absent value is a consequence and no news. */
export const reasonsInRows: readonly ReasonCode[] = ['expectation', 'degraded', 'unusual', 'disagrees'];
