import { showDuration } from '../../text/show-value.ts';

/** How far off a time is: `in 12 min`, `in 40 s`, `now`, `4 min ago`. Never sooner than it is. Both in milliseconds. */
export function dueText(at: number, now: number): string {
  const left = at - now;
  if (Math.abs(left) < 1000) return 'now';
  const span = Math.abs(left);
  const unit = span < 60_000 ? 1000 : 60_000;
  const shown = showDuration((left > 0 ? Math.ceil(span / unit) : Math.floor(span / unit)) * unit);
  return left > 0 ? `in ${shown}` : `${shown} ago`;
}

/** A time as colleagues in other places read it: `03:12 UTC`, on another day `26 Nov, 00:10 UTC`. */
export function utcText(at: number, now: number): string {
  const text = new Date(at).toISOString();
  const hour = `${text.slice(11, 16)} UTC`;
  if (text.slice(0, 10) === new Date(now).toISOString().slice(0, 10)) return hour;
  const day = new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day}, ${hour}`;
}
