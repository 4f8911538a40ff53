import { z } from 'zod';

const windows = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** How often a target may be asked: so many requests in any window of so many milliseconds. */
export interface Budget {
  requests: number;
  windowMs: number;
  /** As written: `60/min`. */
  source: string;
}

/** Reads `60/min`. */
export const budgetSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}\/(s|min|h|d)$/, 'Expected a number per `s`, `min`, `h` or `d`, such as `60/min`.')
  .transform((source): Budget => {
    const [requests, unit] = source.split('/') as [string, keyof typeof windows];
    return { requests: Number(requests), windowMs: windows[unit], source };
  });
