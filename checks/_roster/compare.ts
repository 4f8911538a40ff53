import type { Account } from './account.ts';
import { hashMail, type Member, type Team } from './team.ts';

export const day = 86_400;

export interface Rules {
  /** Names the tool in `reviewed` of the team file. */
  tool: string;
  /** Who should be there; `null` is everybody. */
  roles: readonly string[] | null;
  /** Seconds. */
  reviewEvery: number;
  inactiveAfter: number;
  /** Seconds since 1970. */
  now: number;
}

/** What differs, as lines that name people by handle, by hash, or by the id of their account. */
export interface Differences {
  unexpected: string[];
  /** Those of the unexpected whose last day has passed. */
  leavers: string[];
  missing: string[];
  /** `null`: neither list says when anybody was reviewed. */
  unreviewed: string[] | null;
  /** `null`: the export does not say who signed in when. */
  inactive: string[] | null;
  /** `null`: the export does not say who has a second factor. */
  withoutMfa: string[] | null;
  /** Several accounts of one person. */
  double: string[];
}

/** Holds the live accounts of an export against the team. */
export function compare(accounts: readonly Account[], team: Team, rules: Rules): Differences {
  const match = matcher(team);
  const lines = accounts.map((account) => ({
    account,
    member: match(account),
    called: nameOf(account, match(account), team),
  }));
  const why = (member: Member | null): string | null => whyNot(member, rules);
  const unexpected = lines.filter(({ member }) => why(member) !== null);
  const present = new Set(lines.map(({ member }) => member));
  const named = (some: readonly Line[], because: (line: Line) => string): string[] =>
    some.map((line) => `${line.called}: ${because(line)}`).sort();
  const reviewedAt = ({ account, member }: Line): number | null =>
    latest(account.reviewed, ofTool(member, rules.tool), latest(account.created, member?.since ?? null));
  const isReviewTold = lines.some(
    ({ account, member }) => account.reviewed !== null || ofTool(member, rules.tool) !== null,
  );
  const usedAt = ({ account }: Line): number | null => account.lastUsed ?? account.created;
  const old = (at: number | null, limit: number): boolean => at === null || rules.now - at > limit;
  const owners = Map.groupBy(lines, ({ member }) => member);
  return {
    unexpected: named(unexpected, ({ member }) => why(member) ?? ''),
    leavers: named(
      unexpected.filter(({ member }) => hasLeft(member, rules)),
      ({ member }) => why(member) ?? '',
    ),
    missing: team.members
      .filter((member) => why(member) === null && !present.has(member))
      .map(({ handle, role }) => `${handle}: ${role}, and has no live account`)
      .sort(),
    unreviewed: isReviewTold
      ? named(
          lines.filter((line) => old(reviewedAt(line), rules.reviewEvery)),
          (line) =>
            since('last reviewed', latest(line.account.reviewed, ofTool(line.member, rules.tool)), 'never reviewed'),
        )
      : null,
    inactive: lines.some(({ account }) => account.lastUsed !== undefined)
      ? named(
          lines.filter((line) => old(usedAt(line), rules.inactiveAfter)),
          ({ account }) => since('last sign-in', account.lastUsed ?? null, 'no sign-in on record'),
        )
      : null,
    withoutMfa: lines.some(({ account }) => account.mfa !== undefined)
      ? named(
          lines.filter(({ account }) => account.mfa !== true),
          () => 'no second factor',
        )
      : null,
    double: [...owners].flatMap(([member, its]) =>
      member && its.length > 1
        ? `${member.handle}: ${its.length} live accounts (${its.map(({ account }) => account.id).join(', ')})`
        : [],
    ),
  };
}

interface Line {
  account: Account;
  member: Member | null;
  called: string;
}

/** Finds whose an account is: by user name or external id, else by the hash of a mail address. */
function matcher({ salt, members }: Team): (account: Account) => Member | null {
  const byName = new Map(
    members.flatMap((member) => [member.handle, ...member.accounts].map((name) => [name.toLowerCase(), member])),
  );
  const byMail = new Map(members.flatMap((member) => (member.mail ? [[member.mail, member]] : [])));
  return ({ names, mails }) =>
    names.map((name) => byName.get(name.toLowerCase())).find((member) => member !== undefined) ??
    (salt === null
      ? undefined
      : mails.map((mail) => byMail.get(hashMail(salt, mail))).find((member) => member !== undefined)) ??
    null;
}

/** A handle where we know the person; else the user name, unless it is a mail address: then its hash. */
function nameOf({ id, names, mails }: Account, member: Member | null, { salt }: Team): string {
  if (member) return member.handle;
  const name = names.find((each) => !each.includes('@'));
  if (name !== undefined) return `${name.slice(0, 64)} (account ${id})`;
  const [mail] = mails;
  return salt !== null && mail !== undefined
    ? `${hashMail(salt, mail).slice(0, 19)}… (account ${id})`
    : `account ${id}`;
}

/** Why somebody should not have an account; `null` where they should. */
function whyNot(member: Member | null, { roles, now, ...rules }: Rules): string | null {
  if (!member) return 'not in the team file';
  if (hasLeft(member, { now, ...rules })) return `left, last day ${dateOf(member.until ?? 0)}`;
  if (member.since !== undefined && now < member.since) return `starts only on ${dateOf(member.since)}`;
  if (roles !== null && !roles.includes(member.role)) return `${member.role}, which is not a role that should be there`;
  return null;
}

const hasLeft = (member: Member | null, { now }: Pick<Rules, 'now'>): boolean =>
  member?.until !== undefined && now >= member.until + day;

function ofTool(member: Member | null, tool: string): number | null {
  const reviewed = member?.reviewed;
  if (typeof reviewed !== 'object') return reviewed ?? null;
  return Object.hasOwn(reviewed, tool) ? (reviewed[tool] ?? null) : null;
}

function latest(...times: readonly (number | null)[]): number | null {
  return times.reduce((best, at) => (at === null || (best !== null && best >= at) ? best : at), null);
}

const dateOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);
const since = (what: string, at: number | null, never: string): string =>
  at === null ? never : `${what} ${dateOf(at)}`;
