import { z } from 'zod';
import { toUnit, units, unitsLike } from './units.ts';

/** Parses `90 days`, `15 min`, `10s`; the result is in milliseconds, `null` when it is no duration. */
export function parseDuration(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const long: Record<string, string> = {
    second: 's',
    seconds: 's',
    sec: 's',
    minute: 'min',
    minutes: 'min',
    m: 'min',
    hour: 'h',
    hours: 'h',
    day: 'd',
    days: 'd',
  };
  const unit = toUnit(long[match[2].toLowerCase()] ?? match[2]);
  if (!unit || units[unit].dimension !== 'time') return null;
  const ms = Number(match[1]) * units[unit].factor;
  return Number.isFinite(ms) ? ms : null;
}

/** A duration as `parseDuration` reads it, in the largest unit that fits it whole: `15 min`, `90 s`. */
export function writeDuration(ms: number): string {
  const unit = unitsLike('ms').findLast((name) => ms % units[name].factor === 0) ?? 'ms';
  return `${ms / units[unit].factor} ${unit}`;
}

/** A duration written for people (`90 days`, `15 min`), as milliseconds. */
export const durationSchema = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms === null) {
    context.addIssue({
      code: 'custom',
      message: `\`${text}\` is not a duration; write a number and a unit, such as \`90 days\` or \`15 min\`.`,
    });
    return z.NEVER;
  }
  return ms;
});
