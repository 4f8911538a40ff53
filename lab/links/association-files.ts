/** The files by which a host says which apps may open its links. */

/** As real ones are written: team and bundle, package and key. */
export const appId = 'ABCDE12345.com.example.wallet';
export const packageName = 'com.example.wallet';
/** The release key's. */
export const fingerprint =
  '14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5';

/** What a build that was signed with a developer's key has. */
const debugFingerprint =
  'FA:C6:17:45:DC:09:03:78:6F:B9:ED:E6:2A:96:2B:39:9F:73:48:F0:BB:6F:89:9B:83:32:66:75:91:03:3B:9C';
const otherTeam = 'ZYXWV98765.com.example.wallet';

const components = [
  { '#': 'web', exclude: true, comment: 'Stays in the browser.' },
  { '/': '/send/*' },
  { '/': '/swap/*' },
  { '/': '/wc', '?': { uri: '*' } },
];

/** Apple's: `apple-app-site-association`. */
export function appleFile(variant: 'current' | 'wrong-app' | 'earlier'): object {
  const app = variant === 'wrong-app' ? otherTeam : appId;
  return {
    applinks: {
      details: [{ appIDs: [app], components: variant === 'earlier' ? components.slice(0, 2) : components }],
    },
    webcredentials: { apps: [app] },
  };
}

/** Android's: `assetlinks.json`. */
export function androidFile(isRelease: boolean): object[] {
  return [
    {
      relation: ['delegate_permission/common.handle_all_urls', 'delegate_permission/common.get_login_creds'],
      target: {
        namespace: 'android_app',
        package_name: packageName,
        sha256_cert_fingerprints: [isRelease ? fingerprint : debugFingerprint],
      },
    },
  ];
}
