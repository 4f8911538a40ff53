import { functionWords } from './function-words.ts';
import type { Meanings } from './meanings.ts';
import { fold, stem } from './stem.ts';

/** What a text is about: stems of its words without those that say nothing, and what they mean (`#pending`). Each once. */
export interface Terms {
  words: string[];
  meanings: string[];
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}_]|[.-](?=[\p{L}\p{N}]))*/gu;

/** Politeness, and what every ticket has. */
const courtesy = new Set(
  'please thanks thank thx help hello hey support team urgent app application wallet user account customer morning afternoon evening worried answer regards problem issue question ayuda hola urgente soporte equipo aplicacion billetera cartera cuenta problema saludos buenas buenos tardes dias preocupado consulta ola oi suporte equipe aplicativo carteira conta duvida boa bom tarde dia obrigado obrigada chat respond nadie ninguem nobody version ultima latest newest phone telefono celular reinicie reiniciei restart started empezo comecou igual removed'.split(
    ' ',
  ),
);

export function ticketTerms(text: string, meanings: Meanings): Terms {
  const folded = (fold(text).match(word) ?? []).filter((each) => each.length <= 40);
  const plain = folded.flatMap((each) => each.split(/['.-]/));
  const words = new Set<string>();
  for (const each of folded) if (isTelling(each)) words.add(stem(each));
  return { words: [...words], meanings: meanings.of(plain) };
}

const isTelling = (each: string): boolean =>
  each.length > 1 &&
  !courtesy.has(each) &&
  !functionWords.en.has(each) &&
  !functionWords.es.has(each) &&
  !functionWords.pt.has(each);
