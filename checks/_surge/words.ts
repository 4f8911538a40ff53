/** Lower case and without accents. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text has a word that begins with one of these; without any, every text fits. */
export function hasWord(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => true;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => RegExp.escape(fold(word))).join('|')})`, 'u');
  return (text) => any.test(fold(text));
}

/** Says nothing about what a mention is about, in English, Spanish and Portuguese; folded. */
const empty = new Set(
  `about after again also been before being cannot could does doing dont down even ever from have having here into
  just like made make many more most much must need never only other over please same since some still such than
  that their them then there these they this those thanks thank very want wants were what when where which while
  will with without would your yours hello support help
  algo alguien ante antes aqui aunque cada como con cual cuando desde donde durante ella ellos entre eran esta estan
  estas este esto estos estoy favor fueron gracias hace hacer hasta hola mas mientras mucho muy nada nadie otra otro
  para pero poder porque puede puedo que quien quiero sido siempre sobre solo tambien tengo tiene todo todos una unos
  agora ainda alguem ate cada com comigo depois dele deles ela eles essa esse estao estava estou fazer foram isso
  mais mesmo minha minhas meus muito nao nenhum nos obrigado obrigada ola onde pela pelo pode posso pois quando quem
  quero seja sem sempre ser seus sua suas tambem tenho tudo uma voce voces`.split(/\s+/),
);

const shown = 5;
/** Of fewer mentions a word may be somebody's name. */
const least = 3;

/**
 * The words that stand in the most mentions, and more often than before where that is known. Each counts once
 * for a mention; words of less than three mentions are left out.
 */
export function topTerms(texts: readonly string[], earlier: readonly string[]): { term: string; mentions: number }[] {
  const now = countTerms(texts);
  const before = countTerms(earlier);
  const rise = (term: string, mentions: number): number =>
    mentions / Math.max(texts.length, 1) - (before.get(term) ?? 0) / Math.max(earlier.length, 1);
  return [...now]
    .filter(([, mentions]) => mentions >= least)
    .map(([term, mentions]) => ({ term, mentions, rise: rise(term, mentions) }))
    .sort((a, b) => b.rise - a.rise || (a.term < b.term ? -1 : 1))
    .slice(0, shown)
    .map(({ term, mentions }) => ({ term, mentions }));
}

function countTerms(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const terms = new Set(fold(text).match(/(?<![\p{L}\p{N}@._-])\p{L}{4,20}(?![\p{L}\p{N}@_-])/gu) ?? []);
    for (const term of terms) if (!empty.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
