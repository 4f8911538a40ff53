// Fits the weights of `src/deflect/confidence.ts` and prints them: `node bench/tickets/fit-confidence.ts`.
import { readArticles } from '../../scripts/cli/deflect/read-articles.ts';
import { openProject } from '../../scripts/cli/open-project.ts';
import { indexArticles } from '../../src/deflect/article-index.ts';
import { confidenceOf, featuresOf } from '../../src/deflect/confidence.ts';
import { partsOf, safeText } from '../../src/deflect/digest-tickets.ts';
import { matchTicket } from '../../src/deflect/match-ticket.ts';
import { ticketMeanings } from '../../src/deflect/ticket-meanings.ts';
import { loadRedactTools } from '../../src/redact/redact.ts';
import { type MadeTicket, makeTickets } from './make-tickets.ts';

const { project } = await openProject({ root: undefined, env: undefined });
const index = indexArticles(await readArticles(project), ticketMeanings());

const tools = await loadRedactTools();

interface Case {
  ticket: MadeTicket;
  features: number[];
  isRight: boolean;
  isArticleRight: boolean;
  confidence: number;
  found: string;
}
function casesOf(texts: 'fitted' | 'held-out'): Case[] {
  return [...makeTickets({ count: 4000, seed: texts === 'fitted' ? 11 : 12, texts })].map((ticket) => {
    const { text } = safeText({ ...ticket, people: [ticket.name, ticket.email] }, tools);
    const match = matchTicket(index, ...partsOf(text));
    const isArticleRight = ticket.isAnswered && index.slugs[match.article] === ticket.topic;
    return {
      ticket,
      features: featuresOf(match.evidence),
      isRight: isArticleRight,
      isArticleRight,
      confidence: confidenceOf(match.evidence),
      found: index.slugs[match.article] ?? '',
    };
  });
}

const fitted = casesOf('fitted');
const size = fitted[0]?.features.length ?? 0;
let weights = Array.from({ length: size }, () => 0);
for (let round = 0; round < 4000; round += 1) {
  const slope = weights.map(() => 0);
  for (const { features, isRight } of fitted) {
    const sum = features.reduce((all, value, nth) => all + value * (weights[nth] ?? 0), 0);
    const error = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    for (const [nth, value] of features.entries()) slope[nth] = (slope[nth] ?? 0) + error * value;
  }
  weights = weights.map((weight, nth) => weight + (4 * (slope[nth] ?? 0)) / fitted.length - 0.0002 * weight);
}
process.stdout.write(`weights: [${weights.map((weight) => weight.toFixed(2)).join(', ')}]\n`);

for (const texts of ['fitted', 'held-out'] as const) {
  const cases = casesOf(texts);
  const answered = cases.filter(({ ticket }) => ticket.isAnswered);
  process.stdout.write(
    `\n${texts}: right article for ${percent(answered.filter((each) => each.isArticleRight).length, answered.length)} of answered tickets\n`,
  );
  for (const at of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const sure = cases.filter(({ features }) => chance(features) >= at);
    const right = sure.filter(({ isRight }) => isRight).length;
    const wrong = sure.filter(({ ticket }) => !ticket.isAnswered).length;
    process.stdout.write(
      `  ≥ ${at}: precision ${percent(right, sure.length)}, found ${percent(right, answered.length)}, of unanswered taken for answered ${percent(wrong, cases.length - answered.length)}\n`,
    );
  }
  for (const language of ['en', 'es', 'pt'] as const) {
    const mine = answered.filter(({ ticket }) => ticket.language === language);
    process.stdout.write(
      `  ${language}: ${percent(mine.filter(({ isArticleRight }) => isArticleRight).length, mine.length)}\n`,
    );
  }
  const misses = new Map<string, number>();
  for (const { ticket, found, isArticleRight, features } of cases)
    if (ticket.isAnswered ? !isArticleRight : chance(features) > 0.5) {
      const key = `${ticket.topic} (${ticket.language}) → ${found}`;
      misses.set(key, (misses.get(key) ?? 0) + 1);
    }
  for (const [key, count] of [...misses].sort((a, b) => b[1] - a[1]).slice(0, 14))
    process.stdout.write(`    ${count} ${key}\n`);
}

function chance(features: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((all, value, nth) => all + value * (weights[nth] ?? 0), 0)));
}
function percent(part: number, whole: number): string {
  return `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %`;
}
