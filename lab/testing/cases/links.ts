import { jsonGetter } from '../get-json.ts';
import type { ServiceCases } from '../service-case.ts';

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
};
