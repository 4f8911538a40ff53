import type { Removal } from './removed-kinds.ts';
import type { Places } from './scan-text.ts';

// What says that a number is no card and no phone. Right before it, with little between.
const otherwise =
  /(?:order|orden|pedido|ord|transaction|tx|trade|request|user|account|chat|ticket|case|invoice|ref(?:erence)?|receipt|tracking|(?<!(?<![a-z])(?:prepa|repa|pa|unpa|sa|val|b))id|uid|uuid|hash|block|bloque|bloco|slot|height|altura|nonce|epoch|ts|time(?:stamp)?|fecha|data|date|amount|monto|valor|value|total|balance|saldo|price|precio|preço|supply|volume|wei|gwei|sats?|satoshis?|lamports|gas(?:limit|price|used)?|fee|size|bytes|length|offset|seq(?:uence)?|version|build|pid|port|line|row|count|duration|ms|ns|number|no|nr|n[º°]|blocknumber|chain(?:id)?|decimals|cursor|page|took|eta|limit|index|from block|to block|cnpj|cpf|isbn|ean|issn)s?["'`]{0,2}\s{0,2}[:=#(~>→]{0,2}\s{0,2}["'`[]{0,2}(?:[#$€£¥]|R\$)?$/iu;
const money = /(?:[$€£¥₿]|R\$|US\$|\b(?:usd|eur|brl|mxn|ars|cop|usdt|usdc|btc|eth|bnb|sol|trx))\s{0,2}$/i;
const unit =
  /^[ \u00a0\u202f]{0,2}(?:%|[$€£¥₿]|(?:usd[tc]?|eur|brl|mxn|ars|cop|clp|pen|dai|btc|eth|bnb|sol|trx|matic|pol|avax|ltc|wei|gwei|sats?|satoshis?|lamports|sun|bytes|[kmgt]i?b|ms|ns|µs|s|h|min|seconds?|minutes?|hours?|days?|d[ií]as?|horas?|blocks?|bloques?|blocos?|slots?|gas|units?|tokens?|rows?|requests?|users?|times|veces|vezes|confirmations?|d[oó]lares|dollars|euros|reais|pesos)\b)/iu;

const card =
  /(?:4\d{12}(?:\d{3}){0,2}|(?:5[0-8]|6\d)\d{14}(?:\d{1,3})?|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|220[0-4])\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|9792\d{12}|3841\d{12}(?:\d{3})?)/;
const wholeCard = new RegExp(`^${card.source}$`);
/** As they are printed, the longest last: 4-4-4-4, 4-6-5, 4-6-4, 4-4-4-4-3; and in one. */
const written = [
  /(?<!\d)\d{4}([ \u00a0.-]|[ ]-[ ])\d{4}\1\d{4}\1\d{4}(?!\d)/g,
  /(?<!\d)\d{4}([ \u00a0.-])\d{6}\1\d{4,5}(?!\d)/g,
  /(?<!\d)\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{4}\1\d{1,3}(?!\d)/g,
  /(?<!\d)\d{13,19}(?!\d)/g,
];

/** Whether the digit that guards a card's number is right (Luhn, ISO/IEC 7812-1). */
export function holdsLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i -= 1, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

const month = String.raw`(?:0[1-9]|1[0-2])[ ]?[/-][ ]?(?:20)?\d{2}(?!\d)`;
const expiry = new RegExp(`(?<!\\d)${month}`);
const code =
  /\b(?:cv[cv]2?|cid|csc|code|c[oó]digo(?: de (?:seguridad|seguran[cç]a))?|security code)\b[^\d\n]{0,12}(\d{3,4})(?!\d)/iu;
/** Expiry and code without a word: `12/27 123`. */
const bare = new RegExp(`^[\\s,;|/.:-]{1,4}(?:exp\\w*[ .:]{1,3})?${month}[\\s,;|/.-]{1,4}(\\d{3,4})(?![\\d-])`, 'iu');
const bareCode = /^[\s,;|]{1,4}(\d{3,4})(?=\s*$|[\s,;.](?!\d))/u;

