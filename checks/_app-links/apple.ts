import { CheckFailure, type Http, type HttpAnswer, readJson } from 'runlight/check';
import { z } from 'zod';
import { mediaType } from './media-type.ts';

const detailSchema = z.looseObject({ appID: z.string().nullish(), appIDs: z.array(z.string()).nullish() });

const fileSchema = z.looseObject({
  applinks: z
    .looseObject({
      // A list of apps; in old files the apps’ ids are keys.
      details: z.union([z.array(detailSchema), z.record(z.string(), z.unknown())]).nullish(),
    })
    .nullish(),
});

export interface AppleFile {
  /** Ids of the apps that may open links. */
  apps: string[];
  contentType: string;
  /** Milliseconds. */
  latency: number;
  /** The same for two files that say the same. */
  meaning: string;
}

/** The origin's own file. Apple takes it from this path only, and follows no redirect. */
export async function readAppleFile(http: Http): Promise<AppleFile> {
  return toFile(await http('/.well-known/apple-app-site-association', { noRedirects: true }), http.target);
}

/** Apple's copy, or, where it says that it has none, why. */
export type AppleCopy = AppleFile | { missing: string };

const without = [403, 404, 410];

/**
 * The copy on Apple's content delivery network, which is what devices read. It answers 404 when it could not
 * get the origin's file, and says why in headers of its own.
 */
export async function readAppleCopy(cdn: Http, domain: string): Promise<AppleCopy> {
  const answer = await cdn(`/a/v1/${encodeURIComponent(domain)}`, { anyStatus: true, noRedirects: true });
  const { status, headers } = answer;
  if (without.includes(status)) {
    const why = ['apple-failure-reason', 'apple-failure-details'].flatMap((name) => headers.get(name) ?? []);
    return { missing: `It answers ${status}${why.length > 0 ? `: ${why.join(', ').slice(0, 400)}` : ''}.` };
  }
  if (status < 200 || status > 299) throw new CheckFailure('http-status', `it answered ${status}`);
  return toFile(answer, cdn.target);
}

function toFile(answer: HttpAnswer, target: string): AppleFile {
  const file = readJson(answer, fileSchema, `The \`apple-app-site-association\` of \`${target}\``);
  const details = file.applinks?.details ?? [];
  return {
    apps: Array.isArray(details)
      ? details.flatMap(({ appID, appIDs }) => [...(appID ? [appID] : []), ...(appIDs ?? [])])
      : Object.keys(details),
    contentType: mediaType(answer),
    latency: answer.durationMs,
    meaning: meaningOf(answer.json()),
  };
}

/** Deeper than any such file: what is nested further is there to break its readers. */
const maxDepth = 32;
/** Lists of ids, whose order means nothing; that of `details` and `components` does. */
const unordered = ['apps', 'appIDs'];

/** A JSON value as text, the same for two that mean the same: keys sorted, and lists of ids. */
function meaningOf(value: unknown, key = '', depth = 0): string {
  if (depth > maxDepth)
    throw new CheckFailure('protocol', `The \`apple-app-site-association\` is nested deeper than ${maxDepth} levels.`);
  if (Array.isArray(value)) {
    const items = value.map((item) => meaningOf(item, '', depth + 1));
    return `[${(unordered.includes(key) ? items.sort() : items).join()}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${meaningOf(item, name, depth + 1)}`).join()}}`;
}
