/**
 * One table of units. `dimension` says what may be compared with what; `factor` leads to the
 * dimension's base unit (time: milliseconds, size: bytes).
 */
export const units = {
  ms: { dimension: 'time', factor: 1 },
  s: { dimension: 'time', factor: 1000 },
  min: { dimension: 'time', factor: 60_000 },
  h: { dimension: 'time', factor: 3_600_000 },
  d: { dimension: 'time', factor: 86_400_000 },
  '%': { dimension: 'share', factor: 1 },
  bytes: { dimension: 'size', factor: 1 },
  gwei: { dimension: 'gas price', factor: 1 },
  'sat/vB': { dimension: 'fee rate', factor: 1 },
  blocks: { dimension: 'blocks', factor: 1 },
  slots: { dimension: 'slots', factor: 1 },
  USD: { dimension: 'USD', factor: 1 },
  EUR: { dimension: 'EUR', factor: 1 },
  BRL: { dimension: 'BRL', factor: 1 },
  MXN: { dimension: 'MXN', factor: 1 },
  GBP: { dimension: 'GBP', factor: 1 },
} as const satisfies Record<string, { dimension: string; factor: number }>;

export type Unit = keyof typeof units;
export const unitNames = Object.keys(units) as [Unit, ...Unit[]];

/** Whether `text` is a unit's name. `block` and `slot` count as `blocks` and `slots`. */
export function toUnit(text: string): Unit | null {
  if (text === 'block' || text === 'slot') return `${text}s`;
  return Object.hasOwn(units, text) ? (text as Unit) : null;
}

/** A value in `from` expressed in `to`, or `null` where the two measure different things. */
export function convert(value: number, from: Unit, to: Unit): number | null {
  if (units[from].dimension !== units[to].dimension) return null;
  return (value * units[from].factor) / units[to].factor;
}

/** The units that fit a reading in `unit`, for messages. */
export function unitsLike(unit: Unit): Unit[] {
  return unitNames.filter((name) => units[name].dimension === units[unit].dimension);
}
