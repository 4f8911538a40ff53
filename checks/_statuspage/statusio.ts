import { readJson } from 'runlight/check';
import { z } from 'zod';
import { type Notice, newestOf, type ReadPage } from './page.ts';
import { knownState, stateOf, type Words } from './state.ts';

/** 100 and 200 by Status.io's own pages, the others by public clients that cite its knowledge base. */
const codes: Words = {
  100: 'operational',
  200: 'maintenance',
  300: 'degraded',
  400: 'partial-outage',
  500: 'major-outage',
  // A security event.
  600: 'major-outage',
};

/** How far an incident has come. */
const phases: Readonly<Record<number, string>> = { 100: 'investigating', 200: 'identified', 300: 'monitoring' };

const noticeSchema = z.looseObject({
  name: z.string(),
  messages: z
    .array(
      z.looseObject({
        details: z.string().nullish(),
        datetime: z.string().nullish(),
        state: z.number().nullish(),
        status: z.number().nullish(),
      }),
    )
    .nullish(),
});

const pageSchema = z.looseObject({
  result: z.looseObject({
    status_overall: z.looseObject({
      status: z.string().nullish(),
      status_code: z.number(),
      updated: z.string().nullish(),
    }),
    status: z.array(z.looseObject({ name: z.string(), status_code: z.number() })),
    incidents: z.array(noticeSchema),
    maintenance: z.looseObject({ active: z.array(noticeSchema) }),
  }),
});

/**
 * Status.io, public status API 1.0. The target is the API's host and `page` the page's id; without
 * `page`, the target's address is the page's in full. It lists what is active, nothing that is over.
 */
export const readStatusio: ReadPage = async (http, { page }) => {
  const answer = await http(page === undefined ? '' : `/1.0/status/${encodeURIComponent(page)}`);
  const { result } = readJson(answer, pageSchema, 'The status page');
  const { status_code: code, status: said, updated } = result.status_overall;
  return {
    headline: {
      state: stateOf(String(code), codes, 'The status code of the page'),
      said: said ? `${said} (${code})` : String(code),
    },
    components: result.status.map(({ name, status_code }) => ({
      name,
      state: stateOf(String(status_code), codes, `The status code of \`${name.slice(0, 80)}\``),
      isGroup: false,
    })),
    incidents: result.incidents.map(toNotice),
    maintenances: result.maintenance.active.map(toNotice),
    updatedAt: updated ?? null,
    latency: answer.durationMs,
  };
};

function toNotice({ name, messages }: z.infer<typeof noticeSchema>): Notice {
  const newest = newestOf(messages ?? [], ({ datetime }) => datetime);
  const words = [knownState(String(newest?.status), codes), phases[newest?.state ?? 0]];
  return { name, words, update: newest?.details ?? null };
}
