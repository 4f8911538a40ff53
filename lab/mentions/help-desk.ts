/** Tickets, in the shapes of Zendesk's search and of Freshdesk's filter, as far as tickets are counted and listed. */
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import { type LabMention, mentionsBetween, waves } from './history.ts';

export interface HelpDeskState {
  wave: keyof typeof waves | 'none';
  index: 'current' | 'lagging';
  shape: 'right' | 'wrong';
  errorInside: boolean;
  key: 'valid' | 'refused';
}

export const healthyHelpDesk: Readonly<HelpDeskState> = {
  wave: 'none',
  index: 'current',
  shape: 'right',
  errorInside: false,
  key: 'valid',
};

/** Zendesk: `agent@example.com/token:lab-helpdesk-token`. Freshdesk: `lab-helpdesk-key:X`. */
export const labCredentials = {
  zendesk: `Basic ${btoa('agent@example.com/token:lab-helpdesk-token')}`,
  freshdesk: `Basic ${btoa('lab-helpdesk-key:X')}`,
} as const;

const pace = { slot: 600, perSlot: 1.2 };
const lagSeconds = 3 * 3600;
const historySeconds = 90 * 86_400;

export function helpDeskApi(state: HelpDeskState): Handle {
  return (question) => {
    const isFreshdesk = question.path === '/api/v2/search/tickets';
    const credential = isFreshdesk ? labCredentials.freshdesk : labCredentials.zendesk;
    if (question.headers.authorization !== credential || state.key === 'refused')
      return isFreshdesk
        ? json({ code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' }, 401)
        : json({ error: "Couldn't authenticate you" }, 401);
    if (state.errorInside)
      return json({ error: 'ServiceUnavailable', description: 'Search is temporarily unavailable.' });
    if (isFreshdesk) return freshdesk(question, state);
    if (/^\/api\/v2\/search\/count(\.json)?$/.test(question.path)) return zendeskCount(question, state);
    if (/^\/api\/v2\/search(\.json)?$/.test(question.path)) return zendeskList(question, state);
    return json({ error: 'InvalidEndpoint', description: 'Not found' }, 404);
  };
}

function ticketsBetween(from: number, to: number, { wave, index }: HelpDeskState): LabMention[] {
  const now = Date.now() / 1000;
  const end = index === 'lagging' ? Math.min(to, now - lagSeconds) : to;
  return mentionsBetween(Math.max(from, now - historySeconds), end, pace, wave === 'none' ? null : waves[wave], now);
}

/** `created>=…`, `created<…`, `tags:…` and words; `null` where something else is asked. */
function zendeskFind(query: string, state: HelpDeskState): LabMention[] | null {
  let [from, to] = [0, Date.now() / 1000];
  const tags: string[] = [];
  const words: string[] = [];
  for (const term of query.match(/\w+[:<>=]+"[^"]*"|"[^"]*"|\S+/g) ?? []) {
    const [, key, operator = '', value = ''] = /^(\w+)(:|>=|<=|<|>)(.+)$/.exec(term) ?? [];
    if (key === undefined) words.push(term.replaceAll('"', '').toLowerCase());
    else if (key === 'type' && value === 'ticket') continue;
    else if (key === 'tags' && operator === ':') tags.push(value);
    else if (key === 'created' && !Number.isNaN(Date.parse(value))) {
      if (operator.startsWith('>')) from = Date.parse(value) / 1000;
      else to = Date.parse(value) / 1000;
    } else return null;
  }
  return ticketsBetween(from, to, state)
    .filter(({ tag }) => tags.length === 0 || tags.includes(tag))
    .filter(({ title, body }) => words.every((word) => `${title} ${body}`.toLowerCase().includes(word)));
}

const invalid = (): Answer => json({ error: 'invalid', description: 'Invalid search: the query cannot be read.' }, 422);

function zendeskCount({ query }: Question, state: HelpDeskState): Answer {
  const found = zendeskFind(query.get('query') ?? '', state);
  if (!found) return invalid();
  // The count of all tickets has this shape; a search has the number alone.
  return json({ count: state.shape === 'wrong' ? { value: found.length, refreshed_at: null } : found.length });
}

function zendeskList({ query }: Question, state: HelpDeskState): Answer {
  const found = zendeskFind(query.get('query') ?? '', state);
  if (!found) return invalid();
  const perPage = Math.min(100, Number(query.get('per_page') ?? 100));
  const results = found.reverse().slice(0, perPage);
  return json({
    results: results.map(({ id, at, title, body, tag }) => ({
      result_type: 'ticket',
      id,
      subject: title,
      description: body,
      created_at: seconds(at),
      tags: [tag],
      status: 'open',
    })),
    facets: null,
    next_page: null,
    previous_page: null,
    count: found.length,
  });
}

const seconds = (at: number): string => new Date(at * 1000).toISOString().replace(/\.\d+/, '');
const perPage = 30;

function freshdesk({ query }: Question, state: HelpDeskState): Answer {
  const text = /^"(.*)"$/.exec(query.get('query') ?? '')?.[1];
  const page = Number(query.get('page') ?? 1);
  const from = /created_at:>'(\d{4}-\d\d-\d\d)'/.exec(text ?? '')?.[1];
  const to = /created_at:<'(\d{4}-\d\d-\d\d)'/.exec(text ?? '')?.[1];
  if (text === undefined || text.length > 512 || from === undefined || to === undefined || page < 1 || page > 10)
    return json(
      {
        description: 'Validation failed',
        errors: [{ field: 'query', message: 'Given query is invalid', code: 'invalid_value' }],
      },
      400,
    );
  const tags = [...text.matchAll(/tag:'([^']+)'/g)].map(([, tag]) => tag);
  const found = ticketsBetween(Date.parse(from) / 1000, Date.parse(to) / 1000 + 1, state).filter(
    ({ tag }) => tags.length === 0 || tags.includes(tag),
  );
  const total = found.length;
  return json({
    total: state.shape === 'wrong' ? String(total) : total,
    results: found.slice((page - 1) * perPage, page * perPage).map(({ id, at, title, body, tag }) => ({
      id,
      subject: title,
      description_text: body,
      created_at: seconds(at),
      tags: [tag],
      status: 2,
      priority: 1,
    })),
  });
}
