import type { ReadingValue } from '../schemas/reading.ts';
import { type Unit, units } from '../schemas/units.ts';

/** A number as people read it: at most three decimals, thousands kept plain. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Math.round(value * 1000) / 1000);
}

/** A span of time in its two largest units: `4 min 10 s`, `212 ms`. `ms` is in milliseconds. */
export function showDuration(ms: number): string {
  if (!Number.isFinite(ms)) return String(ms);
  const sign = ms < 0 ? '-' : '';
  const abs = Math.abs(ms);
  if (abs < 1000) return `${sign}${Math.round(abs)} ms`;
  if (abs < 60_000) return `${sign}${plain(Math.round(abs / 100) / 10)} s`;
  const parts: [number, string][] = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1000, 's'],
  ];
  const first = parts.findIndex(([size]) => abs >= size);
  const [size, name] = parts[first] ?? [1000, 's'];
  const [nextSize, nextName] = parts[first + 1] ?? [0, ''];
  const whole = Math.floor(abs / size);
  const rest = nextSize ? Math.floor((abs - whole * size) / nextSize) : 0;
  return `${sign}${whole} ${name}${rest ? ` ${rest} ${nextName}` : ''}`;
}

/** A reading's value with its unit, as people read it; `absent` where there is none. */
export function showValue(value: ReadingValue, unit: Unit | null): string {
  if (value === null) return 'absent';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value === '' ? '""' : value;
  if (!unit) return plain(value);
  if (units[unit].dimension === 'time') return showDuration(value * units[unit].factor);
  if (value === 1 && unit.endsWith('s') && unit !== 's' && unit !== 'ms' && unit !== 'bytes')
    return `1 ${unit.slice(0, -1)}`;
  return `${plain(value)} ${unit}`;
}
