import { parse } from 'csv-parse/sync';
import { CheckFailure, type Http } from 'runlight/check';
import { type Account, type Export, type Fields, flagOf, secondsOf } from './account.ts';
import { madeAt } from './made-at.ts';

/** Names of columns, as tools write them: compared without case, spaces and signs. */
const columns = {
  id: ['id', 'userid', 'accountid', 'memberid'],
  name: ['handle', 'username', 'user', 'login', 'account', 'nickname'],
  mail: ['mail', 'email', 'emailaddress', 'useremail'],
  active: ['active', 'status', 'enabled', 'state'],
  disabled: ['disabled', 'suspended', 'deactivated'],
  groups: ['groups', 'group', 'roles', 'role', 'permissions'],
  created: ['created', 'createdat', 'createdon', 'joined', 'datecreated', 'invitedat'],
  lastUsed: ['lastused', 'lastsignin', 'lastlogin', 'lastactive', 'lastseen', 'lastactivity', 'lastloginat'],
  mfa: ['mfa', '2fa', 'twofactor', 'mfaenabled', '2faenabled', 'twofactorenabled', 'mfastatus', 'hasmfa'],
  reviewed: ['reviewed', 'reviewedat', 'lastreviewed', 'lastreview', 'recertified'],
} as const;

type Column = keyof typeof columns;

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A list of accounts as a table with a header: RFC 4180, with commas or semicolons. */
export async function readCsv(http: Http, path: string, fields: Fields): Promise<Export> {
  const answer = await http(path, { headers: { accept: 'text/csv' }, confidential: true });
  const rows = rowsOf(answer.text, http.target);
  const [header = [], ...lines] = rows;
  const at = (column: Column): number => {
    const own = column === 'lastUsed' || column === 'mfa' || column === 'reviewed' ? fields[column] : undefined;
    const wanted: readonly string[] = own === undefined ? columns[column] : [plain(own)];
    return wanted.map((name) => header.findIndex((cell) => plain(cell) === name)).find((index) => index >= 0) ?? -1;
  };
  const place = Object.fromEntries(Object.keys(columns).map((name) => [name, at(name as Column)])) as Record<
    Column,
    number
  >;
  if (place.name < 0 && place.mail < 0)
    throw new CheckFailure(
      'protocol',
      `The export of \`${http.target}\` has no column of user names or mail addresses, such as \`username\` or \`email\`.`,
    );
  return {
    accounts: lines.map((cells, index) => accountOf(cells, place, index + 2)),
    madeAt: madeAt(answer.headers),
    latency: Math.round(answer.durationMs),
  };
}

function rowsOf(text: string, target: string): string[][] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  if (/^\s*[<{[]/.test(text))
    throw new CheckFailure('protocol', `\`${target}\` answered with no table of comma-separated values.`);
  if (text !== '' && !text.endsWith('\n') && text.includes('\n') && isCutOff(text, delimiter))
    throw new CheckFailure('protocol', `The export of \`${target}\` breaks off in its last line.`);
  try {
    return parse(text, { bom: true, delimiter, skip_empty_lines: true, trim: true });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` in line ${String(error.lines)}` : '';
    throw new CheckFailure(
      'protocol',
      `The export of \`${target}\` is no whole table: a row does not fit its header${line}.`,
    );
  }
}

/** A last line without its end and with fewer cells than the header has lost something. */
function isCutOff(text: string, delimiter: string): boolean {
  const cells = (line: string): number => line.split(delimiter).length;
  return cells(text.slice(text.lastIndexOf('\n') + 1)) < cells(text.slice(0, text.indexOf('\n')));
}

function accountOf(cells: readonly string[], place: Readonly<Record<Column, number>>, line: number): Account {
  const cell = (column: Column): string | undefined => (place[column] < 0 ? undefined : cells[place[column]]?.trim());
  const time = (column: Column): number | null => {
    const text = cell(column) ?? '';
    if (text === '' || /^(never|n\/a|-)$/i.test(text)) return null;
    const at = secondsOf(text);
    if (at === null)
      throw new CheckFailure(
        'protocol',
        `Line ${line} of the export: its \`${column}\` is no date and time such as \`2026-11-25\`.`,
      );
    return at;
  };
  const flag = (column: Column): boolean | undefined => {
    const text = cell(column);
    if (text === undefined) return undefined;
    const value = flagOf(text);
    if (value === null)
      throw new CheckFailure('protocol', `Line ${line} of the export: its \`${column}\` is neither yes nor no.`);
    return value;
  };
  const name = cell('name') ?? '';
  const mails = [name, cell('mail') ?? ''].filter((text) => text.includes('@')).map((text) => text.toLowerCase());
  if (name === '' && mails.length === 0) throw new CheckFailure('protocol', `Line ${line} of the export names nobody.`);
  return {
    id: cell('id') || `line ${line}`,
    names: name === '' ? [] : [name],
    mails,
    active: activeOf(cell('active'), line) && flag('disabled') !== true,
    groups: cell('groups') === undefined ? null : (cell('groups') ?? '').split(/[;,|]/).map((group) => group.trim()),
    created: time('created'),
    lastUsed: place.lastUsed < 0 ? undefined : time('lastUsed'),
    mfa: flag('mfa'),
    reviewed: time('reviewed'),
  };
}

function activeOf(text: string | undefined, line: number): boolean {
  if (text === undefined || /^(invited|pending)$/i.test(text)) return true;
  if (/^(suspended|deactivated|deleted|blocked|locked|removed)$/i.test(text)) return false;
  const value = flagOf(text);
  if (value === null)
    throw new CheckFailure(
      'protocol',
      `Line ${line} of the export: whether the account is active is told in a word that we do not know.`,
    );
  return value;
}
