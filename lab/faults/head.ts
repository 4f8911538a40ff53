/** The faults of a node whose newest block is not the chain's. They are of one kind: the last one set wins. */
import type { Fault } from '../fault.ts';
import type { SeenChain } from '../heads/seen-chain.ts';
import type { HttpPart } from './http.ts';

export interface HeadPart extends HttpPart {
  chain: SeenChain;
}

/** The newest block stays the same, so many blocks behind the chain from the start. */
export const standsStill = (blocks: number, summary: string): Fault<HeadPart> => ({
  summary,
  kind: 'head',
  begin({ chain }) {
    const pin = chain.head() - blocks;
    return chain.see(() => pin);
  },
});

/** Goes on, so many blocks behind the chain. */
export const goesOnBehind = (blocks: number, summary: string): Fault<HeadPart> => ({
  summary,
  kind: 'head',
  begin: ({ chain }) => chain.see((newest) => newest - blocks),
});

/** The last blocks, so many of them, have other hashes. */
export const onAnotherBranch = (depth: number, summary: string): Fault<HeadPart> => ({
  summary,
  kind: 'branch',
  begin: ({ chain }) => chain.branchOff(chain.head() - depth),
});
