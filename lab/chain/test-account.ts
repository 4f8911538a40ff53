import { pbkdf2Sync } from 'node:crypto';
import { type HDAccount, HDKey, hdKeyToAccount } from 'viem/accounts';

/**
 * The phrase behind anvil's and Hardhat's ten default accounts. It is public and worthless on purpose:
 * everybody has these keys, and whatever is sent to them on a real chain is stolen at once.
 */
const publicTestPhrase = 'test test test test test test test test test test test junk';

/** What each of anvil's funded accounts is used for in the lab. One story each, so that nonces do not mix. */
const roles = [
  'funded',
  'deployer',
  'confirmed',
  'reverted',
  'stuck',
  'gapped',
  'replaced',
  'recipient',
  'unknown',
] as const;

export type TestAccounts = Readonly<Record<(typeof roles)[number], HDAccount>>;

export function testAccounts(): TestAccounts {
  // BIP-39's seed, by Node's own PBKDF2: viem's JavaScript takes a tenth of a second for each account.
  const seed = pbkdf2Sync(publicTestPhrase, 'mnemonic', 2048, 64, 'sha512');
  const key = HDKey.fromMasterSeed(seed);
  const accounts = roles.map((role, addressIndex) => [role, hdKeyToAccount(key, { addressIndex })]);
  return Object.fromEntries(accounts) as TestAccounts;
}
