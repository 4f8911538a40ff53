/** The transactions that every chain of the lab holds, one for each state that a wallet's user can meet. */
import type { Hex } from 'viem';
import { encodeFunctionData, getContractAddress, keccak256, parseAbi } from 'viem/utils';
import type { BlockMaker } from './block-maker.ts';
import type { ChainSpec } from './chain-spec.ts';
import { quantity } from './quantity.ts';
import { revertingContract } from './reverting-contract.ts';
import type { RpcClient } from './rpc-client.ts';
import { type TestAccounts, testAccounts } from './test-account.ts';

const swapAbi = parseAbi([
  'function swapExactTokensForTokens(uint256 amountIn, uint256 amountOutMin, address[] path, address to, uint256 deadline)',
]);
const revertReason = 'UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT';
const transferGas = 21_000n;
const tip = 100_000_000n;
/** The gapped transaction's nonce; its account has sent nothing, so that many nonces are missing. */
const gappedNonce = 3;

interface Draft {
  nonce?: number;
  /** Offered maximum, wei per gas. */
  maxFee: bigint;
  to?: Hex;
  gas?: bigint;
  data?: Hex;
}

/** What a page needs to look such a transaction up. */
export interface ChainTransactions {
  /** Named values for pages: `tx.stuck`, `tx.stuck.from`, `tx.stuck.nonce`, … */
  values: Record<string, string>;
  /** The sender whose transaction waits in the pool, and that transaction's nonce. */
  stuck: { from: string; nonce: number };
  /** The block with the first transaction; before it every account is as it was at genesis. */
  firstBlock: number;
}

type Role = Exclude<keyof TestAccounts, 'funded' | 'recipient'>;

/** Sends and mines them in a few blocks, and leaves the stuck and the gapped one in the pool. */
export async function makeTransactions(
  rpc: RpcClient,
  blocks: BlockMaker,
  spec: ChainSpec,
): Promise<ChainTransactions> {
  const accounts = testAccounts();
  const values: Record<string, string> = { 'address.funded': accounts.funded.address };
  const generous = spec.baseFee * 2n;

  const sign = (role: Role, draft: Draft): Promise<Hex> =>
    accounts[role].signTransaction({
      type: 'eip1559',
      chainId: spec.chainId,
      nonce: draft.nonce ?? 0,
      value: draft.data ? 0n : 10_000_000_000_000_000n,
      gas: draft.gas ?? transferGas,
      maxFeePerGas: draft.maxFee,
      maxPriorityFeePerGas: draft.maxFee < tip ? draft.maxFee : tip,
      to: draft.to ?? (draft.gas ? null : accounts.recipient.address),
      ...(draft.data ? { data: draft.data } : {}),
    });
  const send = async (role: Role, draft: Draft): Promise<string> =>
    String(await rpc.request('eth_sendRawTransaction', [await sign(role, draft)]));
  const remember = (role: Role, hash: string, nonce = 0): void => {
    values[`tx.${role}`] = hash;
    values[`tx.${role}.from`] = accounts[role].address;
    values[`tx.${role}.nonce`] = String(nonce);
  };

  const firstBlock = blocks.head() + 1;
  await send('deployer', { maxFee: generous, gas: 500_000n, data: revertingContract(revertReason) });
  await blocks.mine();
  const router = getContractAddress({ from: accounts.deployer.address, nonce: 0n });
  values['address.router'] = router;

  remember('confirmed', await send('confirmed', { maxFee: generous }));
  await blocks.mine();

  const data = encodeFunctionData({
    abi: swapAbi,
    args: [10n ** 18n, 10n ** 18n, [router, router], accounts.reverted.address, 2n ** 40n],
  });
  remember('reverted', await send('reverted', { maxFee: generous, to: router, gas: 120_000n, data }));
  await blocks.mine();

  remember('replaced', await send('replaced', { maxFee: (spec.baseFee * 5n) / 4n }));
  values['tx.replacement'] = await send('replaced', { maxFee: generous * 2n });
  await blocks.mine();

  remember('gapped', await send('gapped', { maxFee: generous, nonce: gappedNonce }), gappedNonce);
  remember('unknown', keccak256(await sign('unknown', { maxFee: generous })));

  const stuck = { from: accounts.stuck.address, nonce: 1 };
  remember('stuck', await sendStuck(rpc, send, spec, stuck), stuck.nonce);
  return { values, stuck, firstBlock };
}

/**
 * Leaves a transaction in the pool whose maximum fee is a quarter of the base fee. Anvil refuses such a one,
 * so the base fee is low while it comes in; and anvil throws out what it tries to mine and cannot, so it
 * comes in as the account's second one, waits for a first that never comes, and only then the account's
 * nonce says that the first is done. Anvil does not look at waiting transactions again (1.7.1).
 */
async function sendStuck(
  rpc: RpcClient,
  send: (role: Role, draft: Draft) => Promise<string>,
  spec: ChainSpec,
  { from, nonce }: ChainTransactions['stuck'],
): Promise<string> {
  await rpc.request('anvil_setNextBlockBaseFeePerGas', [quantity(1)]);
  const hash = await send('stuck', { nonce, maxFee: spec.baseFee / 4n });
  await rpc.request('anvil_setNonce', [from, quantity(nonce)]);
  return hash;
}
