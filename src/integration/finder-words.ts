import type { FinderWords } from '../schemas/finder-words.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { Words } from './words.ts';

/** What the search box says. The public site's has no word of the team's. */
export function finderWords(words: Words, audience: Audience): FinderWords {
  const isPublic = audience === 'public';
  return {
    results: words['runlight.finder.results'],
    loading: words['runlight.finder.loading'],
    lost: words['runlight.finder.lost'],
    kinds: {
      incident: words['runlight.finder.kind.incident'],
      help: words['runlight.finder.kind.help'],
      glossary: words['runlight.finder.kind.glossary'],
      ...(isPublic
        ? {}
        : {
            runbook: words['runlight.finder.kind.runbook'],
            tree: words['runlight.finder.kind.tree'],
            macro: words['runlight.finder.kind.macro'],
            provider: words['runlight.finder.kind.provider'],
          }),
    },
    pages: words['runlight.finder.pages'],
    popular: words['runlight.finder.popular'],
    recent: words['runlight.finder.recent'],
    clear: words['runlight.finder.clear'],
    cleared: words['runlight.finder.cleared'],
    best: words['runlight.finder.best'],
    active: words['runlight.finder.active'],
    one: words['runlight.finder.one'],
    more: words['runlight.finder.more'],
    none: words['runlight.finder.none'],
    tips: [
      words['runlight.finder.tip.words'],
      words['runlight.finder.tip.error'],
      words[isPublic ? 'runlight.finder.tip.network' : 'runlight.finder.tip.language'],
    ],
    list: words['runlight.finder.list'],
    person: words[isPublic ? 'runlight.finder.person.public' : 'runlight.finder.person.internal'],
    tree: isPublic ? null : words['runlight.nav.trees'],
    why: {
      symptom: words['runlight.finder.why.symptom'],
      error: words['runlight.finder.why.error'],
      code: words['runlight.finder.why.code'],
      text: words['runlight.finder.why.text'],
    },
    readAs: words['runlight.finder.read-as'],
    corrected: words['runlight.finder.corrected'],
    message: words['runlight.finder.message'],
    searchedFor: words['runlight.finder.searched-for'],
    searchedWhole: words['runlight.finder.searched-whole'],
    leftOutOne: words['runlight.finder.left-out.one'],
    leftOut: words['runlight.finder.left-out.more'],
    refused: {
      secret: words[isPublic ? 'runlight.finder.secret.public' : 'runlight.finder.secret.internal'],
      digest: words['runlight.finder.digest'],
      unchecked: words['runlight.finder.unchecked'],
    },
    keys: words['runlight.finder.keys'],
    device: words['runlight.finder.device'],
    language: isPublic ? null : words['runlight.finder.language'],
  };
}