/** Card numbers whose check digit holds, with the code and the expiry that stand near. */
export function cards(text: string, { numbers }: Places): Removal[] {
  const removals: Removal[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const [from = 0, to = 0] = [numbers[i], numbers[i + 1]];
    if (to - from < 13) continue;
    const run = text.slice(from, to);
    for (const match of written.flatMap((pattern) => [...run.matchAll(pattern)])) {
      const digits = match[0].replace(/\D/g, '');
      const start = from + match.index;
      const end = start + match[0].length;
      if (!wholeCard.test(digits) || !holdsLuhn(digits) || isPartOfMore(text, start, end)) continue;
      const isPlain = digits.length === match[0].length;
      if (isPlain && isOther(text, start, end)) continue;
      removals.push({ kind: 'card-number', start, end });
      removals.push(...around(text, end));
    }
  }
  return removals;
}

/** The code and the expiry right behind a card's number. */
function around(text: string, end: number): Removal[] {
  const parts: Removal[] = [];
  const behind = text.slice(end, end + 100);
  const add = (at: number, length: number): void => {
    parts.push({ kind: 'card-number', start: end + at, end: end + at + length, isPart: true });
  };
  const date = expiry.exec(behind);
  if (date) add(date.index, date[0].length);
  const named = code.exec(behind) ?? bare.exec(behind) ?? (date === null ? bareCode.exec(behind) : null);
  if (named?.[1] !== undefined) add(named.index + named[0].length - named[1].length, named[1].length);
  return parts;
}

const isPartOfMore = (text: string, start: number, end: number): boolean =>
  /[A-Za-z0-9_]/.test(text.charAt(start - 1)) ||
  /[A-Za-z0-9_]/.test(text.charAt(end)) ||
  /^\.\d/.test(text.slice(end, end + 2)) ||
  /\d\.$/.test(text.slice(Math.max(0, start - 2), start));

/** Whether words around it say that a number is something else. */
function isOther(text: string, start: number, end: number, fence = 0): boolean {
  const before = text.slice(Math.max(fence, start - 40), start);
  return otherwise.test(before) || money.test(before) || unit.test(text.slice(end, end + 20));
}

