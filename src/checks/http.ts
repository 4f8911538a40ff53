/** A request as a check makes it. */
export interface HttpRequest {
  method?: 'GET' | 'POST' | 'HEAD';
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string;
  /** Take any status instead of failing with `http-status`. */
  anyStatus?: boolean;
  /** The answer is no text: it need not be UTF-8, and `bytes` is what to read. */
  binary?: boolean;
  /** The answer is about people: of what came back only its status and size are kept as evidence. */
  confidential?: boolean;
  /** A redirect is a fault in itself: it ends in `protocol` and is not followed. */
  noRedirects?: boolean;
}

/** An answer, read whole. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  /** Decoded as UTF-8; at most 2 MiB. Of a `binary` answer, what can be shown of it. */
  text: string;
  bytes: Uint8Array;
  /** Milliseconds from the request to the last byte of the answer. */
  durationMs: number;
  /** The body as JSON; fails with `protocol` when it is not. */
  json(): unknown;
}

/**
 * A `fetch` that knows its target: address, credentials, timeout. `path` is added to the target's
 * address. It fails with `unreachable`, `timeout`, `tls`, `http-status`, `rate-limited` or `protocol`.
 */
export interface Http {
  (path?: string, request?: HttpRequest): Promise<HttpAnswer>;
  /** The same for another target. */
  to(target: string): Http;
  /** The target's name. */
  readonly target: string;
  /** Scheme, host and port, without path or credentials. */
  readonly origin: string;
  /** Targets that should agree with this one. */
  readonly peers: readonly string[];
  /** A PEM file of an authority to trust beside the system's, where the environment has one. */
  readonly caFile: string | null;
}
