import { type Http, readJson } from 'runlight/check';
import { z } from 'zod';
import { mediaType } from './media-type.ts';

const opensLinks = 'delegate_permission/common.handle_all_urls';

const fileSchema = z.array(
  z.looseObject({
    relation: z.array(z.string()).nullish(),
    target: z
      .looseObject({
        namespace: z.string().nullish(),
        package_name: z.string().nullish(),
        sha256_cert_fingerprints: z.array(z.string()).nullish(),
      })
      .nullish(),
  }),
);

export interface AndroidFile {
  /** Apps that may open links, with the fingerprints of their keys in upper case. */
  apps: { name: string; fingerprints: string[] }[];
  contentType: string;
  /** Milliseconds. */
  latency: number;
}

/** The origin's statements about Android apps. Android follows no redirect either. */
export async function readAndroidFile(http: Http): Promise<AndroidFile> {
  const answer = await http('/.well-known/assetlinks.json', { noRedirects: true });
  const statements = readJson(answer, fileSchema, `The \`assetlinks.json\` of \`${http.target}\``);
  return {
    apps: statements
      .filter(({ relation, target }) => relation?.includes(opensLinks) && target?.namespace === 'android_app')
      .map(({ target }) => ({
        name: target?.package_name ?? '',
        fingerprints: (target?.sha256_cert_fingerprints ?? []).map((each) => each.toUpperCase()),
      })),
    contentType: mediaType(answer),
    latency: answer.durationMs,
  };
}
