import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { LabError } from '../lab-error.ts';
import type { Stoppable } from '../service.ts';
import { findAnvil } from './anvil-binary.ts';
import { createRpcClient, type RpcClient } from './rpc-client.ts';

const startTimeoutMs = 15_000;
/** Characters of its complaints that are kept for our own. */
const maxKept = 4_000;
/**
 * How many past states anvil keeps in memory. Each of them holds all block hashes, so that more would cost
 * hundreds of megabytes within a day; kept on disk instead, as is its default, they took 4 GB for 10,000
 * blocks (anvil 1.7.1). `public-node.ts` answers for the states that are gone.
 */
const statesKept = 16;

export interface AnvilOptions {
  chainId: number;
  /** Timestamp of block 0, in seconds. */
  genesisTime: number;
  /** Base fee of block 0, in wei. */
  baseFee: bigint;
  guard(pid: number): void;
}

export interface Anvil extends Stoppable {
  rpc: RpcClient;
}

/** Starts a node that mines only when it is told to, on a free loopback port. */
export async function startAnvil(options: AnvilOptions): Promise<Anvil> {
  const child = spawn(
    findAnvil(),
    [
      ['--host', '127.0.0.1', '--port', '0', '--no-cors', '--no-mining', '--color', 'never'],
      ['--chain-id', String(options.chainId), '--timestamp', String(options.genesisTime)],
      ['--block-base-fee-per-gas', String(options.baseFee)],
      ['--prune-history', String(statesKept)],
    ].flat(),
    // Detached: Ctrl-C in a terminal must reach the lab first, which then ends its nodes in order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  if (child.pid) options.guard(child.pid);
  try {
    const rpc = createRpcClient(`http://${await listeningAddress(child, exited)}`);
    return {
      rpc,
      async stop() {
        rpc.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Anvil names the port it got on its output, which goes on to list every request and is then drained. */
async function listeningAddress(child: ChildProcess, exited: Promise<void>): Promise<string> {
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (output.length < maxKept) output += chunk;
  });
  const found = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk;
      const address = /Listening on (127\.0\.0\.1:\d+)\s/.exec(output)?.[1];
      if (!address) return;
      child.stdout?.off('data', read).resume();
      resolve(address);
    };
    child.stdout?.on('data', read);
  });
  const late = sleep(startTimeoutMs, null, { ref: false });
  const address = await Promise.race([found, late, exited.then(() => null)]);
  if (address) return address;
  const said = output.trim().split('\n').at(-1) || 'nothing';
  throw new LabError(
    'start-failed',
    `anvil did not start; the last thing it said was: ${said}. Start the lab again; if it stays so, run \`npm install --include=optional\`.`,
  );
}
