import { readJson } from 'runlight/check';
import { z } from 'zod';
import { type Notice, newestOf, type ReadPage } from './page.ts';
import { stateOf, type Words } from './state.ts';

const indicators: Words = {
  none: 'operational',
  maintenance: 'maintenance',
  minor: 'degraded',
  major: 'partial-outage',
  critical: 'major-outage',
};

const componentWords: Words = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial-outage',
  major_outage: 'major-outage',
};

const over = ['resolved', 'postmortem', 'completed'];
const notUnderWay = ['scheduled', 'completed'];

const noticeSchema = z.looseObject({
  name: z.string(),
  status: z.string(),
  impact: z.string().nullish(),
  incident_updates: z
    .array(
      z.looseObject({
        body: z.string().nullish(),
        created_at: z.string().nullish(),
        display_at: z.string().nullish(),
      }),
    )
    .nullish(),
});

const summarySchema = z.looseObject({
  page: z.looseObject({ updated_at: z.string().nullish() }),
  status: z.looseObject({ indicator: z.string(), description: z.string().nullish() }),
  components: z.array(z.looseObject({ name: z.string(), status: z.string(), group: z.boolean().nullish() })),
  incidents: z.array(noticeSchema),
  scheduled_maintenances: z.array(noticeSchema),
});

/** Atlassian Statuspage, API v2, and those that speak like it: one document holds everything. */
export const readStatuspage: ReadPage = async (http) => {
  const answer = await http('/api/v2/summary.json');
  const { page, status, components, incidents, scheduled_maintenances } = readJson(
    answer,
    summarySchema,
    'The summary of the status page',
  );
  const { indicator, description } = status;
  return {
    headline: {
      state: stateOf(indicator, indicators, 'The indicator of the page'),
      said: description ? `${description} (${indicator})` : indicator,
    },
    components: components.map(({ name, status: word, group }) => ({
      name,
      state: stateOf(word, componentWords, `The component \`${name.slice(0, 80)}\``),
      isGroup: group === true,
    })),
    incidents: incidents.filter((each) => !over.includes(each.status)).map(toNotice),
    maintenances: scheduled_maintenances.filter((each) => !notUnderWay.includes(each.status)).map(toNotice),
    updatedAt: page.updated_at ?? null,
    latency: answer.durationMs,
  };
};

function toNotice({ name, status, impact, incident_updates }: z.infer<typeof noticeSchema>): Notice {
  const newest = newestOf(incident_updates ?? [], ({ display_at, created_at }) => display_at ?? created_at);
  return { name, words: [impact, status], update: newest?.body ?? null };
}
