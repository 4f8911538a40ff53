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

export function createSeal(redact: (text: string) => string): Seal {
  const clean = (text: string): string => visible(redact(text));
  const short = (text: string, max: number): string => {
    const { text: kept, truncated } = clip(clean(text), max);
    return truncated ? `${kept}…` : kept;
  };
  return {
    reason: ({ code, message, hint }) => ({ code, message: short(message, maxMessage), hint: short(hint, maxMessage) }),
    reading: (reading) => ({
      ...reading,
      value: typeof reading.value === 'string' ? short(reading.value, maxReading) : reading.value,
    }),
    evidence: (pieces) =>
      pieces.slice(0, maxPieces).map(({ title, text }) => {
        // Redacting comes before clipping: a secret cut in two would be recognised no more.
        const redacted = clip(redact(text), 4 * maxBytes);
        const bounded = clipBytes(visible(redacted.text));
        return { title: short(title, 200), text: bounded.text, truncated: bounded.truncated || redacted.truncated };
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
