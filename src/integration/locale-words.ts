import type { CardWords } from '../markdown/check-card.ts';
import type { FinderWords } from '../schemas/finder-words.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import { type IncidentPhase, incidentPhases } from '../schemas/incident.ts';
import type { ResultWords } from '../schemas/site-words.ts';
import { finderWords } from './finder-words.ts';
import { cardWords, fill, resultWords, type Words } from './words.ts';

/** What a site says in one language, apart from its pages. */
export interface LocaleWords {
  card: CardWords;
  results: ResultWords;
  finder: FinderWords;
  symptoms: string;
  /** The site's title. */
  title: string;
  /** The title of its feed of articles. */
  feed: string;
  /** Of the list of all articles. */
  help: string;
  /** Of the list of error texts. */
  errors: string;
  nowhere: { title: string; text: string; home: string };
  statusFeed: { title: string; phases: Record<IncidentPhase, string> };
}

/** The words of one language, for one audience. */
export function localeWords(words: Words, audience: Audience, brand: string): LocaleWords {
  const title = fill(words[`runlight.title.${audience}`], { brand });
  return {
    card: cardWords(words, audience),
    results: resultWords(words, audience),
    finder: finderWords(words, audience),
    symptoms: words['runlight.symptoms'],
    title,
    help: words['runlight.topics.title'],
    errors: words['runlight.errors.title'],
    feed: fill(words['runlight.feed.title'], { title }),
    nowhere: {
      title: words['runlight.nowhere.title'],
      text: words['runlight.nowhere.text'],
      home: words['runlight.nav.home'],
    },
    statusFeed: feedWords(words, brand),
  };
}

function feedWords(words: Words, brand: string): LocaleWords['statusFeed'] {
  const phases = incidentPhases.map((phase) => [phase, words[`runlight.incident.phase.${phase}`]] as const);
  return {
    title: `${fill(words['runlight.title.public'], { brand })}: ${words['runlight.status.all']}`,
    phases: Object.fromEntries(phases) as Record<IncidentPhase, string>,
  };
}
