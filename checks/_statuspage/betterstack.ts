import { readJson } from 'runlight/check';
import { z } from 'zod';
import { type Component, type Notice, newestOf, type ReadPage } from './page.ts';
import { stateOf, type Words } from './state.ts';

const words: Words = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  downtime: 'major-outage',
};

/** A resource that is listed and not watched. */
const unwatched = 'not_monitored';

const idSchema = z.union([z.string(), z.number()]).transform(String);

const documentSchema = z.looseObject({
  data: z.looseObject({
    attributes: z.looseObject({ aggregate_state: z.string(), updated_at: z.string().nullish() }),
  }),
  included: z.array(z.looseObject({ id: idSchema, type: z.string() })),
});

const resourceSchema = z.looseObject({
  attributes: z.looseObject({ public_name: z.string(), status: z.string() }),
});

const reportSchema = z.looseObject({
  attributes: z.looseObject({
    title: z.string().nullish(),
    report_type: z.string().nullish(),
    starts_at: z.string().nullish(),
    ends_at: z.string().nullish(),
    aggregate_state: z.string().nullish(),
  }),
  relationships: z
    .looseObject({
      status_updates: z.looseObject({ data: z.array(z.looseObject({ id: idSchema })).nullish() }).nullish(),
    })
    .nullish(),
});
type Report = z.infer<typeof reportSchema>;

const updateSchema = z.looseObject({
  id: idSchema,
  attributes: z.looseObject({ message: z.string().nullish(), published_at: z.string().nullish() }),
});
type Update = z.infer<typeof updateSchema>;

/** Better Stack: a JSON:API document. Its reports are incidents and maintenances, past ones included. */
export const readBetterstack: ReadPage = async (http) => {
  const answer = await http('/index.json');
  const { data, included } = readJson(answer, documentSchema, 'The document of the status page');
  const ofType = <T extends z.ZodType>(type: string, schema: T): z.output<T>[] =>
    included
      .filter((each) => each.type === type)
      .map((each) => readJson({ json: () => each }, schema, `A \`${type}\` of the status page`));
  const updates = new Map(ofType('status_update', updateSchema).map((update) => [update.id, update]));
  const reports = ofType('status_report', reportSchema).filter(isActive);
  const { aggregate_state: said, updated_at } = data.attributes;
  return {
    headline: { state: stateOf(said, words, 'The aggregate state of the page'), said },
    components: ofType('status_page_resource', resourceSchema).map(toComponent),
    incidents: reports.filter((each) => !isMaintenance(each) && !isResolved(each)).map(toNotice(updates)),
    maintenances: reports.filter(isMaintenance).map(toNotice(updates)),
    updatedAt: updated_at ?? null,
    latency: answer.durationMs,
  };
};

function toComponent({ attributes: { public_name, status } }: z.infer<typeof resourceSchema>): Component {
  const state = status === unwatched ? null : stateOf(status, words, `The resource \`${public_name.slice(0, 80)}\``);
  return { name: public_name, state, isGroup: false };
}

const isMaintenance = ({ attributes }: Report): boolean => attributes.report_type === 'maintenance';

const isResolved = ({ attributes }: Report): boolean =>
  attributes.aggregate_state === 'operational' || attributes.aggregate_state === 'resolved';

/** Begun and not ended. A time that cannot be read does not end a report. */
function isActive({ attributes: { starts_at, ends_at } }: Report): boolean {
  const now = Date.now();
  return !(Date.parse(starts_at ?? '') > now) && !(Date.parse(ends_at ?? '') <= now);
}

const toNotice =
  (updates: ReadonlyMap<string, Update>) =>
  ({ attributes, relationships }: Report): Notice => {
    const own = (relationships?.status_updates?.data ?? [])
      .map(({ id }) => updates.get(id)?.attributes)
      .filter((update) => update !== undefined);
    return {
      name: attributes.title || 'A report without a title',
      words: [attributes.aggregate_state, attributes.report_type],
      update: newestOf(own, ({ published_at }) => published_at)?.message ?? null,
    };
  };
