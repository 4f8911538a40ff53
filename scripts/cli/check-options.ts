import { reporters } from '../../src/reporters/reporter.ts';
import type { CommandOption } from './define-command.ts';

/** The options of `runlight check`. */
export const checkOptions = {
  tag: { type: 'string', multiple: true, value: 'TAG', help: 'Only pages with this tag' },
  layer: { type: 'string', multiple: true, value: 'LAYER', help: 'Only this layer: client, api, backend, provider' },
  provider: { type: 'string', multiple: true, value: 'ID', help: 'Only targets of this provider' },
  journey: { type: 'string', multiple: true, value: 'ID', help: 'Only pages of this journey' },
  param: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'A value for what blocks ask for, such as hash=0x…',
  },
  list: { type: 'boolean', help: 'List the blocks, and run nothing' },
  'dry-run': { type: 'boolean', help: 'Say what would be asked of which target, and ask nothing' },
  timeout: { type: 'string', value: 'DURATION', help: 'For each attempt, body included (default 10 s)' },
  'run-timeout': { type: 'string', value: 'DURATION', help: 'For the whole run (default: none)' },
  concurrency: { type: 'string', value: 'N', help: 'Blocks at once (default 32)' },
  shard: { type: 'string', value: 'I/N', help: 'Run only part I of N, such as 2/4; each block is in one part' },
  changed: {
    type: 'string',
    value: 'REF',
    help: 'Only what the changes since this commit or branch concern: their pages, checks and targets',
  },
  watch: { type: 'boolean', help: 'Run again what a saved page, check or target concerns, until Ctrl-C' },
  retries: { type: 'string', value: 'N', help: 'Further attempts after a failure (default 0)' },
  bail: { type: 'boolean', help: 'Stop at the first failure' },
  'require-secrets': { type: 'boolean', help: 'A missing secret is a failure, not a skip' },
  break: {
    type: 'string',
    multiple: true,
    value: 'SERVICE.FAULT',
    help: 'Break the lab for this run; `npx runlight lab list` names the faults',
  },
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    help: `${Object.keys(reporters).join(', ')}; may be repeated`,
  },
  publish: {
    type: 'string',
    value: 'DIR',
    help: 'Write the results that the two sites show to DIR/internal and DIR/public',
  },
  json: { type: 'boolean', help: 'The report as JSON on standard output, and nothing else there' },
} as const satisfies Record<string, CommandOption>;
