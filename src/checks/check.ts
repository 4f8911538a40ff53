// The public edge: what a file of `checks/` imports as `runlight/check`.
export { suggest } from '../text/nearest.ts';
export { ageOf } from './age.ts';
export { askPeerHead, type ChainBlock, compareWithPeer } from './compare-with-peer.ts';
export { type CheckContext, type CheckDefinition, defineCheck, type Readings } from './define.ts';
export { CheckFailure, ConfigProblem, InputNeeded } from './failure.ts';
export type { Http, HttpAnswer, HttpRequest } from './http.ts';
export { JsonRpcError, jsonRpc, quantity } from './json-rpc.ts';
export { saysLimit } from './limit.ts';
export { NotTaken, notTaken } from './not-taken.ts';
export { param } from './param.ts';
export { askPeer, PeerSilence } from './peer.ts';
export { readJson } from './read-json.ts';
export { statusFailure } from './status-failure.ts';
export { asPercent, type SeriesValue, takeNumber, takes } from './take-number.ts';
export { wholeNumber } from './whole-number.ts';
