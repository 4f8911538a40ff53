import { evmCases } from './cases/evm.ts';
import { marketCases } from './cases/market.ts';
import { onrampCases } from './cases/onramp.ts';
import { walletCases } from './cases/wallet.ts';
import type { ServiceCases } from './service-case.ts';

/** Every service of the lab; the contract test says so when one is missing. */
export const serviceCases: ServiceCases = {
  ...evmCases,
  ...walletCases,
  ...marketCases,
  ...onrampCases,
};
