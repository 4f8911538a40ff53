import type { PacketCheck } from '../../schemas/packet.ts';

// A page without the schemas' library looks at what its tab kept, key by key.

type Fields = Record<string, unknown>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isOneOf = (value: unknown, ...known: string[]): boolean => isText(value) && known.includes(value);
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isTime = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value));

const verdicts = ['pass', 'warn', 'fail', 'error', 'skip'];

/** Whether something that a tab kept has the shape of a check as packets tell it. */
export function isPacketCheck(value: unknown): value is PacketCheck {
  return (
    isFields(value) &&
    isText(value.block) &&
    isText(value.title) &&
    isText(value.check) &&
    isTextOrNull(value.target) &&
    isOneOf(value.verdict, ...verdicts) &&
    (value.reason === null ||
      (isFields(value.reason) &&
        isText(value.reason.code) &&
        isText(value.reason.message) &&
        isText(value.reason.hint))) &&
    Array.isArray(value.readings) &&
    value.readings.every(isReading) &&
    isTime(value.startedAt) &&
    isTime(value.provenAt) &&
    isOneOf(value.by, 'server', 'terminal', 'ci') &&
    typeof value.own === 'boolean'
  );
}

function isReading(value: unknown): boolean {
  return (
    isFields(value) &&
    isText(value.name) &&
    (value.value === null || ['string', 'number', 'boolean'].includes(typeof value.value)) &&
    isTextOrNull(value.unit) &&
    isText(value.healthy) &&
    isTextOrNull(value.degraded) &&
    isOneOf(value.verdict, ...verdicts)
  );
}
