import { existsSync, statSync } from 'node:fs';
import { readYaml } from '../../src/project/read-yaml.ts';
import { redact } from '../../src/redact/redact.ts';
import { type FactName, factNames } from '../../src/schemas/case-facts.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/** One thing that somebody said of a case. */
export interface CaseEntry {
  name: FactName | 'severity';
  value: string;
  /** Where it was said, to begin a sentence with: the option, or `file:line:column`. */
  where: string;
}

const mostBytes = 1024 * 1024;

/**
 * Reads a case's facts from a YAML or JSON file. Every value is the text that is written there: a version
 * stays `12.10`, and a hash no number. Its mistakes are said all at once, each with its place.
 */
export async function readCaseFile(file: string): Promise<CaseEntry[]> {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > mostBytes)
    throw new UsageError(`\`--case ${(await redact(file)).text}\` is no file that can be read, of at most 1 MB.`);
  const yaml = await readYaml(file, null, { texts: true });
  const place = (...path: PropertyKey[]): string => {
    const { line, column } = yaml.error?.position ?? yaml.positionOf(...path);
    return `${file}:${line}:${column}`;
  };
  // A key that is none may be anything, a part of a phrase included.
  const fail = async (...mistakes: string[]): Promise<never> => {
    throw new UsageError((await redact(mistakes.join('\n'))).text);
  };
  if (yaml.error) return fail(`${place()} ${yaml.error.message.replace(/\.$/, '')}.`);
  if (yaml.data === null || yaml.data === '') return [];
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data))
    return fail(`${place()} Expected facts and what is known of them, such as \`platform: Android 16\`.`);
  const mistakes: string[] = [];
  const entries = Object.entries(yaml.data).flatMap(([key, given]: [string, unknown]): CaseEntry[] => {
    const name = known.find((each) => each === key);
    const value = textOf(given);
    if (name === undefined) mistakes.push(`${place(key)} ${unknownFact(key)}`);
    else if (value === null)
      mistakes.push(`${place(key)} \`${key}\` is of another kind; expected a text, or a list of texts.`);
    else return [{ name, value, where: place(key) }];
    return [];
  });
  return mistakes.length > 0 ? fail(...mistakes) : entries;
}

/** A key is shown only where it may be one: a slip may have put anything there. */
function unknownFact(key: string): string {
  return nameForm.test(key)
    ? `\`${key}\` is no fact.${suggest(key, known)}`
    : `This key is no fact.${suggest('', known)}`;
}

/** How the names of facts look. */
export const nameForm = /^[A-Za-z][A-Za-z-]{0,29}$/;

const known = [...factNames, 'severity'] as const;

/** A text, or a list of them, one a line; `null` for anything else. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join('\n') : null;
}
