import { evmCases } from './cases/evm.ts';
import { walletCases } from './cases/wallet.ts';
import { watchCases } from './cases/watch.ts';
import type { ServiceCases } from './service-case.ts';

/** Every service of the lab; the contract test says so when one is missing. */
export const serviceCases: ServiceCases = {
  ...evmCases,
  ...walletCases,
  ...watchCases,
};
