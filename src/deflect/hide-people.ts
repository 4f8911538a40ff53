/** Stands for what may not be told. */
export const hidden = '…';

/** Words of a person's name or address that are ordinary words of tickets, too. */
const ordinary = new Set([
  'com',
  'org',
  'net',
  'gmail',
  'hotmail',
  'outlook',
  'yahoo',
  'mail',
  'support',
  'wallet',
  'user',
  'the',
  'and',
  'del',
  'dos',
  'las',
  'los',
  'icloud',
  'admin',
  'help',
  'team',
  'info',
  'test',
  'crypto',
  'bitcoin',
]);

const letters = /[\p{L}\p{M}]{3,}/gu;

/** After these words comes a name, however it is written. */
const introductions =
  /\b((?:my (?:full )?name is|i am called|mi nombre (?:completo )?es|me llamo|meu nome (?:completo )?[ée]|me chamo|chamo-me)\s+)(?:[\p{L}'’-]{2,})(?:[ \t]+\p{Lu}[\p{Ll}'’-]+|[ \t]+[\p{L}'’-]{3,}(?=[\s]*(?:[.,!\n]|$|y |and |e )))*/giu;

/** After these, only what begins with a capital is a name: `I am worried`. */
const iAm =
  /\b((?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Ss]oy|[Ss]ou(?: [oa])?|[Aa]qu[ií] (?:es|est[aá]|[ée])|[Hh]abla|[Ff]ala)\s+)(?:\p{Lu}[\p{Ll}'’-]+[ \t]*){1,4}/gu;

const farewells = `(?:(?:[Mm]any|[Bb]est|[Kk]ind|[Ww]arm)? ?[Rr]egards|[Mm]any [Tt]hanks|[Tt]hanks|THANKS|[Tt]hank you|[Tt]hx|[Cc]heers|[Ss]incerely|[Yy]ours|[Uu]n saludo|[Ss]aludos(?: cordiales)?|[Aa]tentamente|[Gg]racias|[Aa]tenciosamente|[Aa]tt|[Aa]bra[cç]os?|[Oo]brigad[oa])(?: (?:in advance|de antemano|desde j[aá]|so much|very much|again))?`;
/** A letter's end: what follows is who wrote it; on the last line, in small letters, too. */
const signed = new RegExp(
  `(^|[\\n.!?,]\\s*)(${farewells})[\\s,.!-]*\\p{Lu}[\\p{L}'’.-]*(?:[ \\t]+\\p{Lu}[\\p{L}'’.-]*){0,3}[ \\t]*(?=\\n|$)`,
  'gu',
);
const signedLast = new RegExp(
  `(\\n\\s*)(${farewells})[ \\t,.!-]*\\n[ \\t]*[\\p{L}'’.-]+(?:[ \\t]+[\\p{L}'’.-]+){0,2}[ \\t]*$`,
  'u',
);
const greeting =
  /^((?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Hh]ola|[Bb]uenas|[Bb]uenos d[ií]as|[Ee]stimad[oa]s?|[Oo]l[aá]|[Oo]i|[Bb]om dia|[Bb]oa tarde|[Pp]rezad[oa]s?|[Cc]ar[oa])\s+)\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,2}\s*(?=[,!.\n])/gmu;

/**
 * Takes people out of a text: the words of the names and addresses that its row has, who somebody says they
 * are, whom they greet, and who signs. What redaction recognises is not repeated here.
 */
export function hidePeople(text: string, people: readonly string[]): string {
  const words = new Set(
    people.flatMap((person) => (person.match(letters) ?? []).map(fold)).filter((word) => !ordinary.has(word)),
  );
  const known = words.size === 0 ? text : text.replace(letters, (word) => (words.has(fold(word)) ? hidden : word));
  return known
    .replace(introductions, (_, before: string) => `${before}${hidden}`)
    .replace(iAm, (_, before: string) => `${before}${hidden} `)
    .replace(signed, (_, before: string, word: string) => `${before}${word} ${hidden}`)
    .replace(signedLast, (_, before: string, word: string) => `${before}${word} ${hidden}`)
    .replace(greeting, (_, before: string) => `${before}${hidden}`);
}

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Redaction's marks as `…`: `[private key removed]` is nothing that anybody wrote, and would be taken for it. */
export const withoutMarks = (text: string): string => text.replace(/\[[^\]\n]{2,40} removed\]|‹secret:[^›]*›/g, hidden);

/**
 * Takes out what points at one person's case: links, hashes, addresses, order ids, handles, numbers of four
 * digits and more (an error's number is not one: `-32000`, `4001` stay where a sign or a word of errors stands
 * before them).
 */
export function hideCase(text: string): string {
  return text
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, hidden)
    .replace(/(^|\s)@[\w.]{3,}/g, `$1${hidden}`)
    .replace(/\b0x[0-9a-f]{5,}\b\.{0,3}|\b0x[0-9a-f]*(?:\.{2,3}|…)[0-9a-f]+\b/gi, hidden)
    .replace(/\b(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{12,}\b/gi, hidden)
    .replace(
      /(\b(?:error|code|c[oó]digo|erro|status)\b[\s:#=(]*)?(?<![\w.])([-#]?\d(?:[.,\s/:-]?\d){3,})/giu,
      (whole, word, digits: string) =>
        (word !== undefined && /^[-#]?\d{3,6}$/.test(digits)) || digits.replace(/\D/g, '').length < 4
          ? whole
          : `${word ?? ''}${hidden}`,
    )
    .replace(/…(?:[\s,.;:/-]*…)+/g, hidden);
}
