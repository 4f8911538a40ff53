import { z } from 'zod';

const shape = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** A date and time as a text, in seconds since 1970; without a zone it is taken as UTC. */
export const timeText = z.string().transform((text, context) => {
  const zone = shape.exec(text);
  const at = zone ? Date.parse(`${text.replace(' ', 'T')}${zone[2] ? '' : 'Z'}`) : Number.NaN;
  if (!Number.isNaN(at)) return at / 1000;
  context.addIssue({ code: 'custom', message: `\`${text.slice(0, 60)}\` is no date and time.` });
  return z.NEVER;
});
