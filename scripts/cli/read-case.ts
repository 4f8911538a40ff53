import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { refuseFacts } from '../../src/packet/refuse-facts.ts';
import { type CaseFacts, factNames, facts } from '../../src/schemas/case-facts.ts';
import { severities } from '../../src/schemas/frontmatter.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';
import { inShell } from './in-shell.ts';
import { type CaseEntry, nameForm, readCaseFile } from './read-case-file.ts';

export type Severity = (typeof severities)[number];

/** What a person said of a case on the command line, and where the packet is to go. */
export interface Case {
  facts: CaseFacts;
  severity: Severity | null;
  /** Absolute; `null`: no packet is written. */
  file: string | null;
}

/**
 * Reads `--fact`, `--case` and `--packet`. To be called before anything else: what holds a recovery phrase
 * or a private key must get no further. No message holds a value.
 */
export async function readCase(options: {
  fact: readonly string[];
  case: string | undefined;
  packet: string | undefined;
}): Promise<Case> {
  const typed = options.fact.map(parseFact);
  const kept = options.case === undefined ? [] : await readCaseFile(options.case);
  await refuse(kept);
  await refuse(typed);
  const said: CaseFacts = {};
  let severity: Severity | null = null;
  for (const { name, value, where } of [...kept, ...typed]) {
    if (name === 'severity') severity = severityFrom(value, where);
    else if (value.length > facts[name].most)
      throw new UsageError(`${where} \`${name}\` is too long; expected at most ${facts[name].most} characters.`);
    else said[name] = value;
  }
  return { facts: said, severity, file: packetFile(options.packet) };
}

/** Refuses what holds a secret, though something else says otherwise later. */
async function refuse(entries: readonly CaseEntry[]): Promise<void> {
  for (const { name, value, where } of entries) {
    const refused = name === 'severity' ? null : await refuseFacts({ hashes: hashesOf(entries), [name]: value });
    if (refused)
      throw new UsageError(`${where} ${where.startsWith('`--fact') ? inShell(refused.message) : refused.message}`);
  }
}

const hashesOf = (entries: readonly CaseEntry[]): string | undefined =>
  entries.findLast(({ name }) => name === 'hashes')?.value;

function parseFact(text: string): CaseEntry {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  // A slip may have put anything before the `=`.
  if (!nameForm.test(name))
    throw new UsageError('`--fact`: expected NAME=VALUE, such as `--fact platform="Android 16"`.');
  const known = factName(name);
  const where = `\`--fact ${name}=…\`:`;
  if (!known)
    throw new UsageError(`${where} there is no fact \`${name}\`.${suggest(name, [...factNames, 'severity'])}`);
  return { name: known, value: text.slice(at + 1), where };
}

function factName(name: string): CaseEntry['name'] | null {
  return name === 'severity' ? name : (factNames.find((known) => known === name) ?? null);
}

function severityFrom(value: string, where: string): Severity {
  const level = value.trim().toLowerCase().replace('-', '');
  const severity = severities.find((known) => known === level);
  if (!severity)
    throw new UsageError(`${where} expected one of ${severities.map((each) => `\`${each}\``).join(', ')}.`);
  return severity;
}

function packetFile(given: string | undefined): string | null {
  if (given === undefined) return null;
  const file = resolve(given);
  if (!['.md', '.json'].includes(extname(file)))
    throw new UsageError('`--packet`: expected a file that ends in `.md` (Markdown) or `.json`.');
  if (!existsSync(dirname(file)) || (existsSync(file) && statSync(file).isDirectory()))
    throw new UsageError(`\`--packet ${given}\` cannot be written: there is no such folder.`);
  return file;
}
