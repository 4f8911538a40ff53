import { foldText } from './fold-text.ts';

/** What no text for users may say. Offsets count in UTF-16 units of the text that was judged. */
export type Unsafe =
  | { kind: 'asks-secret' | 'promises'; offset: number; sentence: string }
  /** A span of time, which reads as a promise. `ours`: said of ourselves, which is one. */
  | { kind: 'span'; offset: number; sentence: string; span: string; ours: boolean };

/** A pattern in which a blank stands for as many as there are: a line that was broken has several. */
const loose = (source: string, flags = ''): RegExp =>
  new RegExp(
    source.replace(/ (\?)?/g, (_, optional) => (optional ? ' *' : ' +')),
    flags,
  );

/** What must never be asked for, in English, Spanish and Portuguese, accents folded. */
const secrets = loose(
  `\\b(?:${[
    '(?:recovery|secret|seed|mnemonic|backup) ?(?:recovery )?(?:phrases?|words?)',
    'your (?:phrase|seed)',
    'private keys?',
    '(?:12|24|twelve|twenty-four) words',
    'frases? (?:secretas?|semillas?|sementes?|de (?:recuperacion|recuperacao|respaldo))',
    '(?:su|sua) frase',
    'palabras secretas|palavras secretas',
    '(?:clave|llave|chave)s? privadas?',
    '(?:12|24|doce|doze) (?:palabras|palavras)',
  ].join('|')})\\b`,
);
const asks = loose(
  /\b(?:send|share|tell|give|provide|paste|enter|type|write|confirm|reply with|show|attach|envie\w*|envia\w*|mande\w*|manda\w*|comparta\w*|compartilh\w*|diga\w*|indique\w*|ingrese\w*|introduzca\w*|pegue\w*|escriba\w*|escreva\w*|cole\w*|digite\w*|informe\w*|forneca\w*|proporcione\w*|confirme\w*|muestre\w*|mostre\w*|adjunte\w*|anexe\w*)\b/
    .source,
);
/** By language: Spanish says "no" where Portuguese means "in the". */
const negations: Record<string, RegExp> = {
  en: /\b(?:never|not|no|nobody|no one|none|don't|without|cannot|can't|neither|nor)\b/,
  es: /\b(?:no|nunca|jamas|nadie|sin|ni|ningun\w*)\b/,
  pt: /\b(?:nao|nunca|jamais|ninguem|sem|nem|nenhum\w*)\b/,
};
const anyNegation = new RegExp(
  Object.values(negations)
    .map(({ source }) => source)
    .join('|'),
);

/** What is promised where nothing may be. */
const promises = loose(
  /\b(?:we guarantee|guaranteed|i promise|we promise|(?:we|you) will (?:recover|get (?:it|them|your \w+) back|be refunded)|will be (?:refunded|returned|recovered)|(?<!(?:whether|if) )(?:your|the) (?:money|funds|coins|crypto) (?:is|are) safe|garantizamos|le garantiz\w+|prometemos|recuperara\w* (?:sus?|el|los|la|las)|vamos a recuperar|se le devolvera|sera\w* (?:reembolsad|devuelt)\w+|garantimos|vamos recuperar|voce (?:vai recuperar|recuperara)|sera\w* (?:reembolsad|devolvid)\w+)\b/
    .source,
);
const numerals = [
  'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|few|several|couple of',
  'una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|medi[ao]|poc[ao]s|algun[ao]s|vari[ao]s',
  'uma?|dois|duas|quatro|sete|oito|nove|dez|quinze|vinte|trinta|mei[ao]|pouc[ao]s|alguns|algumas',
].join('|');
const figure = String.raw`\d+(?:[.,]\d+)?`;
const number = `(?:${figure} ?|(?:${numerals}) )`;
const units = 'seconds?|minutes?|hours?|days?|weeks?|months?|segundos|minutos?|horas?|dias?|semanas?|mes|meses';
/** A span of time written out: `within 24 hours`, `48 h`, `half an hour`, `en dos días`, `em até 3 dias úteis`. */
const spans = loose(
  String.raw`(?<![\w.,])(?:${[
    `(?:${number}(?:-|–|to|a|o|or|ou) ?)?${number}(?:business |working )?(?:${units})`,
    `${figure} ?(?:hrs?|hs?|min)`,
    '(?:half )?an? (?:minute|hour|day|week|month)',
  ].join('|')})\b`,
  'g',
);
/** “Look again in a few minutes”: what readers do themselves promises nothing, as long as it is short. */
const advice =
  /\b(?:wait|look|check|try|open|espere|mire|mirar|vuelva|revise|pruebe|intente|abra|olhe|aguarde|tente|confira|volte)\b/;
