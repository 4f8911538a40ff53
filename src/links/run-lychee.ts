import { spawn } from 'node:child_process';
import { z } from 'zod';

const linkSchema = z.looseObject({
  url: z.string(),
  status: z.looseObject({ text: z.string(), code: z.number().optional(), details: z.string().nullish() }),
});
const outputSchema = z.looseObject({
  total: z.number(),
  successful: z.number(),
  cached: z.number().default(0),
  excludes: z.number(),
  error_map: z.record(z.string(), z.array(linkSchema)).default({}),
  timeout_map: z.record(z.string(), z.array(linkSchema)).default({}),
});

export interface LycheeLink {
  /** Absolute path of the built file. */
  file: string;
  url: string;
  status: number | null;
  /** Lychee's own words. */
  text: string;
}

export interface LycheeRun {
  total: number;
  successful: number;
  broken: LycheeLink[];
}

export interface LycheeOptions {
  lychee: string;
  /** The built site's folder. */
  site: string;
  /** Absolute links to this address are looked up in the folder. */
  siteUrl: string | null;
  online: boolean;
  /** Where answers are kept between online runs. */
  cacheFolder: string;
  signal?: AbortSignal;
}

/** Runs lychee over every HTML file of a built site, fragments included. */
export async function runLychee(options: LycheeOptions): Promise<LycheeRun> {
  const { code, stdout, stderr } = await collect(options);
  // 0: all well, 2: broken links. Everything else is lychee's own trouble.
  if (code !== 0 && code !== 2)
    throw new Error(`lychee could not run: ${stderr.trim().split('\n').at(-1) ?? `it ended with code ${code}`}`);
  const output = outputSchema.parse(JSON.parse(stdout));
  const broken = [output.error_map, output.timeout_map].flatMap((map) =>
    Object.entries(map).flatMap(([file, links]) =>
      links.map(({ url, status }) => ({ file, url, status: status.code ?? null, text: status.details ?? status.text })),
    ),
  );
  return { total: output.total, successful: output.successful + output.cached, broken };
}

function collect({
  lychee,
  site,
  siteUrl,
  online,
  cacheFolder,
  signal,
}: LycheeOptions): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const args = [
    '--format',
    'json',
    '--no-progress',
    '--include-fragments',
    '--root-dir',
    site,
    '--index-files',
    'index.html',
  ];
  if (siteUrl)
    args.push('--remap', `^${siteUrl.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} file://${site}`);
  // Retries and pauses keep us a polite guest; what a host said stays good for a day.
  if (online)
    args.push(
      '--cache',
      '--max-cache-age',
      '1d',
      '--cache-exclude-status',
      '429, 500..=599',
      '--host-concurrency',
      '2',
      '--host-request-interval',
      '500ms',
      '--max-retries',
      '3',
      '--timeout',
      '20',
    );
  else args.push('--offline');
  return new Promise((resolve, reject) => {
    const child = spawn(lychee, [...args, `${site}/**/*.html`], {
      cwd: cacheFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
