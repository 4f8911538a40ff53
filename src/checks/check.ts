// The public edge: what a file of `checks/` imports as `runlight/check`.
export { ageOf } from './age.ts';
export { type CheckContext, type CheckDefinition, defineCheck, type Readings } from './define.ts';
export { CheckFailure, ConfigProblem, InputNeeded } from './failure.ts';
export type { Http, HttpAnswer, HttpRequest } from './http.ts';
export { JsonRpcError, jsonRpc, quantity } from './json-rpc.ts';
export { NotTaken, notTaken } from './not-taken.ts';
export { param } from './param.ts';
export { askPeer, PeerSilence } from './peer.ts';
export { readJson } from './read-json.ts';
export { statusFailure } from './status-failure.ts';
export { asPercent, type SeriesValue, takeNumber, takes } from './take-number.ts';
