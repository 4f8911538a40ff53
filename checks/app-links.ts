import { askPeer, type CheckContext, ConfigProblem, defineCheck, PeerSilence, param } from 'runlight/check';
import { type AndroidFile, readAndroidFile } from './_app-links/android.ts';
import { type AppleCopy, type AppleFile, readAppleCopy, readAppleFile } from './_app-links/apple.ts';

/**
 * Proves that links of a host open our apps: that its files for Apple and Android name them, and that
 * Apple's copy, which devices read, is the same.
 *
 * Give `app` (Apple's app id, with the team) or `package` and `fingerprint` (Android), or both; each is
 * asked, and one that the files do not name is never green, even without a row for it.
 * Readings: `apple` (the app is listed under `applinks`), `android` (the package with that fingerprint may
 * handle all URLs), `appleCdnAgrees` (the copy at `cdn`, for `domain`, says the same; one that the CDN
 * says it does not have, by 403, 404 or 410, does not), `contentType` (of the files; where two differ,
 * both), `latency` (ms, Apple's file, else Android's).
 * A file that is not there is `http-status`, a redirect is `protocol`: neither system follows one. A CDN
 * that is silent is its own fault: `appleCdnAgrees` is then not taken. It may be a day behind after a
 * change; a row can call `= false` degraded.
 * Sources: Apple, Supporting associated domains and TN3155; Android, Verify app links; Digital Asset Links.
 */
export default defineCheck({
  summary: 'Links of the host open our apps on iOS and Android',
  layer: 'client',
  params: {
    target: param.target(),
    app: param
      .matching(/^[A-Z0-9]{10}\.[A-Za-z0-9.-]{1,155}$/, 'an app id with its team, such as `ABCDE12345.com.example.app`')
      .optional(),
    package: param
      .matching(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/, 'the name of an Android package, such as `com.example.app`')
      .optional(),
    fingerprint: param
      .matching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/i, 'a SHA-256 fingerprint: 32 pairs of hex digits with colons')
      .optional(),
    cdn: param.target().optional(),
    domain: param
      .matching(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i, 'the domain of the links, such as `link.example.com`')
      .optional(),
  },
  readings: {
    apple: { type: 'boolean', summary: 'Apple’s file lists the app under `applinks`' },
    appleCdnAgrees: { type: 'boolean', summary: 'Apple’s copy says the same as the host’s own file' },
    android: { type: 'boolean', summary: 'Android’s file names the package with that fingerprint' },
    contentType: { type: 'text', summary: 'Media type of the files' },
    latency: { unit: 'ms', summary: 'Time of the main file' },
  },
  async run({ params, http, wanted, evidence, fail }) {
    const { app, package: name, fingerprint, cdn, domain } = params;
    refuseNonsense(params, wanted);
    const [apple, android, copy] = await Promise.all([
      app === undefined ? null : readAppleFile(http),
      name === undefined ? null : readAndroidFile(http),
      cdn === undefined || domain === undefined ? null : askPeer(http, cdn, (peer) => readAppleCopy(peer, domain)),
    ]);
    keep(apple, android, copy, evidence);
    const types = [apple, android].flatMap((file) => file?.contentType ?? []);
    const readings = {
      apple: apple?.apps.includes(app ?? ''),
      android: android && names(android, name ?? '', fingerprint ?? ''),
      appleCdnAgrees:
        copy instanceof PeerSilence
          ? copy.notTaken(evidence)
          : copy && 'meaning' in copy && copy.meaning === apple?.meaning,
      contentType: [...new Set(types)].join(', '),
      latency: apple?.latency ?? android?.latency,
    };
    if (readings.apple === false && !wanted.has('apple'))
      return fail('expectation', `The file for Apple does not list \`${app}\` under \`applinks\`.`, { readings });
    if (readings.android === false && !wanted.has('android'))
      return fail('expectation', `The file for Android does not name \`${name}\` with that fingerprint.`, { readings });
    if (readings.appleCdnAgrees === false && !wanted.has('appleCdnAgrees'))
      return fail('disagrees', `Apple’s copy at \`${cdn}\` is not what \`${http.target}\` says now.`, { readings });
    return readings;
  },
});

type Params = Partial<Record<'app' | 'package' | 'fingerprint' | 'cdn' | 'domain', string | undefined>>;

/** What a block asks for must be something that can be answered. */
function refuseNonsense({ app, package: name, fingerprint, cdn, domain }: Params, wanted: ReadonlySet<string>): void {
  const problems: [isWrong: boolean, message: string][] = [
    [
      app === undefined && name === undefined,
      'Say which app: `app` for Apple, `package` and `fingerprint` for Android.',
    ],
    [(name === undefined) !== (fingerprint === undefined), '`package` and `fingerprint` go together.'],
    [(cdn === undefined) !== (domain === undefined), '`cdn` and `domain` go together.'],
    [cdn !== undefined && app === undefined, '`cdn` is a copy of Apple’s file: it needs `app`.'],
    [
      wanted.has('apple') && app === undefined,
      'A row names `apple`; say which app: `app="ABCDE12345.com.example.app"`.',
    ],
    [wanted.has('android') && name === undefined, 'A row names `android`; give `package` and `fingerprint`.'],
    [wanted.has('appleCdnAgrees') && cdn === undefined, 'A row names `appleCdnAgrees`; give `cdn` and `domain`.'],
  ];
  const found = problems.find(([isWrong]) => isWrong);
  if (found) throw new ConfigProblem(found[1]);
}

const names = ({ apps }: AndroidFile, name: string, fingerprint: string): boolean =>
  apps.some((app) => app.name === name && app.fingerprints.includes(fingerprint.toUpperCase()));

const shown = 20;

function keep(
  apple: AppleFile | null,
  android: AndroidFile | null,
  copy: AppleCopy | PeerSilence | null,
  evidence: CheckContext['evidence'],
): void {
  if (apple) evidence('Apps in the file for Apple', list(apple.apps));
  if (copy && 'missing' in copy) evidence('Apple has no copy', copy.missing);
  else if (copy && 'meaning' in copy && copy.meaning !== apple?.meaning)
    evidence('Apps in Apple’s copy, which differs', list(copy.apps));
  if (android)
    evidence(
      'Apps in the file for Android',
      list(android.apps.map(({ name, fingerprints }) => `${name}\n  ${list(fingerprints).replaceAll('\n', '\n  ')}`)),
    );
}

function list(lines: readonly string[]): string {
  if (lines.length === 0) return 'none';
  return [...lines.slice(0, shown), ...(lines.length > shown ? [`and ${lines.length - shown} more`] : [])].join('\n');
}
