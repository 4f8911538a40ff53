import { createHash } from 'node:crypto';
import { parse as parseCsv } from 'csv-parse/sync';
import { ConfigProblem } from 'runlight/check';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { secondsOf } from './account.ts';

const date = z.string().transform((text, context) => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? secondsOf(text) : null;
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'expected a date such as `2026-11-25`' });
  return z.NEVER;
});

const handle = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'expected letters, digits and `._-`, and no mail address');

const memberSchema = z.strictObject({
  /** What this person is called in reports. Also taken for the user name in the tools. */
  handle,
  role: z.string().min(1),
  /** User names and external ids in the tools, where they are not the handle. */
  accounts: z.array(z.string().min(1)).default([]),
  /** `sha256:` and the SHA-256 of `salt:address` in lower-case hexadecimal; never the address. */
  mail: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'expected `sha256:` and 64 hexadecimal digits, never a mail address')
    .optional(),
  /** The first and the last day, in UTC. */
  since: date.optional(),
  until: date.optional(),
  /** The day on which the rights were last looked at: of all tools, or by the name of the tool. */
  reviewed: z.union([date, z.record(z.string(), date)]).optional(),
});

const teamSchema = z.strictObject({ salt: z.string().min(8).optional(), members: z.array(memberSchema).min(1) });

export type Member = z.output<typeof memberSchema>;

export interface Team {
  salt: string | null;
  members: Member[];
}

/** Reads a team file: YAML or JSON, or a table with a header. What is wrong with it is `config`, and quotes nothing of it. */
export function readTeam(path: string, text: string): Team {
  const parsed = teamSchema.safeParse(path.endsWith('.csv') ? fromCsv(path, text) : fromYaml(path, text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigProblem(
      `\`${path}\` is no team file: \`${issue?.path.join('.') || 'the file'}\`: ${issue?.message ?? 'wrong'}.`,
    );
  }
  const { salt = null, members } = parsed.data;
  const twice = members.find(({ handle: own }, index) => members.findIndex((each) => each.handle === own) !== index);
  if (twice) throw new ConfigProblem(`\`${path}\` names \`${twice.handle}\` twice.`);
  if (salt === null && members.some(({ mail }) => mail !== undefined))
    throw new ConfigProblem(`\`${path}\` has hashes of mail addresses, and no \`salt\` that they were made with.`);
  return { salt, members };
}

/** What stands for a mail address in the team file, and in evidence. */
export function hashMail(salt: string, mail: string): string {
  return `sha256:${createHash('sha256').update(`${salt}:${mail.trim().toLowerCase()}`).digest('hex')}`;
}

function fromYaml(path: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    throw new ConfigProblem(`\`${path}\` cannot be read as YAML.`);
  }
}

/** Columns are named like the keys; `# salt: …` may stand before the header, and `accounts` are separated by spaces. */
function fromCsv(path: string, text: string): unknown {
  const salt = /^#\s*salt:\s*(\S+)/m.exec(text)?.[1];
  let rows: Record<string, string>[];
  try {
    rows = parseCsv(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      columns: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw new ConfigProblem(`\`${path}\` cannot be read as a table of comma-separated values.`);
  }
  const members = rows.map(({ accounts, ...row }) => ({
    ...Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
    ...(accounts ? { accounts: accounts.split(/\s+/) } : {}),
  }));
  return { ...(salt === undefined ? {} : { salt }), members };
}
