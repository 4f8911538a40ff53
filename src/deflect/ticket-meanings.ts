import { en } from '../search/synonyms/en.ts';
import { es } from '../search/synonyms/es.ts';
import { ptBr } from '../search/synonyms/pt-br.ts';
import { createMeanings, type Meanings } from './meanings.ts';

/** What people mean, as the finder knows it, in all three languages at once: tickets mix them. */
export const ticketMeanings = (): Meanings => createMeanings([en, es, ptBr]);
