import type { Hex } from 'viem';
import { encodeErrorResult, parseAbi } from 'viem/utils';

const errorAbi = parseAbi(['error Error(string)']);

/**
 * Creation code of a contract that refuses every call with the given reason, as Solidity's
 * `fallback() external payable { revert("…"); }` does. Assembled by hand, since no compiler is at hand:
 *
 *     runtime                          creation
 *     61 LLLL  PUSH2 payload length    61 LLLL  PUSH2 runtime length
 *     60 0d    PUSH1 payload offset    60 0d    PUSH1 runtime offset
 *     5f       PUSH0                   5f       PUSH0
 *     39       CODECOPY                39       CODECOPY
 *     61 LLLL  PUSH2 payload length    61 LLLL  PUSH2 runtime length
 *     5f       PUSH0                   5f       PUSH0
 *     fd       REVERT                  f3       RETURN
 *     00       STOP, pads to 13        00       STOP, pads to 13
 *     …        Error(string) payload   …        runtime
 */
export function revertingContract(reason: string): Hex {
  const payload = encodeErrorResult({ abi: errorAbi, errorName: 'Error', args: [reason] }).slice(2);
  return `0x${copyCodeAnd('f3', copyCodeAnd('fd', payload))}`;
}

/** Code that copies what follows it into memory and ends with the given instruction on it. */
function copyCodeAnd(instruction: string, data: string): string {
  const length = (data.length / 2).toString(16).padStart(4, '0');
  return [`61${length}600d5f39`, `61${length}5f${instruction}00`, data].join('');
}
