import { z } from 'zod';
import { layers } from './layer-names.ts';

export { type Layer, layers } from './layer-names.ts';
export const layerSchema = z.enum(layers);
