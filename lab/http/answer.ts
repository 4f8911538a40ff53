import type { IncomingHttpHeaders } from 'node:http';

/** What a lab service is asked, once its body has been read. */
export interface Question {
  method: string;
  /** Decoded path without the query: `/v1/orders/summary`. */
  path: string;
  query: URLSearchParams;
  /** By lower-case name. */
  headers: IncomingHttpHeaders;
  body: string;
}

/** What it answers, before a fault spoils it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Bytes where the protocol is no text. */
  body: string | Uint8Array;
}

export type Handle = (question: Question) => Answer | Promise<Answer>;

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function text(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** The shape in which the lab's HTTP JSON services report an error. */
export function jsonError(status: number, code: string, message: string): Answer {
  return json({ error: { code, message } }, status);
}
