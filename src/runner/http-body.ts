/** An answer's body is read no further than this, decoded. */
export const maxBody = 2 * 1024 * 1024;
/** Nor in more pieces: each costs the thread some time, and millions of them that of all checks in it. */
export const maxPieces = 50_000;

export interface Body {
  bytes: Uint8Array;
  /**
   * `too-large`: there is more than `maxBody`. `crumbs`: it comes in more than `maxPieces`. `cut`: the
   * connection or the encoding broke off.
   */
  ending: 'whole' | 'too-large' | 'crumbs' | 'cut';
  /** What broke, where it is `cut`. */
  error: unknown;
}

/** Reads a body to its end, decoded, and gives up as soon as it is too large. */
export async function readBody(response: Response): Promise<Body> {
  const pile = createPile();
  let pieces = 0;
  let ending: Body['ending'] = 'whole';
  let error: unknown = null;
  if (response.body) {
    const reader = response.body.getReader();
    try {
      while (true) {
        const { done, value } = await reader.read();
        if (done) break;
        pile.add(value);
        pieces += 1;
        if (pile.size > maxBody || pieces > maxPieces) {
          ending = pile.size > maxBody ? 'too-large' : 'crumbs';
          void reader.cancel().catch(() => {});
          break;
        }
      }
    } catch (thrown) {
      ending = 'cut';
      error = thrown;
    }
  }
  return { bytes: pile.bytes(), ending, error };
}

/** Collects chunks in one piece: kept each by itself, a million chunks of one byte would fill the thread's memory. */
function createPile(): { readonly size: number; add(chunk: Uint8Array): void; bytes(): Uint8Array } {
  let room: Uint8Array = new Uint8Array();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(chunk) {
      if (size === 0) room = chunk;
      else {
        if (size + chunk.length > room.length) {
          const wider = Buffer.allocUnsafe(Math.max(16_384, 2 * (size + chunk.length)));
          wider.set(room.subarray(0, size));
          room = wider;
        }
        room.set(chunk, size);
      }
      size += chunk.length;
    },
    bytes: () => room.subarray(0, size),
  };
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** The bytes as text, or `null` where they are not UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** The beginning of the bytes as text, for people: what is not UTF-8 becomes `U+FFFD`. */
export function decodeForPeople(bytes: Uint8Array): string {
  return lenient.decode(bytes.subarray(0, 64 * 1024));
}

/** Parses JSON; otherwise a sentence that says what is there instead. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  if (isDeep(text))
    return { ok: false, message: `The answer is JSON that is nested more than ${maxDepth} levels deep.` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: insteadOfJson(text, error instanceof Error ? error.message : '') };
  }
}

/** No API nests like this, and whoever walks such a value runs out of stack. */
const maxDepth = 200;

function isDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === quote) inText = !inText;
    else if (inText && c === backslash) i += 1;
    else if (!inText && (c === openBracket || c === openBrace)) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (!inText && (c === closeBracket || c === closeBrace)) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function insteadOfJson(text: string, problem: string): string {
  const start = text.trimStart();
  if (start === '') return 'The answer is empty; expected JSON.';
  if (start.startsWith('<')) {
    // Near the beginning, or the pattern would search a long text again and again.
    const title = /<title[^>]*>([^<]{1,120})/i.exec(start.slice(0, 4096))?.[1]?.trim();
    const kind = /^<(!doctype html|html|head|body)/i.test(start) ? 'an HTML page' : 'markup';
    return `The answer is ${kind}${title ? ` titled “${title}”` : ''}; expected JSON.`;
  }
  // V8 names the place; at the end of the text it means that more should have come.
  const at = Number(/at position (\d+)/.exec(problem)?.[1] ?? Number.NaN);
  if (/end of JSON/i.test(problem) || at >= text.trimEnd().length) {
    return `The answer is JSON that breaks off after ${Buffer.byteLength(text)} bytes.`;
  }
  return `The answer is no JSON; it starts with \`${start.slice(0, 60)}\`.`;
}
