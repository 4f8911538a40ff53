import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import {
  type ApiError,
  apiErrorSchema,
  blocksSchema,
  type LiveBlock,
  type LiveRunEvent,
} from '../../src/schemas/api.ts';

/** How a browser on the site's own page speaks to its API. `base` ends in a slash. */
export function apiClient(base: string) {
  const url = (path: string): string => new URL(`api/v1/${path}`, base).href;
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url('runs'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(base).origin, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    post,
    /** Those of a page; none while there is no such page. */
    async blocks(page?: string): Promise<LiveBlock[]> {
      const answer = await fetch(url(page === undefined ? 'blocks' : `blocks?page=${encodeURIComponent(page)}`));
      return answer.status === 404 ? [] : blocksSchema.parse(await answer.json()).blocks;
    },
    async block(id: string): Promise<LiveBlock> {
      const found = (await this.blocks()).find(({ block }) => block === id);
      if (!found) throw new Error(`There is no block ${id}.`);
      return found;
    },
    /** Runs blocks and reads the run's events to their end. */
    async run(blocks: string[], params: Record<string, string> = {}): Promise<LiveRunEvent[]> {
      const started = await post({ blocks, params });
      const { id } = z.object({ id: z.string() }).parse(await started.json());
      const stream = await fetch(url(`runs/${id}/events`));
      const text = await stream.text();
      return [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json ?? '') as LiveRunEvent);
    },
    async error(answer: Response): Promise<ApiError> {
      return apiErrorSchema.parse(await answer.json()).error;
    },
  };
}

/** Asks until the answer is as expected, or `ms` have gone by; returns the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isExpected: (answer: T) => boolean,
  ms = 15_000,
): Promise<T> {
  for (const until = Date.now() + ms; ; await sleep(50)) {
    const answer = await ask();
    if (isExpected(answer) || Date.now() > until) return answer;
  }
}
