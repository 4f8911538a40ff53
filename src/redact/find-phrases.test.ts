import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPhrases } from './find-phrases.ts';
import { isPhrase } from './is-phrase.ts';
import { languagesIn, loadWordLists, phraseLanguages, type WordLists } from './load-word-lists.ts';
import { mayHoldPhrase } from './may-hold-phrase.ts';
import { dice, makePhrase, mistype } from './secrets.fixture.ts';

// Assertions are about kinds and places: a failing test prints no phrase.

let all: WordLists;
beforeAll(async () => {
  all = await loadWordLists();
});

const holds = (text: string) => mayHoldPhrase(text) && !findPhrases(text, all).next().done;

const lengths = [12, 15, 18, 21, 24];
const unlikeChinese = phraseLanguages.filter((language) => !language.endsWith('chinese'));

/** How people write a list of words. */
const styles: Record<string, (words: string[]) => string> = {
  'with spaces': (w) => w.join(' '),
  'with more spaces than one': (w) => ` ${w.join('   ')}\t`,
  'with ideographic spaces': (w) => w.join('\u3000'),
  'with no-break spaces': (w) => w.join('\u00a0'),
  'with commas': (w) => w.join(', '),
  'with commas alone': (w) => w.join(','),
  'with semicolons and quotes': (w) => w.map((x) => `"${x}"`).join('; '),
  'with dashes': (w) => w.join('-'),
  'one a line': (w) => w.join('\n'),
  'one a line, as Windows ends lines': (w) => w.join('\r\n'),
  'numbered in one line': (w) => w.map((x, i) => `${i + 1}. ${x}`).join(' '),
  'numbered without spaces': (w) => w.map((x, i) => `${i + 1}.${x}`).join(' '),
  'numbered with brackets, over lines': (w) => w.map((x, i) => `${i + 1}) ${x}`).join('\n'),
  'in four columns': (w) => w.map((x, i) => `${i + 1} ${x}${i % 4 === 3 ? '\n' : '\t'}`).join(''),
  'with a label before each': (w) => w.map((x, i) => `Palabra ${i + 1}: ${x}`).join('\n'),
  'as a JSON array': (w) => JSON.stringify(w),
  'with escaped newlines': (w) => w.join('\\n'),
  'as an address carries it': (w) => `phrase=${w.join('%20')}`,
  'as a form carries it': (w) => w.join('+'),
  'as copied HTML': (w) => `<ol class="words">${w.map((x) => `<li class="w">${x}</li>`).join('')}</ol>`,
  'with zero-width characters': (w) => w.map((x) => `${x}\u200b`).join(' '),
  'in the middle of a message': (w) => `Hi, my wallet is empty!! here is ${w.join(' ')} pls send it back to 0x1234`,
};

