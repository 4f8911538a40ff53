import { parseArgs } from 'node:util';
import { suggest } from '../../src/text/nearest.ts';
import {
  type CommandDefinition,
  type CommandOption,
  type CommonValues,
  commonOptions,
  type OptionValues,
  UsageError,
} from './define-command.ts';
import { declareSecrets, sentence } from './guard-output.ts';
import { treeAround } from './tree-around.ts';

export interface CommandCall {
  /** What people type to call it. */
  call?: string;
  /** Aborted when it is interrupted; without one, an interruption just ends the process. */
  signal?: AbortSignal;
}

/** Parses `argv`, runs the command and returns its exit code; wrong use is said and is 2. */
export async function runCommand<T extends Record<string, CommandOption>>(
  command: CommandDefinition<T>,
  argv: readonly string[],
  { call = `npx runlight ${command.name}`, signal = new AbortController().signal }: CommandCall = {},
): Promise<number> {
  const options: Record<string, CommandOption> = { ...command.options, ...commonOptions };
  try {
    const { values, operands } = parse(argv, options);
    if (values.help) {
      process.stdout.write(helpOf(command, options, call));
      return 0;
    }
    return await command.run({
      options: values as OptionValues<T> & CommonValues,
      operands,
      signal,
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // It may repeat what was typed, and the tree may not have been read.
    await declareEarly(argv);
    process.stderr.write(`${sentence(error.message)}\nSee \`${call} --help\`.\n`);
    return 2;
  }
}

/** What the targets declare, where the command found a mistake before it looked at them. */
async function declareEarly(argv: readonly string[]): Promise<void> {
  const given = argv[argv.indexOf('--root') + 1];
  const root = argv.includes('--root') && given !== undefined ? given : (treeAround() ?? process.cwd());
  const { declaredInTargets } = await import('../../src/project/declared-in-targets.ts');
  declareSecrets(await declaredInTargets(root, process.env).catch(() => ({})));
}

function parse(
  argv: readonly string[],
  options: Record<string, CommandOption>,
): { values: Record<string, unknown>; operands: string[] } {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option)
      throw new UsageError(
        `There is no option \`${token.rawName}\`.${suggest(token.name, Object.keys(options)).replace(/`([^`]+)`/g, '`--$1`')}`,
      );
    if (option.type === 'string' && (token.value === undefined || token.value === ''))
      throw new UsageError(`\`--${token.name}\` needs a value: \`--${token.name} ${option.value ?? 'VALUE'}\`.`);
    if (option.type === 'boolean' && token.value !== undefined)
      throw new UsageError(`\`--${token.name}\` takes no value; received \`${token.value}\`.`);
  }
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const complete: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options))
    complete[name] = values[name] ?? (option.type === 'boolean' ? false : option.multiple ? [] : undefined);
  return { values: complete, operands: positionals };
}

/** What the help says of a command, whatever the types of its options. */
type Described = Pick<CommandDefinition<Record<string, CommandOption>>, 'summary' | 'operands' | 'examples'>;

function helpOf(command: Described, options: Record<string, CommandOption>, call: string): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const flag = `${option.short ? `-${option.short}, ` : '    '}--${name}${option.type === 'string' ? ` ${option.value ?? 'VALUE'}` : ''}`;
    return [flag, option.help] as const;
  });
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  const lines = rows.map(([flag, help]) => `  ${flag.padEnd(width)}${help}`);
  const examples = command.examples.map(([line, does]) => `  ${line}\n      ${does}`);
  return [
    `${command.summary}\n`,
    `Usage: ${call} ${command.operands}\n`,
    'Options:',
    ...lines,
    '',
    'Examples:',
    ...examples,
    '',
  ].join('\n');
}
