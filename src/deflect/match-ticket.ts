import { type ArticleIndex, termsOf } from './article-index.ts';
import { confidenceOf, type Evidence } from './confidence.ts';

/** The article that answers a ticket best, and how sure that is. */
export interface Match {
  /** A place in the index's `slugs`; `-1`: no article has anything of the ticket. */
  article: number;
  /** From 0 to 1. */
  confidence: number;
  evidence: Evidence;
}

const none: Evidence = { score: 0, gap: 0, phrase: 0, known: 0, terms: 0 };

/**
 * Holds a ticket against every article. The subject is held alone, too: it often says all, and a long text
 * around it must not drown it.
 */
export function matchTicket(index: ArticleIndex, subject: string, body: string): Match {
  const whole = matchText(index, `${subject}\n${body}`);
  const head = subject.trim() === '' || body.trim() === '' ? whole : matchText(index, subject);
  return head.article === whole.article && head.confidence > whole.confidence ? head : whole;
}

function matchText(index: ArticleIndex, text: string): Match {
  const { words, meanings } = termsOf(index, text);
  const scores = new Float64Array(index.slugs.length);
  const phraseWeights = new Map<number, number>();
  const terms = [...words, ...meanings];
  for (const term of terms) {
    const weight = index.weights.get(term) ?? 0;
    if (weight === 0) continue;
    for (const [article, share] of index.postings.get(term) ?? [])
      scores[article] = (scores[article] ?? 0) + weight * share;
    for (const phrase of index.inPhrases.get(term) ?? [])
      phraseWeights.set(phrase, (phraseWeights.get(phrase) ?? 0) + weight);
  }
  // How much of the best phrase of each article was said: a short one counts for little.
  const spoken = new Float64Array(index.slugs.length);
  for (const [place, said] of phraseWeights) {
    const phrase = index.phrases[place];
    if (!phrase) continue;
    const value = (said / phrase.weight) ** 2 * Math.min(phrase.weight, 12);
    if (value > (spoken[phrase.article] ?? 0)) spoken[phrase.article] = value;
  }
  let best = -1;
  let second = -1;
  const total = scores.map((score, article) => score + phraseShare * (spoken[article] ?? 0));
  for (const [article, score] of total.entries()) {
    if (best < 0 || score > (total[best] ?? 0)) [second, best] = [best, article];
    else if (second < 0 || score > (total[second] ?? 0)) second = article;
  }
  const top = total[best] ?? 0;
  if (best < 0 || top === 0) return { article: -1, confidence: 0, evidence: none };
  // What of the ticket this article knows, of all that the ticket says; words that no article has count, too.
  const rare = Math.log(1 + index.slugs.length);
  const sum = words.reduce((all, term) => all + Math.min(index.weights.get(term) ?? rare, rare), 0);
  const mine = words.filter((term) => (index.postings.get(term) ?? []).some(([article]) => article === best));
  const known = mine.reduce((all, term) => all + Math.min(index.weights.get(term) ?? 0, rare), 0);
  const evidence: Evidence = {
    score: top,
    gap: (top - (total[second] ?? 0)) / top,
    phrase: spoken[best] ?? 0,
    known: sum === 0 ? 0 : known / sum,
    terms: mine.length,
  };
  return { article: best, confidence: confidenceOf(evidence), evidence };
}

const phraseShare = 1;
