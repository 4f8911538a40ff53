import { z } from 'zod';
import { durationSchema } from './duration.ts';

const localeSchema = z.strictObject({
  /** The language's own name, as its speakers write it. */
  label: z.string(),
  /** BCP 47. */
  lang: z.string(),
});

/** What a new team edits first. Every key has a default. */
export const configSchema = z.strictObject({
  /** The wallet's name. */
  brand: z.string().default('Example Wallet'),
  /** Where the public site is published; needed for its sitemap. */
  siteUrl: z.url().default('https://help.example.com'),
  /** The address that an edit link starts with; the page's path is added. */
  editUrl: z.url().nullable().default(null),
  /** By URL prefix; the first is the default and has no prefix. */
  locales: z.record(z.string(), localeSchema).default({
    en: { label: 'English', lang: 'en' },
    es: { label: 'Español', lang: 'es' },
    'pt-br': { label: 'Português (Brasil)', lang: 'pt-BR' },
  }),
  teams: z.array(z.string()).min(1).default(['support-ops', 'engineering', 'payments', 'security']),
  /** The environment when `--env` does not say; `null` is `lab` where it exists. */
  defaultEnvironment: z.string().nullable().default(null),
  /** How long a proof stays fresh where a page does not say. */
  freshFor: durationSchema.prefault('15 min'),
  /** How long a review holds where a page does not say. */
  reviewEvery: durationSchema.prefault('180 days'),
  /** Addresses that answer whenever our own network is well. One that never can would make every failure `offline`. */
  canaries: z
    .array(z.url({ protocol: /^https?$/, error: 'Expected an address that begins with `https://` or `http://`.' }))
    .default([]),
  /** Domains that public pages may link to. */
  allowedDomains: z.array(z.string()).default([]),
  /** Who signs packets, by a name that people know: public Ed25519 keys, base64 of their 32 bytes. */
  packetKeys: z
    .record(
      z.string(),
      z
        .string()
        .regex(
          /^[A-Za-z0-9+/]{43}=$/,
          'expected a public Ed25519 key, base64 of its 32 bytes: 44 characters, of which the last is `=`',
        ),
    )
    .default({}),
});
export type Config = z.infer<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;

/** Types a `runlight.config.ts`; it is validated once, at load. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
