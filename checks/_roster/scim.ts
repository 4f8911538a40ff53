// SCIM 2.0, as far as users are listed. Sources: RFC 7643 (4.1 user, 3.1 meta), RFC 7644 (3.4.2.4 pagination,
// 3.9 attributes, 3.10 attribute notation, 3.12 errors). What a user did last, and with how many factors, is no
// part of it: identity providers say so in extensions of their own, such as Oracle's `userState` and `mfa`.
import { CheckFailure, type Http, type HttpAnswer, readJson, saysLimit, statusFailure } from 'runlight/check';
import { z } from 'zod';
import { type Account, type Export, type Fields, flagOf, secondsOf } from './account.ts';
import { madeAt } from './made-at.ts';

const oracle = 'urn:ietf:params:scim:schemas:oracle:idcs:extension';
/** Asked for where the block names no attribute of its own. */
const usual = { lastUsed: `${oracle}:userState:User:lastSuccessfulLoginDate`, mfa: `${oracle}:mfa:User:mfaStatus` };

const pageSize = 200;
const maxAccounts = 20_000;

const text = z.string();
const userSchema = z.looseObject({
  id: text.min(1),
  userName: text.min(1),
  externalId: text.nullish(),
  active: z.boolean().nullish(),
  emails: z.array(z.looseObject({ value: text.nullish() })).nullish(),
  groups: z.array(z.looseObject({ value: text.nullish(), display: text.nullish() })).nullish(),
  meta: z.looseObject({ created: text.nullish() }).nullish(),
});

const listSchema = z.looseObject({
  schemas: z.array(text).refine((schemas) => schemas.includes('urn:ietf:params:scim:api:messages:2.0:ListResponse'), {
    message: 'expected the schema of a list response',
  }),
  totalResults: z.int().nonnegative(),
  startIndex: z.int().nullish(),
  // May be left out where there is nothing.
  Resources: z.array(userSchema).nullish(),
});

/** All users, page by page. A list of which a part is missing is `protocol`: it must not be compared. */
export async function readScim(http: Http, path: string, fields: Fields): Promise<Export> {
  const users = new Map<string, z.infer<typeof userSchema>>();
  let latency = 0;
  for (;;) {
    const answer = await http(`${path}?${question(users.size + 1, fields)}`, {
      headers: { accept: 'application/scim+json, application/json' },
      anyStatus: true,
      confidential: true,
    });
    refuse(http, answer);
    const { totalResults, startIndex, Resources } = readJson(answer, listSchema, 'The list of users');
    latency += answer.durationMs;
    if (totalResults > maxAccounts)
      throw new CheckFailure(
        'protocol',
        `\`${http.target}\` lists ${totalResults} users; at most ${maxAccounts} are read.`,
      );
    if ((startIndex ?? users.size + 1) !== users.size + 1)
      throw new CheckFailure(
        'protocol',
        `\`${http.target}\` was asked for users from ${users.size + 1} on, and answers from ${startIndex} on.`,
      );
    const before = users.size;
    for (const user of Resources ?? []) users.set(user.id, user);
    if (users.size - before !== (Resources ?? []).length)
      throw new CheckFailure('protocol', `\`${http.target}\` lists a user twice: its pages overlap.`);
    if (users.size >= totalResults) {
      if (users.size > totalResults)
        throw new CheckFailure(
          'protocol',
          `\`${http.target}\` says that it has ${totalResults} users, and lists ${users.size}.`,
        );
      return {
        accounts: [...users.values()].map((user) => accountOf(user, fields)),
        // A directory is asked live; what a cache or a file gives says when it was made.
        madeAt: madeAt(answer.headers) ?? Date.now() / 1000,
        latency: Math.round(latency),
      };
    }
    if (users.size === before)
      throw new CheckFailure(
        'protocol',
        `\`${http.target}\` says that it has ${totalResults} users, and lists ${users.size}.`,
      );
  }
}

