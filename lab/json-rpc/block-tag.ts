/** Where a method's parameters name the block whose state it reads. */
const stateMethods: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_estimateGas: 1,
  eth_createAccessList: 1,
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getTransactionCount: 1,
  eth_getStorageAt: 2,
  eth_getProof: 2,
};

/** Index of the parameter that names the block of a state-reading method, else `null`. */
export function blockTagIndex(method: string): number | null {
  return stateMethods[method] ?? null;
}
