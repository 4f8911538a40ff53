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
  return {
    run: words['runlight.run.run'],
    runAll: words['runlight.run.all'],
    progress: words['runlight.run.progress'],
    waiting: words['runlight.run.waiting'],
    running: words['runlight.run.running'],
    runningFor: words['runlight.run.running.for'],
    lost: words['runlight.run.lost'],
    signedOut: words['runlight.run.signed-out'],
    age: words['runlight.run.age'],
    was: words['runlight.run.was'],
    by: {
      server: words['runlight.run.by.server'],
      terminal: words['runlight.run.by.terminal'],
      ci: words['runlight.run.by.ci'],
    },
    skipped: words['runlight.run.skipped'],
    problem: words['runlight.run.problem'],
    needsInput: words['runlight.run.needs-input'],
    interrupted: words['runlight.run.interrupted'],
    runLost: words['runlight.run.run-lost'],
    evidence: words['runlight.run.evidence'],
    dashboard: words['runlight.run.dashboard'],
    loading: words['runlight.run.evidence.loading'],
    truncated: words['runlight.run.evidence.truncated'],
    copy: words['runlight.run.evidence.copy'],
    copied: words['runlight.run.evidence.copied'],
    selected: words['runlight.run.evidence.selected'],
    expected: words['runlight.run.ask.expected'],
    example: words['runlight.run.ask.example'],
    usesExample: words['runlight.run.ask.uses-example'],
    optional: words['runlight.run.ask.optional'],
    choose: words['runlight.run.ask.choose'],
    missing: words['runlight.run.ask.missing'],
    misfit: words['runlight.run.ask.misfit'],
    secret: words['runlight.run.ask.secret'],
    own: words['runlight.run.own'],
    ownNote: words['runlight.run.own.note'],
    ownAge: words['runlight.run.own.age'],
    back: words['runlight.run.own.back'],
  };
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
