import type { SearchDocument } from '../schemas/search.ts';
import type { Meanings } from './meanings.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { type Terms, ticketTerms } from './ticket-terms.ts';

/** What is needed of a help article, in one of its languages: a document of the finder. */
export type ArticleText = Pick<
  SearchDocument,
  'slug' | 'locale' | 'title' | 'description' | 'url' | 'symptoms' | 'errors' | 'text'
>;

/** Something that people say when they need an article. */
interface Phrase {
  article: number;
  /** The sum of its terms' weights. */
  weight: number;
}

/** Articles, ready to be held against many tickets. An article's languages are one: who writes mixes them. */
export interface ArticleIndex {
  slugs: string[];
  /** By term: the articles that have it, and how much it is theirs (0 to 1). */
  postings: ReadonlyMap<string, readonly (readonly [article: number, share: number])[]>;
  phrases: readonly Phrase[];
  /** By term: places in `phrases`. */
  inPhrases: ReadonlyMap<string, readonly number[]>;
  /** How much a term tells: rare ones more. */
  weights: ReadonlyMap<string, number>;
  spelling: Spelling;
  meanings: Meanings;
}

/** How much a term of each text is worth. */
const worth = { title: 4, symptoms: 4, errors: 4, description: 2, text: 0.6 } as const;

export function indexArticles(documents: readonly ArticleText[], meanings: Meanings): ArticleIndex {
  const slugs = [...new Set(documents.map(({ slug }) => slug))].sort();
  const counts = slugs.map(() => new Map<string, number>());
  const spoken: { article: number; terms: string[] }[] = [];
  for (const document of documents) {
    const article = slugs.indexOf(document.slug);
    const mine = counts[article];
    if (!mine) continue;
    const add = (text: string, value: number, isSpoken: boolean): void => {
      const { words, meanings: meant } = ticketTerms(text, meanings);
      for (const term of words) mine.set(term, (mine.get(term) ?? 0) + value);
      // What something means is told by what people say, not by a page that explains.
      if (isSpoken) for (const term of meant) mine.set(term, (mine.get(term) ?? 0) + value);
      if (isSpoken && words.length > 0) spoken.push({ article, terms: [...words, ...meant] });
    };
    add(document.title, worth.title, true);
    for (const symptom of document.symptoms) add(symptom, worth.symptoms, true);
    for (const error of document.errors) add(error, worth.errors, true);
    add(document.description, worth.description, false);
    for (const line of document.text.split('\n')) add(line, worth.text, false);
  }
  const postings = new Map<string, (readonly [number, number])[]>();
  for (const [article, terms] of counts.entries()) {
    for (const [term, count] of terms) {
      const list = postings.get(term) ?? [];
      list.push([article, count / (count + 4)]);
      postings.set(term, list);
    }
  }
  const weights = new Map<string, number>();
  for (const [term, list] of postings) {
    const spread = list.reduce((sum, [, share]) => sum + share, 0);
    const weight = Math.log(1 + slugs.length / (0.5 + spread));
    weights.set(term, term.startsWith('#') ? weight * 0.7 : weight);
  }
  return {
    slugs,
    postings,
    weights,
    meanings,
    spelling: createSpelling([...weights.keys()]),
    ...indexPhrases(spoken, weights),
  };
}

function indexPhrases(
  spoken: readonly { article: number; terms: string[] }[],
  weights: ReadonlyMap<string, number>,
): Pick<ArticleIndex, 'phrases' | 'inPhrases'> {
  const phrases: Phrase[] = [];
  const inPhrases = new Map<string, number[]>();
  for (const { article, terms } of spoken) {
    const weight = terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    for (const term of terms) {
      const list = inPhrases.get(term) ?? [];
      list.push(phrases.length);
      inPhrases.set(term, list);
    }
    phrases.push({ article, weight });
  }
  return { phrases, inPhrases };
}

/** The terms of a ticket, those that are misspelt as they are spelt in articles. */
export function termsOf(index: ArticleIndex, text: string): Terms {
  const { words, meanings } = ticketTerms(text, index.meanings);
  return { words: [...new Set(words.map((word) => index.spelling.nearest(word)))], meanings };
}
