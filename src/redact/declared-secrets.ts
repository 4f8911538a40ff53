/** Where a declared secret stands. */
export interface DeclaredFound {
  start: number;
  end: number;
  name: string;
}

/** A text shorter than this is no secret, and replacing it would spoil every text. */
const shortest = 4;
/** Hex and the middle of a base 64 text say enough only for a longer one. */
const shortestEncoded = 8;

/** The ways in which a secret is written: as it is, percent-encoded, inside JSON or HTML, in base 64, in hex. */
function formsOf(value: string): string[] {
  const inJson = JSON.stringify(value).slice(1, -1);
  const percent = encodeURIComponent(value);
  const forms = [
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percent.replaceAll('%20', '+'),
    // As `URLSearchParams` and most forms write it.
    new URLSearchParams([['', value]]).toString().slice(1),
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ...inBase64(value),
  ];
  if (value.length >= shortestEncoded) {
    const hex = Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, '0')).join('');
    forms.push(hex, hex.toUpperCase());
  }
  return forms;
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** What base 64 makes of `value`, alone and inside a longer text (`user:value`), where it may begin at three places. */
function inBase64(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const cores = [0, 1, 2].map((offset) => {
    const text = base64(Uint8Array.from([...new Uint8Array(offset), ...bytes])).replace(/=+$/, '');
    // The first and last characters also hold bits of what stands around the value.
    const end = ((offset + bytes.length) * 8) % 6 === 0 ? text.length : text.length - 1;
    return text.slice(Math.ceil((offset * 8) / 6), end);
  });
  const standard = [base64(bytes), ...cores.filter((core) => core.length >= 6)];
  return standard.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** All forms of all secrets, to be looked for at once. */
export interface DeclaredSecrets {
  find(text: string): DeclaredFound[];
}

const slots = 1 << 16;
const slotOf = (one: number, two: number): number => ((one << 8) ^ two) & (slots - 1);

/**
 * Prepares the search for the values of `secrets`, of four characters and more, in all the ways in
 * which they are written. `null` where there are none. Looks at every third character of a text or so,
 * however many there are (Wu and Manber, “A fast algorithm for multi-pattern searching”, 1994).
 */
export function declaredSecrets(secrets: Readonly<Record<string, string>>): DeclaredSecrets | null {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(secrets)) {
    if (value.length < shortest) continue;
    for (const form of formsOf(value)) if (!names.has(form)) names.set(form, name);
  }
  if (names.size === 0) return null;
  // Longest first, so that a secret inside another one leaves no rest.
  const forms = [...names].sort(([a], [b]) => b.length - a.length);
  const least = Math.min(...forms.map(([form]) => form.length));
  const shifts = new Uint8Array(slots).fill(Math.min(255, least - 1));
  const ends = new Map<number, [form: string, name: string][]>();
  for (const entry of forms) {
    const [form] = entry;
    for (let at = 1; at < least; at += 1) {
      const slot = slotOf(form.charCodeAt(at - 1), form.charCodeAt(at));
      shifts[slot] = Math.min(shifts[slot] ?? 0, least - 1 - at);
      if (at === least - 1) ends.set(slot, [...(ends.get(slot) ?? []), entry]);
    }
  }
  return {
    find(text) {
      const found: DeclaredFound[] = [];
      for (let at = least - 1; at < text.length; ) {
        const slot = slotOf(text.charCodeAt(at - 1), text.charCodeAt(at));
        const shift = shifts[slot] ?? 0;
        if (shift > 0) {
          at += shift;
          continue;
        }
        const start = at - least + 1;
        const match = ends.get(slot)?.find(([form]) => text.startsWith(form, start));
        at += 1;
        if (!match) continue;
        const [form, name] = match;
        const last = found.at(-1);
        // Two that overlap go together: no rest of either is left.
        if (last && start < last.end) last.end = Math.max(last.end, start + form.length);
        else found.push({ start, end: start + form.length, name });
      }
      return found;
    },
  };
}

/** Replaces what was found by `‹secret:NAME›`. */
export function withoutDeclared(text: string, secrets: DeclaredSecrets): string {
  let safe = '';
  let done = 0;
  for (const { start, end, name } of secrets.find(text)) {
    safe += `${text.slice(done, start)}${declaredMark(name)}`;
    done = end;
  }
  return safe + text.slice(done);
}

/** What stands in a text for a declared secret. */
export const declaredMark = (name: string): string => `‹secret:${name}›`;
