/** The list of users of a tool that speaks no SCIM, exported each night as CSV. */
import { type Answer, type Handle, json } from '../http/answer.ts';
import { daysAgo, hasFactor, type IdentityState, idOf, madeHeaders, peopleNow } from './people.ts';

const columns = ['id', 'email', 'status', 'role', 'created', 'last sign-in', '2fa', 'last review'];

export function csvExport(state: IdentityState): Handle {
  return ({ path }): Answer => {
    if (path === '/exports.json') return json({ exports: ['/users.csv'] });
    if (path !== '/users.csv') return json({ error: { code: 'not_found', message: 'There is no such export.' } }, 404);
    const day = (days: number): string => daysAgo(days).toISOString().slice(0, 10);
    const rows = peopleNow(state).map((person) => [
      idOf(person),
      person.mail,
      person.active ? 'active' : 'deactivated',
      person.groups.join(';'),
      day(person.created),
      state.shape === 'wrong' ? 'yesterday' : day(person.used),
      hasFactor(person, state) ? 'yes' : 'no',
      day(person.reviewed),
    ]);
    const kept = state.pages === 'short' ? [...rows.slice(0, -1), rows.at(-1)?.slice(0, 3) ?? []] : rows;
    return {
      status: 200,
      headers: { 'content-type': 'text/csv; charset=utf-8', ...madeHeaders(state) },
      body: `${[columns, ...kept].map((row) => row.join(',')).join('\r\n')}\r\n`,
    };
  };
}
