import { jsonGetter } from '../get-json.ts';
import { lookAtCertificate } from '../look-at-certificate.ts';
import { type ServiceCases, service } from '../service-case.ts';

export const walletCases: ServiceCases = {
  'onramp-api': {
    knock: { path: '/v1/health' },
    own: ['orders-stuck', 'declines', 'assets-disabled', 'error-in-200'],
    async look(world, name) {
      const get = jsonGetter(world, name);
      return {
        health: await get('/v1/health'),
        assets: await get('/v1/assets?currencyCode=USD'),
        summary: await get('/v1/orders/summary'),
      };
    },
  },
  'wallet-api': {
    knock: { path: '/health' },
    own: [
      ...['certificate-expired', 'certificate-wrong-name', 'certificate-self-signed', 'certificate-expiring'],
      ...['database-down', 'quotes-stale', 'error-in-200'],
    ],
    async look(world, name) {
      const get = jsonGetter(world, name);
      const { url, values } = service(world, name);
      const quote = (await get('/v1/quotes?from=ETH&to=USDC')) as Record<string, unknown>;
      const balances = (await get(`/v1/balances/${values['address.funded']}`)) as Record<string, unknown>;
      return {
        certificate: await lookAtCertificate(url, world.state.caFile),
        health: await get('/health'),
        quoteAge: quote.ageSeconds,
        balances: balances.balances ?? balances.error,
      };
    },
  },
};
