const form =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]|, ?)(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** How a time is written, for whoever is asked for one. */
export const timeForm = 'day and time in UTC, such as `2026-11-25 14:30`';

/**
 * A time that a person typed: `2026-11-25 14:30`, or ISO 8601, in milliseconds since 1970; `null` where it
 * is none. Without a zone it is UTC.
 */
export function parseTime(text: string): number | null {
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = form.exec(text.trim()) ?? [];
  if (year === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const date = `${year}-${month}-${day}`;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // 30 February is taken for a day in March.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return null;
  return Date.parse(`${date}T${hour}:${minute}:${second}${offset(zone)}`);
}

function offset(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
}
