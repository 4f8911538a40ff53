import { foldText } from './fold-text.ts';

/** `+1 (415) 555-0132`, `0800 555 0199`, `1-800-555-0199`: what nobody takes for an amount or a block. */
const international = /(?<![\w+])\+\d[\d ().-]{6,20}\d(?![\w%])/g;
const tollFree = /(?<![\w.,+-])(?:1[ -])?\(?(?:0?800|0?300|888|877|866)\)?[ -]\d{3}[ -]?\d{3,4}(?!\w)/g;
/** A number right behind what says that one calls or writes to it. */
const labelled =
  /\b(?:phone|telephone|tel|call|dial|ring|whatsapp|sms|hotline|telefono|llame|llamar|llamenos|marque|celular|telefone|ligue|ligar|disque)\b[^\d\n]{0,24}(\d[\d ().-]{5,20}\d)(?![\w%])/g;

/** Phone numbers in a text, with their places. Of a hash, an address or an amount none. */
export function phoneNumbers(text: string): { number: string; offset: number }[] {
  const folded = foldText(text);
  const found = new Map<number, string>();
  for (const [pattern, group] of [
    [international, 0],
    [tollFree, 0],
    [labelled, 1],
  ] as const)
    for (const match of folded.matchAll(pattern)) {
      const number = match[group] ?? '';
      const digits = number.replace(/\D/g, '').length;
      const offset = match.index + match[0].lastIndexOf(number);
      const isInside = [...found].some(([at, other]) => offset >= at && offset < at + other.length);
      if (digits >= 7 && digits <= 15 && !isInside) found.set(offset, number);
    }
  return [...found].map(([offset, number]) => ({ number, offset })).sort((a, b) => a.offset - b.offset);
}
