import type { ApiError, Blocks, EvidenceAnswer, LiveRun, PacketAnswer, RunRequest } from '../../schemas/api.ts';
import type { PacketDraft } from '../../schemas/packet.ts';

/** What came of a question: `lost` where nobody answered (`status` is `null` then), or somebody who is not the server. */
export type Answer<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'lost'; status: number | null };

/** The server's API, below `<base>api/v1/`. */
export interface Server {
  url: string;
  blocks(page: string | null): Promise<Answer<Blocks | { live: false }>>;
  start(request: RunRequest): Promise<Answer<{ id: string }>>;
  run(id: string): Promise<Answer<LiveRun>>;
  evidence(block: string): Promise<Answer<EvidenceAnswer>>;
  packet(draft: PacketDraft): Promise<Answer<PacketAnswer>>;
}

export function serverBelow(base: string): Server {
  const url = `${base}api/v1/`;
  return {
    url,
    blocks: (page) => ask(`${url}blocks${page === null ? '' : `?page=${encodeURIComponent(page)}`}`),
    start: (request) => ask(`${url}runs`, posting(request)),
    run: (id) => ask(`${url}runs/${encodeURIComponent(id)}`),
    evidence: (block) => ask(`${url}evidence?block=${encodeURIComponent(block)}`),
    packet: (draft) => ask(`${url}packets`, posting(draft)),
  };
}

const posting = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** How long an answer may take, in milliseconds. No answer of the API waits for a run. */
const patience = 10_000;

async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return judgeAnswer<T>(response.status, await response.text());
  } catch {
    return { kind: 'lost', status: null };
  }
}

/** A proxy in between may answer in the server's place, with a page of its own. */
export function judgeAnswer<T>(status: number, text: string): Answer<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'lost', status };
  }
  if (status >= 200 && status < 300) return { kind: 'ok', value: value as T };
  const error = (value as { error?: ApiError } | null)?.error;
  return typeof error?.message === 'string' ? { kind: 'refused', error } : { kind: 'lost', status };
}
