import type { ParseArgsOptionDescriptor } from 'node:util';

export interface CommandOption extends ParseArgsOptionDescriptor {
  /** Name of the value in the help: `--timeout DURATION`. */
  value?: string;
  help: string;
}

type OptionValue<O extends CommandOption> = O extends { type: 'boolean' }
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : string;

/** Values of a command's options: flags are `false`, lists are empty and the rest `undefined` when not given. */
export type OptionValues<T extends Record<string, CommandOption>> = {
  [K in keyof T]: T[K] extends { type: 'boolean' } | { multiple: true }
    ? OptionValue<T[K]>
    : OptionValue<T[K]> | undefined;
};

/** Values of the options that every command has. */
export interface CommonValues {
  root: string | undefined;
  env: string | undefined;
}

export interface CommandDefinition<T extends Record<string, CommandOption>> {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What stands behind the name: `[page or block…]`. */
  operands: string;
  options: T;
  examples: readonly (readonly [command: string, does: string])[];
  /** Returns the exit code. `signal` is aborted when the command is interrupted, where it asked to be told. */
  run(call: { options: OptionValues<T> & CommonValues; operands: string[]; signal: AbortSignal }): Promise<number>;
}

/** Types a command; `runCommand` parses and prints for it. */
export function defineCommand<const T extends Record<string, CommandOption>>(
  definition: CommandDefinition<T>,
): CommandDefinition<T> {
  return definition;
}

/** Wrong use: said in a sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options that every command has. */
export const commonOptions = {
  root: { type: 'string', value: 'DIR', help: 'The tree to work on (default: the one around the current folder)' },
  env: { type: 'string', value: 'NAME', help: 'The environment: a file of src/content/targets/' },
  help: { type: 'boolean', short: 'h', help: 'Show this help' },
} as const satisfies Record<string, CommandOption>;
