import type { CommandOption } from './define-command.ts';

/** What `runlight incident` takes; each of its words says which of them are meant for it. */
export const incidentOptions = {
  severity: { type: 'string', value: 'SEV', help: 'open, update: sev1 to sev5; in doubt the higher one' },
  title: { type: 'string', value: 'TEXT', help: 'open: for the team, in English (default: from the name)' },
  journey: { type: 'string', multiple: true, value: 'NAME', help: 'open, update: what users do that it touches' },
  provider: { type: 'string', multiple: true, value: 'NAME', help: 'open, update: whom it is about; never public' },
  chain: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'open, update: a network that it touches, which public texts may name',
  },
  public: { type: 'boolean', help: 'open, update: tell users; texts come from the macros, in every language' },
  headline: { type: 'string', multiple: true, value: '[LANG=]TEXT', help: 'What users notice, in a few words' },
  impact: { type: 'string', multiple: true, value: '[LANG=]TEXT', help: 'What does not work, for whom: a sentence' },
  workaround: { type: 'string', multiple: true, value: '[LANG=]TEXT', help: 'What users can do meanwhile' },
  text: { type: 'string', multiple: true, value: '[LANG=]TEXT', help: 'The public text itself, in place of the macro' },
  news: { type: 'string', multiple: true, value: '[LANG=]TEXT', help: 'resolve: what users may still notice' },
  next: { type: 'string', value: 'HH:MM', help: 'When the public hears more, in UTC (default: by the severity)' },
  phase: { type: 'string', value: 'PHASE', help: 'update: investigating, identified, monitoring or resolved' },
  note: { type: 'string', value: 'TEXT', help: 'A line of the timeline: what was seen, decided, done. Never public' },
  at: { type: 'string', value: 'TIME', help: 'When it was, such as 2026-11-03T14:05Z (default: now)' },
  owner: { type: 'string', value: 'TEAM', help: 'resolve: who writes the review' },
  due: { type: 'string', value: 'DAY', help: 'resolve: by when it is due (default: in 5 working days)' },
  open: { type: 'boolean', help: 'list: only those that are not resolved' },
  publish: { type: 'string', value: 'DIR', help: 'Tell the built sites in DIR at once: banners and the status page' },
  json: { type: 'boolean', help: 'Print what was done, or the list, as JSON' },
} as const satisfies Record<string, CommandOption>;
