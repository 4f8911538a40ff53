import type en from '../content/i18n/en.json';
import type { CardWords } from '../markdown/check-card.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { ResultWords, RunWords } from '../schemas/site-words.ts';
import type { CardState } from '../schemas/verdict.ts';

export type Words = Record<keyof typeof en, string>;

/** What a check block says in one language, to one audience. */
export function cardWords(words: Words, audience: Audience): CardWords {
  const states = stateWords(words, audience);
  return {
    outcomes: { Healthy: states.pass, Degraded: states.warn, Failing: states.fail, 'Could not tell': states.error },
    columns: {
      Reading: words['runlight.column.reading'],
      Healthy: words['runlight.column.healthy'],
      Degraded: words['runlight.column.degraded'],
      Now: words['runlight.column.now'],
      Meaning: words['runlight.column.meaning'],
    },
    notRun: states.skip,
  };
}

export function resultWords(words: Words, audience: Audience): ResultWords {
  return {
    states: stateWords(words, audience),
    age: words[`runlight.age.${audience}`],
    was: words['runlight.age.was'],
    page: words['runlight.age.page'],
    status: {
      pass: words['runlight.status.pass'],
      warn: words['runlight.status.warn'],
      fail: words['runlight.status.fail'],
    },
    run: audience === 'internal' ? runWords(words) : null,
  };
}

function runWords(words: Words): RunWords {
  return { lost: words['runlight.run.lost'] };
}

function stateWords(words: Words, audience: Audience): Record<CardState, string> {
  const of = (state: CardState): string => words[`runlight.${audience === 'public' ? 'public' : 'verdict'}.${state}`];
  return {
    pass: of('pass'),
    warn: of('warn'),
    fail: of('fail'),
    error: of('error'),
    skip: of('skip'),
    stale: of('stale'),
  };
}

/** Puts values into `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
