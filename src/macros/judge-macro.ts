import type { DiagnosticCode } from '../schemas/diagnostic.ts';

/** A sentence that a macro must not hold. */
export interface MacroFinding {
  /** Where the sentence begins. */
  offset: number;
  code: Extract<DiagnosticCode, 'macro-asks-secret' | 'macro-promises'>;
  message: string;
}

/** What must never be asked for, in English, Spanish and Portuguese, accents folded. */
const secrets =
  /\b(?:(?:recovery|secret|seed|mnemonic|backup) ?(?:recovery )?phrase|seed words?|private key|(?:12|24|twelve|twenty-four) words|frase (?:secreta|semilla|semente|de (?:recuperacion|recuperacao|respaldo))|palabras secretas|palavras secretas|clave privada|llave privada|chave privada|(?:12|24|doce|doze) (?:palabras|palavras))\b/;
const asks =
  /\b(?:send|share|tell|give|provide|paste|enter|type|write|confirm|reply with|show|attach|envie\w*|envia\w*|mande\w*|manda\w*|comparta\w*|compartilh\w*|diga\w*|indique\w*|ingrese\w*|introduzca\w*|pegue\w*|escriba\w*|escreva\w*|cole\w*|digite\w*|informe\w*|forneca\w*|proporcione\w*|confirme\w*|muestre\w*|mostre\w*|adjunte\w*|anexe\w*)\b/;
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
const promises =
  /\b(?:we guarantee|guaranteed|i promise|we promise|(?:we|you) will (?:recover|get (?:it|them|your \w+) back|be refunded)|will be (?:refunded|returned|recovered)|(?:your|the) (?:money|funds|coins|crypto) (?:is|are) safe|garantizamos|le garantiz\w+|prometemos|recuperara\w* (?:sus?|el|los|la|las)|vamos a recuperar|se le devolvera|sera\w* (?:reembolsad|devuelt)\w+|garantimos|vamos recuperar|voce (?:vai recuperar|recuperara)|sera\w* (?:reembolsad|devolvid)\w+)\b/;
/** A span of time written out: `within 24 hours`, `en dos días`, `em até 3 dias úteis`. */
const spans =
  /\b(?:\d+|one|two|three|few|couple of|un|una|uno|dos|tres|pocos|pocas|um|uma|dois|duas|poucos|poucas|alguns|algumas|algunos|algunas)(?: ?(?:-|–|to|a|o|or|ou) ?\d+)? (?:business |working )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|segundos|minutos?|horas?|dias?|semanas?|mes|meses|semana)\b/;

/**
 * Sentences that ask for a phrase or key, that promise a recovery, or that name a span of time. `locale` says
 * how its language denies: what is denied is asked for by nobody.
 */
export function judgeMacro(body: string, locale: string): MacroFinding[] {
  const negation = negations[locale.slice(0, 2)] ?? anyNegation;
  return sentencesOf(body).flatMap(({ text, offset }): MacroFinding[] => {
    const clauses = fold(text).split(/[,;:()]/);
    const shown = text.trim().slice(0, 90);
    const found: MacroFinding[] = [];
    if (asksForSecret(clauses, negation))
      found.push({
        offset,
        code: 'macro-asks-secret',
        message: `“${shown}” reads as if it asked for a recovery phrase or key; nobody ever needs one.`,
      });
    if (clauses.some((clause) => promises.test(clause) && !negation.test(clause)))
      found.push({ offset, code: 'macro-promises', message: `“${shown}” promises what others decide.` });
    if (clauses.some((clause) => spans.test(clause)))
      found.push({
        offset,
        code: 'macro-promises',
        message: `“${shown}” names a span of time, which reads as a promise. When we write again is \`{{next-update}}\`.`,
      });
    return found;
  });
}

/** Without placeholders, accents and capitals. */
function fold(text: string): string {
  return text
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** “Do not worry, send us your phrase” asks; “send a picture, without the phrase” does not. */
function asksForSecret(clauses: readonly string[], negation: RegExp): boolean {
  return clauses.some((clause, index) => {
    if (!secrets.test(clause) || negation.test(clause)) return false;
    const asking = clauses.slice(0, index + 1).findLast((each) => asks.test(each));
    return asking !== undefined && !negation.test(asking);
  });
}

/** Sentences with their places. A line's end ends one, too: lists have no full stops. */
function sentencesOf(body: string): { text: string; offset: number }[] {
  return Array.from(body.matchAll(/[^\s][^\n]*?(?:[.!?](?=\s)|(?=\n)|$)/g), (match) => ({
    text: match[0],
    offset: match.index,
  }));
}
