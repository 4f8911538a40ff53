import { ageOf, CheckFailure, ConfigProblem, defineCheck, notTaken, param } from 'runlight/check';
import { compare } from './_roster/compare.ts';
import { readCsv } from './_roster/csv.ts';
import { readScim } from './_roster/scim.ts';
import { readTeam } from './_roster/team.ts';

/**
 * Proves that those have access who should: the accounts of a tool against the team file of this repository.
 * The accounts come from an identity provider that speaks SCIM 2.0 (`/Users`, all pages), or from an export as CSV.
 *
 * Readings: `total` (live accounts), `unexpected` (those of nobody, of somebody who has left or not yet begun, or
 * of another role than `roles`), `leavers` (of these, those whose last day has passed), `missing` (people of the
 * team without a live account), `unreviewed` (not looked at within `reviewEvery`, neither by the export nor by the
 * team file; being granted or beginning counts as looked at), `inactive` (no sign-in within `inactiveAfter`, or
 * never one and older than that), `withoutMfa`, `age` (s, of the export; a live answer is 0), `latency` (ms, all pages).
 * What the export does not say could not be taken, and is never 0. A list of which a part is missing, or that names
 * nobody at all, is `protocol`; a team file that cannot be read is `config`.
 * `group` looks at the members of one group alone, such as the admins. `lastSignIn`, `mfa` and `reviewed` name where
 * the export says so: an attribute such as `urn:…:User:lastSuccessfulLoginDate`, or a column.
 * People are named by the handle of the team file, an unknown account by its user name, or by its id and a salted
 * hash where that is a mail address. What the tool answered is not kept.
 * Sources: RFC 7643, RFC 7644 (3.4.2, 3.12); Oracle Identity Domains, extensions `userState` and `mfa`; RFC 4180.
 */
export default defineCheck({
  summary: 'Those have access who should, and nobody else',
  layer: 'backend',
  params: {
    target: param.target(),
    team: param.file(),
    format: param.choice(['scim', 'csv']).default('scim'),
    path: param.matching(/^\/\S*$/, 'a path below the target’s address, such as `/Users`').optional(),
    roles: param.text('roles of the team file, such as `support-agent, support-lead`').optional(),
    group: param.text('the name or id of a group, such as `admins`').optional(),
    tool: param.text('the tool’s name in `reviewed` of the team file').optional(),
    reviewEvery: param.duration().default(180 * 86_400_000),
    inactiveAfter: param.duration().default(90 * 86_400_000),
    lastSignIn: param.text('the attribute or column of the last sign-in').optional(),
    mfa: param.text('the attribute or column that tells of a second factor').optional(),
    reviewed: param.text('the attribute or column of the last review').optional(),
  },
  readings: {
    total: { type: 'integer', summary: 'Live accounts' },
    unexpected: { type: 'integer', summary: 'Accounts that should not be there' },
    leavers: { type: 'integer', summary: 'Of these, accounts of people whose last day has passed' },
    missing: { type: 'integer', summary: 'People who should have an account and have none' },
    unreviewed: { type: 'integer', summary: 'Accounts that were not reviewed in time' },
    inactive: { type: 'integer', summary: 'Accounts without a sign-in for too long' },
    withoutMfa: { type: 'integer', summary: 'Accounts without a second factor' },
    age: { unit: 's', summary: 'How old the export is' },
    latency: { unit: 'ms', summary: 'Time of all requests' },
  },
  async run({ params, http, file, evidence }) {
    const team = readTeam(params.team, await file(params.team));
    const roles = params.roles?.split(',').map((role) => role.trim()) ?? null;
    const unknown = roles?.find((role) => !team.members.some((member) => member.role === role));
    if (unknown !== undefined) throw new ConfigProblem(`Nobody in \`${params.team}\` has the role \`${unknown}\`.`);
    const fields = { lastUsed: params.lastSignIn, mfa: params.mfa, reviewed: params.reviewed };
    const read = params.format === 'csv' ? readCsv : readScim;
    const list = await read(http, params.path ?? (params.format === 'csv' ? '' : '/Users'), fields);
    const live = list.accounts.filter(({ active }) => active);
    if (live.length === 0)
      throw new CheckFailure(
        'protocol',
        `\`${http.target}\` lists no live account at all: its credential may be allowed to see none.`,
      );
    const accounts = params.group === undefined ? live : ofGroup(live, params.group, http.target);
    const found = compare(accounts, team, {
      tool: params.tool ?? http.target,
      roles,
      reviewEvery: params.reviewEvery / 1000,
      inactiveAfter: params.inactiveAfter / 1000,
      now: Date.now() / 1000,
    });
    const show = (title: string, lines: readonly string[] | null): void => {
      if (lines === null || lines.length === 0) return;
      const more = lines.length > shown ? [`and ${lines.length - shown} more`] : [];
      evidence(`${title}: ${lines.length}`, [...lines.slice(0, shown), ...more].join('\n'));
    };
    evidence(
      'Compared',
      `${accounts.length} live accounts of ${list.accounts.length} listed, with ${team.members.length} lines of the team file`,
    );
    show('Should not be there', found.unexpected);
    show('Missing', found.missing);
    show('Not reviewed in time', found.unreviewed);
    show('Inactive', found.inactive);
    show('Without a second factor', found.withoutMfa);
    show('Several accounts of one person', found.double);
    return {
      total: accounts.length,
      unexpected: found.unexpected.length,
      leavers: found.leavers.length,
      missing: found.missing.length,
      unreviewed:
        found.unreviewed?.length ?? notTaken('neither the export nor the team file says when anybody was reviewed'),
      inactive: found.inactive?.length ?? notTaken('the export does not say who signed in when'),
      withoutMfa: found.withoutMfa?.length ?? notTaken('the export does not say who has a second factor'),
      age:
        list.madeAt === null
          ? notTaken('the export does not say when it was made')
          : ageOf(list.madeAt, 'The export', evidence),
      latency: list.latency,
    };
  },
});

/** Lines of evidence of one kind. */
const shown = 15;

function ofGroup<A extends { groups: string[] | null }>(accounts: readonly A[], group: string, target: string): A[] {
  const members = accounts.filter(({ groups }) => groups?.some((each) => each.toLowerCase() === group.toLowerCase()));
  if (members.length === 0)
    throw new ConfigProblem(
      `No live account of \`${target}\` is in the group \`${group}\`: its name is wrong in the block, the group is gone, or the list does not tell of groups.`,
    );
  return members;
}
