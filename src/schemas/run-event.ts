import type { PlannedBlock } from './planned-block.ts';
import type { Report, Result } from './report.ts';

/** What a run tells while it goes on; it always ends in `end`. */
export type RunEvent =
  | { type: 'start'; run: { id: string; environment: string; startedAt: string }; blocks: PlannedBlock[] }
  | { type: 'block-start'; block: string }
  | { type: 'block-end'; result: Result; planned: PlannedBlock }
  | { type: 'end'; report: Report };
