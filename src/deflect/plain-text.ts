const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** How much of a ticket is read: what it is about stands at its beginning. */
const mostRead = 4000;

/** Where a mail program repeats the mail that is answered. */
const repeated =
  /^\s*(?:>|-{2,}\s*(?:original message|mensaje original|mensagem original|forwarded message)|on .{5,120} wrote:|el .{5,120} escribi[oó]:|em .{5,120} escreveu:|from: |de: |enviado (?:desde|do) (?:mi|meu) |sent from my )/i;

// A tag ends before the next one begins: many that are never closed are looked at once each.
const tag = /<[a-z!/][^<>]*>/i;
const tags = new RegExp(tag, 'gi');
const lineEnds = /<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/gi;

/** What a person wrote, of a body that may be HTML: no tags, no mail that is repeated under it, at most 4,000 characters. */
export function plainText(body: string): string {
  const start = body.slice(0, mostRead * 10);
  const text = tag.test(start) ? withoutTags(start) : start.slice(0, mostRead * 4);
  const kept: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (kept.length > 0 && repeated.test(line)) break;
    kept.push(line);
  }
  return kept
    .join('\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .slice(0, mostRead);
}

const withoutTags = (html: string): string =>
  html
    .replace(/<(style|script|blockquote|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(lineEnds, '\n')
    .replace(tags, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
