import { chainCases } from './cases/chains.ts';
import { dnsCases } from './cases/dns.ts';
import { evmCases } from './cases/evm.ts';
import { linkCases } from './cases/links.ts';
import { marketCases } from './cases/market.ts';
import { onrampCases } from './cases/onramp.ts';
import { peopleCases } from './cases/people.ts';
import { statusCases } from './cases/status.ts';
import { walletCases } from './cases/wallet.ts';
import { watchCases } from './cases/watch.ts';
import type { ServiceCases } from './service-case.ts';

/** Every service of the lab; the contract test says so when one is missing. */
export const serviceCases: ServiceCases = {
  ...dnsCases,
  ...evmCases,
  ...chainCases,
  ...linkCases,
  ...statusCases,
  ...walletCases,
  ...watchCases,
  ...marketCases,
  ...onrampCases,
  ...peopleCases,
};
