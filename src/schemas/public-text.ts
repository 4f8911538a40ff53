import { z } from 'zod';

/** What users read, by the configuration's locales. Which ones there must be, the configuration says. */
export const publicTextSchema = z.record(z.string(), z.string().trim().min(1));
export type PublicText = z.infer<typeof publicTextSchema>;