const short = /\b(?:seconds?|minutes?|min|segundos?|minutos?)$/;
/** What says that we are meant. Spanish and Portuguese say it with the verb's ending. */
const ourselves =
  /\b(?:we|us|our|nosotros|nuestr[ao]s?|noss[ao]s?|(?:respond|contest|escrib|escrev|resolv|devolv|reembols|retorn)\w*(?:amos|emos|imos))\b/;

/**
 * What a text says that it must not: sentences that ask for a phrase or key, that promise a recovery, and spans
 * of time. `locale` says how its language denies: what is denied is asked for by nobody. `advice` exempts minutes
 * that readers wait by themselves before they look again.
 */
export function unsafeSentences(text: string, locale: string, exempt: 'advice' | 'nothing' = 'nothing'): Unsafe[] {
  const negation = negations[locale.slice(0, 2)] ?? anyNegation;
  return sentencesOf(text).flatMap(({ text: written, offset }): Unsafe[] => {
    const clauses = clausesOf(foldText(withoutPlaceholders(written)));
    const sentence = written.trim().slice(0, 90);
    const found: Unsafe[] = [];
    if (
      asksForSecret(
        clauses.map(({ text: clause }) => clause),
        negation,
      )
    )
      found.push({ kind: 'asks-secret', offset, sentence });
    if (clauses.some(({ text: clause }) => promises.test(clause) && !negation.test(clause)))
      found.push({ kind: 'promises', offset, sentence });
    for (const clause of clauses)
      for (const match of clause.text.matchAll(spans)) {
        const at = clause.offset + match.index;
        const isAdvice = short.test(match[0]) && advice.test(clause.text.slice(0, match.index));
        const span = written.slice(at, at + match[0].length);
        if (isAdvice && exempt === 'advice') continue;
        found.push({ kind: 'span', offset: offset + at, sentence, span, ours: ourselves.test(clause.text) });
      }
    return found;
  });
}

/** With blanks in their place: what is filled in is not ours to judge. */
const withoutPlaceholders = (text: string): string =>
  text.replace(/\{\{[^}]*\}\}/g, (placeholder) => ' '.repeat(placeholder.length));

/** “Do not worry, send us your phrase” asks; “send a picture, without the phrase” does not. */
function asksForSecret(clauses: readonly string[], negation: RegExp): boolean {
  return clauses.some((clause, index) => {
    if (!secrets.test(clause) || negation.test(clause)) return false;
    const asking = clauses.slice(0, index + 1).findLast((each) => asks.test(each));
    return asking !== undefined && !negation.test(asking);
  });
}

const clausesOf = (text: string): { text: string; offset: number }[] =>
  Array.from(text.matchAll(/(?:[^,;:()]|,(?=\d))+/g), (match) => ({ text: match[0], offset: match.index }));

/** Sentences with their places. A line's end ends one, too: lists have no full stops. */
function sentencesOf(text: string): { text: string; offset: number }[] {
  return Array.from(text.matchAll(/[^\s][^\n]*?(?:[.!?](?=\s)|(?=\n)|$)/g), (match) => ({
    text: match[0],
    offset: match.index,
  }));
}
