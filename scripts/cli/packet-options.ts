import type { CommandOption } from './define-command.ts';

/** What a case's facts are given with. */
export const caseOptions = {
  fact: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'What is known of the case, such as who=…; may be repeated. docs/packets.md names the facts',
  },
  case: { type: 'string', value: 'FILE', help: 'The same from a YAML or JSON file; --fact says otherwise' },
  packet: { type: 'string', value: 'FILE', help: 'Write the packet to FILE: Markdown (.md) or JSON (.json)' },
} as const satisfies Record<string, CommandOption>;
