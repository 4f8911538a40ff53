/** One call of a JSON-RPC method. */
export interface Call {
  method: string;
  params: readonly unknown[];
}

/** Answers a call with its result, or throws RpcError. */
export type Next = (call: Call) => Promise<unknown>;

/** A view on the node below: it may change the call, the result, or answer itself. */
export type Layer = (call: Call, next: Next) => Promise<unknown>;
