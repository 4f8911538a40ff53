/** SCIM 2.0, as far as users are listed: RFC 7643, RFC 7644. Extensions as Oracle Identity Domains has them, and one of our own for reviews. */
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import {
  daysAgo,
  hasFactor,
  type IdentityState,
  idOf,
  type LabPerson,
  labToken,
  madeHeaders,
  peopleNow,
} from './people.ts';

const oracle = 'urn:ietf:params:scim:schemas:oracle:idcs:extension';
const extensions = {
  userState: `${oracle}:userState:User`,
  mfa: `${oracle}:mfa:User`,
  access: 'urn:example:params:scim:schemas:extension:access:2.0:User',
} as const;

/** More than one page for a small team. */
const maxCount = 5;

const scim = (value: object, status = 200, headers: Record<string, string> = {}): Answer =>
  json(value, status, { 'content-type': 'application/scim+json; charset=utf-8', ...headers });

const error = (status: number, detail: string): Answer =>
  scim({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail }, status);

export function scimApi(state: IdentityState): Handle {
  return (question) => {
    if (question.headers.authorization !== `Bearer ${labToken}` || state.token === 'refused')
      return error(401, 'The bearer token is missing, expired or revoked.');
    if (question.path === '/scim/v2/ServiceProviderConfig')
      return scim({ filter: { supported: false }, patch: { supported: false } });
    if (question.path !== '/scim/v2/Users') return error(404, 'There is no such resource.');
    if (state.errorInside) return { ...error(500, 'The directory is not available.'), status: 200 };
    return users(question, state);
  };
}

function users({ query }: Question, state: IdentityState): Answer {
  const startIndex = Math.max(1, Number(query.get('startIndex') ?? 1) || 1);
  const count = Math.min(maxCount, Math.max(0, Number(query.get('count') ?? maxCount)));
  const wanted = query.get('attributes')?.split(',') ?? null;
  const all = peopleNow(state);
  const reachable = state.pages === 'short' ? all.slice(0, maxCount) : all;
  const Resources = reachable
    .slice(startIndex - 1, startIndex - 1 + count)
    .map((person) => only(userOf(person, state), wanted));
  return scim(
    {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: all.length,
      startIndex,
      itemsPerPage: Resources.length,
      Resources,
    },
    200,
    madeHeaders(state),
  );
}

function userOf(person: LabPerson, state: IdentityState): Record<string, unknown> {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ...Object.values(extensions)],
    id: idOf(person),
    userName: person.mail,
    displayName: person.handle.replace('.', ' '),
    active: state.shape === 'wrong' ? String(person.active) : person.active,
    emails: [{ value: person.mail, type: 'work', primary: true }],
    groups: person.groups.map((display) => ({ value: `group-${display}`, display })),
    meta: { resourceType: 'User', created: daysAgo(person.created).toISOString() },
    [extensions.userState]: { lastSuccessfulLoginDate: daysAgo(person.used).toISOString() },
    [extensions.mfa]: { mfaStatus: hasFactor(person, state) ? 'ENROLLED' : 'UN_ENROLLED' },
    [extensions.access]: { reviewed: daysAgo(person.reviewed).toISOString() },
  };
}

/** `id` and `schemas` are always returned. */
function only(user: Record<string, unknown>, wanted: readonly string[] | null): Record<string, unknown> {
  if (wanted === null) return user;
  const isWanted = (key: string): boolean =>
    key === 'id' ||
    key === 'schemas' ||
    wanted.some((name) => name === key || name.startsWith(`${key}:`) || name.startsWith(`${key}.`));
  return Object.fromEntries(Object.entries(user).filter(([key]) => isWanted(key)));
}
