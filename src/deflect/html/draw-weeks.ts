import type { Deflection } from '../../schemas/deflection.ts';
import { escapeHtml } from './escape-html.ts';

const width = 720;
const height = 240;
const left = 48;
const bottom = 34;
const top = 22;

/** Tickets of each week as bars, those with an article below; a ▲ stands over a week with a surge. Its table says the same. */
export function drawWeeks({ weeks, surges }: Pick<Deflection, 'weeks' | 'surges'>): string {
  const most = roundUp(Math.max(1, ...weeks.map(({ tickets }) => tickets)));
  const step = (width - left) / Math.max(1, weeks.length);
  const bar = Math.max(1, Math.min(36, step * 0.7));
  const y = (tickets: number): number => top + (1 - tickets / most) * (height - top - bottom);
  const every = Math.max(1, Math.ceil(weeks.length / 8));
  const lines = [0, most / 2, most].map(
    (tickets) =>
      `<line class="axis" x1="${left}" x2="${width}" y1="${n(y(tickets))}" y2="${n(y(tickets))}"/><text x="${left - 6}" y="${n(y(tickets) + 4)}" text-anchor="end">${tickets.toLocaleString('en')}</text>`,
  );
  const bars = weeks.map(({ week, tickets, covered }, nth) => {
    const x = left + nth * step + (step - bar) / 2;
    const middle = n(x + bar / 2);
    const isSurge = surges.some(({ from, to }) => from <= addDays(week, 6) && to >= week);
    return [
      `<rect class="open" x="${n(x)}" y="${n(y(tickets))}" width="${n(bar)}" height="${n(y(covered) - y(tickets))}"/>`,
      `<rect class="covered" x="${n(x)}" y="${n(y(covered))}" width="${n(bar)}" height="${n(y(0) - y(covered))}"/>`,
      isSurge ? `<text class="mark" x="${middle}" y="${n(y(tickets) - 5)}" text-anchor="middle">▲</text>` : '',
      nth % every === 0
        ? `<text x="${middle}" y="${height - 12}" text-anchor="middle">${escapeHtml(week.slice(5))}</text>`
        : '',
    ].join('');
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="weeks-title weeks-desc"><title id="weeks-title">Tickets by week</title><desc id="weeks-desc">${weeks.length} weeks; the table below has every number.</desc>${lines.join('')}${bars.join('')}</svg>`;
}

const n = (value: number): string => (Math.round(value * 10) / 10).toString();

/** `YYYY-MM-DD`, so many days later. */
function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The next number that reads well on an axis and halves well. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 6, 8, 10].find((each) => each * power >= value) ?? 10;
  return Math.max(2, step * power);
}