/** Names nobody: only what is compared is asked for. */
function question(startIndex: number, fields: Fields): URLSearchParams {
  const own = [
    fields.lastUsed ?? usual.lastUsed,
    fields.mfa ?? usual.mfa,
    ...(fields.reviewed === undefined ? [] : [fields.reviewed]),
  ];
  const attributes = ['userName', 'externalId', 'active', 'emails.value', 'groups', 'meta.created', ...own];
  return new URLSearchParams({
    startIndex: String(startIndex),
    count: String(pageSize),
    attributes: attributes.join(','),
  });
}

function accountOf(user: z.infer<typeof userSchema>, fields: Fields): Account {
  const lastUsed = attributeOf(user, fields.lastUsed ?? usual.lastUsed);
  const mfa = attributeOf(user, fields.mfa ?? usual.mfa);
  const reviewed = fields.reviewed === undefined ? undefined : attributeOf(user, fields.reviewed);
  return {
    id: user.id,
    names: [user.userName, ...(user.externalId ? [user.externalId] : [])],
    mails: [user.userName, ...(user.emails ?? []).map(({ value }) => value ?? '')]
      .filter((mail) => mail.includes('@'))
      .map((mail) => mail.trim().toLowerCase()),
    active: user.active ?? true,
    groups: user.groups ? user.groups.flatMap(({ value, display }) => [value ?? [], display ?? []].flat()) : null,
    created: user.meta?.created ? timeOf(user.meta.created, 'meta.created') : null,
    lastUsed: lastUsed === undefined ? undefined : lastUsed === null ? null : timeOf(lastUsed, 'the last sign-in'),
    mfa: mfa === undefined || mfa === null ? undefined : mfaOf(mfa),
    reviewed: reviewed === undefined || reviewed === null ? null : timeOf(reviewed, 'the last review'),
  };
}

function timeOf(value: unknown, what: string): number {
  const at = typeof value === 'string' ? secondsOf(value) : null;
  if (at === null) throw new CheckFailure('protocol', `A user’s ${what.replace(/^the /, '')} is no date and time.`);
  return at;
}

function mfaOf(value: unknown): boolean {
  const flag = flagOf(value);
  if (flag === null)
    throw new CheckFailure(
      'protocol',
      'Whether a user has a second factor is told in a word that is neither yes nor no.',
    );
  return flag;
}

/**
 * An attribute by its full name, `urn:…:User:mfaStatus` or `name.sub`, of an extension or of the user itself;
 * `undefined` where it is not there. Names are compared without case.
 */
export function attributeOf(user: Readonly<Record<string, unknown>>, name: string): unknown {
  const schema = Object.keys(user)
    .filter((key) => key.includes(':') && name.toLowerCase().startsWith(`${key.toLowerCase()}:`))
    .sort((a, b) => b.length - a.length)[0];
  if (schema === undefined && name.startsWith('urn:')) return undefined;
  const path = (schema === undefined ? name : name.slice(schema.length + 1)).split('.');
  let value: unknown = schema === undefined ? user : user[schema];
  for (const part of path) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
    const key = Object.keys(value).find((each) => each.toLowerCase() === part.toLowerCase());
    if (key === undefined) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const errorSchema = z.looseObject({
  schemas: z.array(text),
  detail: text.nullish(),
  scimType: text.nullish(),
});

function refuse(http: Http, answer: HttpAnswer): void {
  const said = errorOf(answer);
  const isWell = answer.status >= 200 && answer.status <= 299;
  if (isWell && said === null) return;
  if (said !== null && saysLimit(said))
    throw new CheckFailure('rate-limited', `\`${http.target}\` answered ${answer.status}: ${said.slice(0, 200)}`);
  if (isWell)
    throw new CheckFailure(
      'protocol',
      `\`${http.target}\` answered ${answer.status} with an error: ${said?.slice(0, 200)}`,
    );
  throw statusFailure(http, answer, said ?? '');
}

/** What a SCIM error says, or `null` where the answer is none. */
function errorOf(answer: HttpAnswer): string | null {
  try {
    const { schemas, detail, scimType } = errorSchema.parse(answer.json());
    if (!schemas.includes('urn:ietf:params:scim:api:messages:2.0:Error')) return null;
    return [scimType, detail].filter(Boolean).join(': ') || 'no reason given';
  } catch (error) {
    if (error instanceof CheckFailure && answer.status >= 200 && answer.status <= 299) throw error;
    return null;
  }
}
