const dayMs = 86_400_000;
const months = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/**
 * The day of a ticket, in days since 1970 (UTC), from what exports write: ISO 8601, `2026-11-25 12:00`,
 * seconds or milliseconds since 1970, `11/25/2026 9:05 AM`. `null`: no time that could be meant.
 * `25/11/2026` is read as day first where the other way is none; which of both a file means, `dayFirst` says.
 */
export function readDay(value: string | number | null, { dayFirst = false } = {}): number | null {
  if (value === null || value === '') return null;
  const text = String(value).trim();
  if (/^\d{9,11}(?:\.\d+)?$/.test(text)) return dayOf(Number(text) * 1000);
  if (/^\d{12,14}$/.test(text)) return dayOf(Number(text));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ])/.exec(text);
  if (iso) {
    const full = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(full) ? dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])) : dayOf(full);
  }
  const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[ ,T])/.exec(text);
  if (written) {
    const [first, second, year] = [Number(written[1]), Number(written[2]), Number(written[3])];
    const isDayFirst = first > 12 || (dayFirst && second <= 12);
    return isDayFirst ? dayFrom(year, second, first) : dayFrom(year, first, second);
  }
  // `Nov 25, 2026 9:05 AM`, `25 Nov 2026`: with a month in letters, else a lone number would be a year.
  return months.test(text) && /\d{4}/.test(text) && text.length < 60 ? dayOf(Date.parse(text)) : null;
}

/** Whether a date can only be meant day first, or only month first; `null`: either, or neither. */
export function tellsDayFirst(value: string | number | null): boolean | null {
  const written = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(String(value ?? '').trim());
  if (!written) return null;
  if (Number(written[1]) > 12) return true;
  return Number(written[2]) > 12 ? false : null;
}

function dayFrom(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayOf(time) : null;
}

/** Help desks began in the nineties; what is later than a century from then is a mistake. */
function dayOf(time: number): number | null {
  const day = Math.floor(time / dayMs);
  return Number.isFinite(day) && day > 7300 && day < 43_800 ? day : null;
}