const phoneLabel =
  /(?:phone|tel(?:ephone|[eé]fono|efone)?|tlf|mobile|m[oó]vil|celular|cel|cell|fone|whats ?app|wpp|wapp|zap|sms|telegram|signal|fax|contact(?:o|ame)?|contato|call(?: me| us)?|ll[aá]m(?:ame|enme|ar)|liga(?:r|me)?|my number|mi n[uú]mero|meu n[uú]mero|wa\.me\/|tel:)(?: ?(?:number|no\.?|n[uú]mero|n[º°.]))?["'`]?\s{0,2}(?:[:=(→-]|is|es|é|at|al|on|no|para|to|me|en|em)?\s{0,2}(?:[:=(]\s?)?["'`]?\s{0,1}\+?\(?$/iu;
const dateOrTime =
  /^(?:(?:19|20)\d{2}[-. ]?(?:0[1-9]|1[0-2])[-. ]?(?:[0-2]\d|3[01])(?:\D.*|\d{4,6})?|(?:[0-2]?\d|3[01])[-. ](?:0?[1-9]|1[0-2])[-. ](?:19|20)\d{2}(?:\D.*)?)$/;

/**
 * Shapes of numbers as they are written where no country code is: of Brazil, North America, Mexico,
 * Argentina, Colombia, Chile, Spain, Portugal, the United Kingdom, France, Germany.
 */
const locals: readonly RegExp[] = [
  /^\(\d{2,4}\) ?9? ?\d{3,5}[-. ]?\d{3,4}$/,
  /^\d{3}[-.]\d{3}[-.]\d{4}$/,
  /^\d{3} \d{3}[- ]\d{4}$/,
  /^\d{2} 9 ?\d{4}[- ]?\d{4}$/,
  /^9\d{4}-\d{4}$/,
  /^\d{2} \d{4}[- ]\d{4}$/,
  /^0\d{2,4}[- ]15[- ]?\d{3,4}[- ]\d{4}$/,
  /^[67]\d{2} \d{3} \d{3}$/,
  /^[67]\d{2} \d{2} \d{2} \d{2}$/,
  /^9[1236]\d \d{3} \d{3}$/,
  /^3[0-2]\d \d{3} \d{4}$/,
  /^0[67](?:[ .]\d{2}){4}$/,
  /^07\d{3} \d{3} ?\d{3}$/,
  /^0\d{2,4}[ -/]\d{3,4}[ -]?\d{3,4}$/,
];

/** Phone numbers: international ones, and local ones by their shape or by the word before them. `others` are cards. */
export function phones(text: string, { numbers }: Places, others: readonly Removal[] = []): Removal[] {
  const removals: Removal[] = [];
  let next = 0;
  const look = (from: number, to: number): void => {
    const run = to - from <= 40 ? to : (atMost(text, from, to) ?? from);
    if (run - from < 7) return;
    const found = phoneIn(text, from, run, removals.at(-1)?.end ?? 0);
    if (found) removals.push({ kind: 'phone', ...found });
  };
  for (let i = 0; i < numbers.length; i += 2) {
    let from = numbers[i] ?? 0;
    const to = numbers[i + 1] ?? 0;
    while (next < others.length && (others[next]?.end ?? 0) <= from) next += 1;
    // Digits of a card right behind a phone, or before it, are no part of it.
    for (; next < others.length && (others[next]?.start ?? 0) < to; next += 1) {
      look(from, others[next]?.start ?? from);
      from = others[next]?.end ?? from;
    }
    look(from, to);
  }
  return removals;
}

/** Where the first number of many ends that stand one behind the other, if it begins with `+`. */
function atMost(text: string, from: number, to: number): number | null {
  if (text.charAt(from - 1) !== '+') return null;
  const groups = /^\d{1,4}(?:[ ().-]{1,2}\d{1,5}){1,5}(?=[ ])/.exec(text.slice(from, Math.min(to, from + 24)));
  return groups ? from + groups[0].length : null;
}

function phoneIn(text: string, from: number, to: number, fence: number): { start: number; end: number } | null {
  const run = text.slice(from, to);
  const [lead = ''] = /^[-._\s()]*/.exec(run) ?? [];
  const first = from + lead.length;
  const trimmed = run.slice(lead.length).replace(/[-._\s(]+$/, '');
  const end = first + trimmed.length;
  if (/[A-Za-z0-9_]/.test(text.charAt(end)) || /[A-Za-z_]/.test(text.charAt(first - 1))) {
    // A letter right beside it: an id.
    return null;
  }
  const digits = trimmed.replace(/\D/g, '');
  const start = text.charAt(first - 1) === '(' ? first - 1 : first;
  const shown = text.slice(start, end);
  const plus = text.charAt(start - 1) === '+' ? start - 1 : -1;
  const before = text.slice(Math.max(fence, start - 48), plus >= 0 ? plus : start);
  const isLabelled = phoneLabel.test(before);
  if (plus >= 0) {
    const isNumber = digits.length >= 8 && digits.length <= 15 && /^[1-9]/.test(digits);
    if (!isNumber || /[A-Za-z0-9_]/.test(text.charAt(plus - 1))) return null;
    if (isLabelled) return { start: plus, end };
    return unit.test(text.slice(end, end + 20)) || otherwise.test(before) || /\.\d{1,2}$|^\d+\.\d+$/.test(trimmed)
      ? null
      : { start: plus, end };
  }
  if (isLabelled) return digits.length <= 15 && !dateOrTime.test(trimmed) ? { start, end } : null;
  if (
    digits.length > 13 ||
    dateOrTime.test(trimmed) ||
    /^:\d/.test(text.slice(end, end + 2)) ||
    /[:/#.,=-]/.test(text.charAt(start - 1))
  )
    return null;
  if (!locals.some((shape) => shape.test(shown)) || isOther(text, start, end, fence)) return null;
  return { start, end };
}
