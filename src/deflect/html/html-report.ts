import type { Deflection } from '../../schemas/deflection.ts';
export const htmlReport = (_: Deflection, __: Date): string => '';
