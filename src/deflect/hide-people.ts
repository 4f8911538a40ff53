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

/** After these words somebody says who they are, up to the end of the sentence. */
const introductions =
  /\b((?:my (?:full )?name is|this is|i am called|mi nombre (?:completo )?es|me llamo|meu nome (?:completo )?[ée]|me chamo|chamo-me|habla|aqu[ií] (?:es|est[aá])|aqui [ée]|fala)\s+)((?:\p{Lu}[\p{L}'’.-]*\s*){1,4}|[\p{Ll}'’-]{3,}(?:\s+[\p{Ll}'’-]{3,})?)/giu;
const iAm = /\b((?:[Ii]['’]?m|[Ii] am|[Ss]oy|[Ss]ou(?: [oa])?)\s+)((?:\p{Lu}[\p{Ll}'’-]+\s*){1,4})/gu;

/** A letter's end: what follows is who wrote it. */
const farewell =
  /(^|[\n.!?,]\s*)((?:many |best |kind |warm )?(?:thanks|thank you|thx|regards|cheers|sincerely|yours|saludos(?: cordiales)?|atentamente|gracias|un saludo|atenciosamente|att|abra[cç]os?|obrigad[oa])(?: (?:in advance|de antemano|desde j[aá]|so much|very much|again))?)[\s,.!-]*\n?[ \t]*((?:\p{Lu}[\p{L}'’.-]*[ \t]*){1,4})(?=\n|$)/giu;
const greeting =
  /^((?:hi|hello|hey|dear|hola|buenas|buenos d[ií]as|estimad[oa]s?|ol[aá]|oi|bom dia|boa tarde|prezad[oa]s?|car[oa])\s+)((?:\p{Lu}[\p{L}'’-]*\s*){1,3})(?=[,!.\n])/iu;

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
    .replace(introductions, (_, before: string) => `${before}${hidden} `)
    .replace(iAm, (_, before: string) => `${before}${hidden} `)
    .replace(farewell, (_, before: string, word: string) => `${before}${word} ${hidden}`)
    .replace(greeting, (_, before: string) => `${before}${hidden}`);
}

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Takes out what points at one person's case: links, hashes, addresses, order ids, handles, numbers of four
 * digits and more (an error's number is not one: `-32000`, `4001` stay where a sign or a word of errors stands
 * before them), and the marks that redaction left.
 */
export function hideCase(text: string): string {
  return text
    .replace(/\[[^\]\n]{2,40} removed\]|‹secret:[^›]*›/g, hidden)
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, hidden)
    .replace(/(^|\s)@[\w.]{3,}/g, `$1${hidden}`)
    .replace(/\b0x[0-9a-f]{5,}\b\.{0,3}|\b0x[0-9a-f]*(?:\.{2,3}|…)[0-9a-f]+\b/gi, hidden)
    .replace(/\b(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{12,}\b/gi, hidden)
    .replace(
      /(\b(?:error|code|c[oó]digo|erro|status)\b[\s:#=(]*)?(?<![\w.])([-#]?\d[\d.,\s/:-]{2,}\d)/giu,
      (whole, word, digits: string) =>
        (word !== undefined && /^[-#]?\d{3,6}$/.test(digits)) || digits.replace(/\D/g, '').length < 4
          ? whole
          : `${word ?? ''}${hidden}`,
    )
    .replace(/…(?:[\s,.;:/-]*…)+/g, hidden);
}
