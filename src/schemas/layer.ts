import { z } from 'zod';

export const layers = ['client', 'api', 'backend', 'provider'] as const;
export const layerSchema = z.enum(layers);
export type Layer = z.infer<typeof layerSchema>;