describe('findPhrases', () => {
  it.each(phraseLanguages.flatMap((language) => lengths.map((length) => [language, length] as const)))(
    'finds a phrase in %s of %i words, however it is written',
    async (language, length) => {
      for (const [style, write] of Object.entries(styles))
        expect({ style, found: holds(write(makePhrase(all, language, length, length))) }).toEqual({
          style,
          found: true,
        });
    },
  );

  it.each(phraseLanguages)('finds phrases in %s with one or two words mistyped in twelve', async (language) => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const words = makePhrase(all, language, 12, seed);
      const roll = dice(seed);
      const wrong = [roll(12), roll(12)];
      // A word of one character cannot be nearly typed: another takes its place.
      const typed = words.map((w, i) => (wrong.includes(i) ? ([...w].length === 1 ? '龘' : mistype(w, seed)) : w));
      expect({ seed, found: holds(typed.join(' ')) }).toEqual({ seed, found: true });
    }
  });

  it.each(unlikeChinese)(
    'finds phrases in %s in any case, without accents, and composed either way',
    async (language) => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const phrase = makePhrase(all, language, 12, seed).join(' ');
        const bare = phrase.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
        const written = [
          phrase.toUpperCase(),
          phrase.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
          bare,
          phrase.normalize('NFC'),
          phrase.normalize('NFD'),
        ];
        expect({ seed, found: written.map(holds) }).toEqual({ seed, found: written.map(() => true) });
      }
    },
  );

  it.each(unlikeChinese)('finds phrases in %s without anything between the words', async (language) => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const words = makePhrase(all, language, 12, seed);
      expect({ seed, found: holds(words.join('')) }).toEqual({ seed, found: true });
    }
  });

  it('finds a phrase in katakana, and one in wide letters', async () => {
    const kana = makePhrase(all, 'japanese', 12, 3).join('\u3000').normalize('NFC');
    expect(holds(kana.replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60)))).toBe(true);
    const wide = makePhrase(all, 'english', 12, 3).join(' ');
    expect(holds(wide.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toBe(true);
  });

  it.each(['english', 'spanish', 'portuguese', 'french', 'italian'] as const)(
    'finds phrases in %s of which only the first four letters are written',
    async (language) => {
      for (let seed = 1; seed <= 50; seed += 1) {
        const words = makePhrase(all, language, 24, seed);
        const short = words.map((w) => w.normalize('NFC').slice(0, 4));
        expect({ seed, found: holds(short.join(' ')) }).toEqual({ seed, found: true });
      }
    },
  );

  it('finds a phrase whose words were cut in two by a typing mistake', async () => {
    const cut = (mark: string) => (word: string, i: number) =>
      i === 4 || i === 7 ? `${word.slice(0, 2)}${mark}${word.slice(2)}` : word;
    for (const mark of ['0', ' ', '-']) {
      let found = 0;
      for (let seed = 1; seed <= 200; seed += 1)
        found += holds(makePhrase(all, 'english', 12, seed).map(cut(mark)).join(' ')) ? 1 : 0;
      // Where a part is an ordinary word, or the phrase has several of them, it may escape.
      expect({ mark, found: found > 180 }).toEqual({ mark, found: true });
    }
  });

  it('says where the phrase stands', async () => {
    const phrase = makePhrase(all, 'spanish', 12, 5).join(' ');
    const text = `Hola: ${phrase}. Gracias`;
    const spans = [...findPhrases(text, all)];
    expect(Math.min(...spans.map((s) => s.start))).toBe(6);
    expect(Math.max(...spans.map((s) => s.end))).toBe(6 + phrase.length);
  });

  it('finds nothing on the pages of this repository, in any of their languages', () => {
    const pages = globSync(['runbooks/**/*.{md,mdx}', 'src/content/docs/**/*.{md,mdx}', '*.md', 'docs/**/*.md']);
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((page) => holds(readFileSync(page, 'utf8')))).toEqual([]);
  });

  it('finds nothing in what npm’s packages say about themselves', () => {
    const texts = globSync(['node_modules/{astro,hono,vite,zod,yaml,picocolors,playwright}/*.md'], {
      followSymbolicLinks: false,
    });
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((file) => holds(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('isPhrase', () => {
  it('takes what is left of a phrase when nothing else is there', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const words = makePhrase(all, 'english', 12, seed);
      if (new Set(words).size < 12) continue;
      expect({ seed, found: isPhrase(words.slice(0, 11).join(' '), all) }).toEqual({ seed, found: true });
    }
  });

  it('takes one word said many times, as wallets’ own examples do', () => {
    expect(isPhrase(`${'abandon '.repeat(11)}about`, all)).toBe(true);
    expect(isPhrase(`${'abandon '.repeat(23)}art`, all)).toBe(true);
  });

  it.each(['simplified-chinese', 'traditional-chinese'] as const)(
    'takes a phrase in %s without spaces by its checksum',
    async (language) => {
      for (const length of lengths) {
        const words = makePhrase(all, language, length, length);
        expect(isPhrase(words.join(''), all)).toBe(true);
        expect(mayHoldPhrase(words.join(''))).toBe(true);
      }
      const words = makePhrase(all, language, 24, 7);
      expect(isPhrase([...words.slice(1), words[0] ?? ''].join(''), all)).toBe(false);
    },
  );

  it('leaves short sentences alone', () => {
    const sentences = [
      'I can not see the order at all today',
      'you can use this when you want to change the amount',
      'will you please check what happened with my order today',
      'No puedo ver mi compra desde ayer por la tarde',
      'Não consigo ver minha compra desde ontem à tarde',
    ];
    expect(sentences.filter((sentence) => isPhrase(sentence, all))).toEqual([]);
  });
});

describe('loadWordLists', () => {
  it('has ten lists whose words stay apart when they are folded', async () => {
    expect(phraseLanguages).toHaveLength(10);
    for (const language of phraseLanguages) expect((await loadWordLists([language])).words.size).toBe(2048);
  });

  it('is asked only for the scripts that a text has', () => {
    expect(languagesIn('hello')).toEqual(['english', 'spanish', 'portuguese', 'french', 'italian', 'czech']);
    expect(languagesIn('さくら')).toEqual(['japanese']);
    expect(languagesIn('가격')).toEqual(['korean']);
    expect(languagesIn('12 345')).toEqual([]);
  });
});
