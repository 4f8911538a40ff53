import { jsonGetter } from '../get-json.ts';
import { lookAtCertificate } from '../look-at-certificate.ts';
import { type ServiceCases, service } from '../service-case.ts';

const apple = '/.well-known/apple-app-site-association';
const android = '/.well-known/assetlinks.json';
const copy = '/a/v1/link.example.com';

export const linkCases: ServiceCases = {
  'link-host': {
    knock: { path: android },
    own: ['aasa-missing', 'wrong-app', 'wrong-fingerprint', 'redirected'],
    async look(world, name) {
      const get = jsonGetter(world, name);
      return { apple: await get(apple), android: await get(android) };
    },
  },
  'link-cdn': {
    knock: { path: copy },
    own: ['cdn-stale', 'cdn-blocked'],
    look: async (world, name) => ({ copy: await jsonGetter(world, name)(copy) }),
  },
  'connect-relay': {
    knock: { path: '/health' },
    own: [
      ...['certificate-expired', 'certificate-wrong-name', 'certificate-self-signed', 'certificate-expiring'],
      'project-refused',
    ],
    look: async (world, name) => ({
      certificate: await lookAtCertificate(service(world, name).url, world.state.caFile),
      health: await jsonGetter(world, name)('/health'),
    }),
  },
};
