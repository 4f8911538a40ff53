import { z } from 'zod';
import { budgetSchema } from './budget.ts';
import { layerSchema } from './layer.ts';

const secretHeaderSchema = z.strictObject({ secret: z.string(), prefix: z.string().default('') });

/** The protocol of an address whose secrets are not filled in yet. */
function protocolOf(url: string): string {
  const filled = url.replace(/\{[^}]*\}/g, 'x');
  return URL.canParse(filled) ? new URL(filled).protocol : '';
}

/** One entry of `src/content/targets/<environment>.yaml`: the only place with addresses. */
export const targetSchema = z
  .strictObject({
    /** May hold `{secret:NAME}`, which is replaced by the environment variable when the check runs. */
    url: z
      .string()
      .refine(
        (url) => !/\{secret:(?![A-Za-z0-9_]+\})/.test(url),
        'A secret is written `{secret:NAME}`, with letters, digits and underscores.',
      )
      .refine(
        (url) => /^https?:$/.test(protocolOf(url)),
        'Expected an address that begins with `https://` or `http://`.',
      )
      .optional(),
    /** A service of the lab. */
    service: z.string().optional(),
    layer: layerSchema.optional(),
    /** A file of `src/content/providers/`. A chain is a provider. */
    provider: z.string().optional(),
    headers: z.record(z.string(), z.union([z.string(), secretHeaderSchema])).default({}),
    /** We never ask more often than this. */
    budget: budgetSchema.optional(),
    /** Others that should agree with it. */
    peers: z.array(z.string()).default([]),
    /** A link with `{from}` and `{to}` for the time window. */
    dashboard: z
      .string()
      .refine(
        (url) => /^https?:$/.test(protocolOf(url)),
        'Expected an address that begins with `https://` or `http://`.',
      )
      .optional(),
  })
  .refine((target) => (target.url === undefined) !== (target.service === undefined), {
    message: 'Expected either `url` or `service`.',
  });
export type Target = z.infer<typeof targetSchema>;

/** The names of secrets that a target's address and headers need. */
export function secretsOf(target: Target): string[] {
  const inUrl = [...(target.url ?? '').matchAll(/\{secret:([A-Za-z0-9_]+)\}/g)].map((match) => match[1] ?? '');
  const inHeaders = Object.values(target.headers).flatMap((value) => (typeof value === 'string' ? [] : [value.secret]));
  return [...new Set([...inUrl, ...inHeaders])];
}
