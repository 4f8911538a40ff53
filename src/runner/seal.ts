import type { Reason } from '../schemas/reason.ts';
import type { Evidence, ReadingResult } from '../schemas/report.ts';
import { clip, visible } from '../text/visible.ts';

/** A piece of evidence as it was taken, not yet safe to show. */
export interface RawEvidence {
  title: string;
  text: string;
}

const maxPieces = 10;
const maxBytes = 8192;
const maxReading = 2000;
const maxMessage = 1000;

/** Makes texts safe to leave the thread: secrets replaced, control characters visible, length bounded. */
export interface Seal {
  reason(reason: Reason): Reason;
  reading(reading: ReadingResult): ReadingResult;
  evidence(pieces: readonly RawEvidence[]): Evidence[];
}

/** What one attempt came to, before it is sealed. */
export interface Unsealed {
  reason: Reason | null;
  readings: readonly ReadingResult[];
  evidence: readonly RawEvidence[];
}

/** Of one piece so much is read: more is never shown. */
const mostRead = 8 * maxBytes;
/** No card's number has fewer than twelve digits. */
const smallestCard = 1e11;
/** The end of what was read is left out where more followed: half a secret may stand there. */
const unsure = 1024;

/** Every text of it that comes from elsewhere, in one: what redacting them needs is told from it. */
export function textsOf({ reason, readings, evidence }: Unsealed): string {
  return [
    ...(reason ? [reason.message, reason.hint] : []),
    ...readings.flatMap(({ name, value }) => (typeof value === 'string' ? [named(name, value)] : [])),
    ...evidence.slice(0, maxPieces).flatMap(({ title, text }) => [title, text.slice(0, mostRead)]),
  ].join('\n');
}

/** A reading's name says whether 64 hex digits are a hash. */
const named = (name: string, value: string): string => `${name}: ${value}`;

/** `redact` takes the secrets out of a text: all of them, since nothing behind the seal looks again. */
export function createSeal(redact: (text: string) => string): Seal {
  const clean = (text: string): string => visible(redact(text));
  const short = (text: string, max: number): string => {
    const { text: kept, truncated } = clip(clean(text), max);
    return truncated ? `${kept}…` : kept;
  };
  const value = (name: string, text: string): string => {
    const prefix = named(name, '');
    const { text: kept, truncated } = clip(visible(redact(named(name, text)).slice(prefix.length)), maxReading);
    return truncated ? `${kept}…` : kept;
  };
  // A card's number is one in JSON, too.
  const number = (name: string, it: number): number | string => {
    if (it < smallestCard || !Number.isSafeInteger(it)) return it;
    const safe = value(name, String(it));
    return safe === String(it) ? it : safe;
  };
  return {
    reason: ({ code, message, hint }) => ({ code, message: short(message, maxMessage), hint: short(hint, maxMessage) }),
    reading: (reading) => ({
      ...reading,
      value:
        typeof reading.value === 'string'
          ? value(reading.name, reading.value)
          : typeof reading.value === 'number'
            ? number(reading.name, reading.value)
            : reading.value,
    }),
    evidence: (pieces) =>
      pieces.slice(0, maxPieces).map(({ title, text }) => {
        // Redacting comes before clipping: a secret cut in two would be recognised no more.
        const isWhole = text.length <= mostRead;
        const safe = redact(isWhole ? text : text.slice(0, mostRead));
        const redacted = clip(isWhole ? safe : safe.slice(0, -unsure), 4 * maxBytes);
        const bounded = clipBytes(visible(redacted.text));
        return {
          title: short(title, 200),
          text: bounded.text,
          truncated: bounded.truncated || redacted.truncated || !isWhole,
        };
      }),
  };
}

function clipBytes(text: string): { text: string; truncated: boolean } {
  if (text.length <= maxBytes / 3) return { text, truncated: false };
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return { text, truncated: false };
  // In streaming mode the decoder leaves out a character that the cut went through.
  return { text: new TextDecoder().decode(bytes.subarray(0, maxBytes), { stream: true }), truncated: true };
}
