import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from './folders.ts';
import { loadProject } from './load.ts';

let work = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-pictures-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Writes a tree of one file and says its mistakes. `‸` marks where it must be told. */
async function mistakesOf(path: string, marked: string) {
  count += 1;
  const root = join(work, String(count));
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), marked.replace('‸', ''));
  const lines = marked.slice(0, marked.indexOf('‸')).split('\n');
  const { diagnostics } = await loadProject({ root });
  return {
    said: diagnostics.map(({ path: at, line, column, code }) => `${at}:${line}:${column} ${code}`),
    message: diagnostics[0]?.message,
    place: `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
  };
}

const all = '{ en: A, es: B, pt-br: C }';
const head = `title: ${all}\nsays: ${all}\nsteps:\n`;
const step = `  - name: ${all}\n`;

describe('a picture with a mistake', () => {
  it.each<[string, string, string, string]>([
    ['a key that is none', `${head}${step}${step}    ‸nots: ${all}\n`, 'picture-invalid', 'Did you mean `note`'],
    ['a tone that is none', `${head}${step}${step}    ‸tone: worse\n`, 'picture-invalid', '`waits`'],
    ['one step', `title: ${all}\nsays: ${all}\n‸steps:\n${step}`, 'picture-invalid', 'steps'],
    [
      'a text without a language',
      `${head}${step}${step}    ‸note: { en: A, es: B }\n`,
      'missing-translation',
      '`pt-br`',
    ],
    [
      'an exit’s text without a language',
      `${head}${step}${step}    exits:\n      - ‸name: { en: A, pt-br: C }\n`,
      'missing-translation',
      '`es`',
    ],
    [
      'a language that is none',
      `${head}${step}${step}    note: { en: A, es: B, pt-br: C, ‸fr: D }\n`,
      'picture-invalid',
      '`fr`',
    ],
    ['a text that is no text', `${head}${step}${step}    ‸note: Hello\n`, 'picture-invalid', 'note'],
    ['no keys', '‸- a\n', 'picture-invalid', 'keys and values'],
  ])('%s is told at its place', async (_, text, code, says) => {
    const { said, message, place } = await mistakesOf('src/content/pictures/way.yaml', text);
    expect(said).toEqual([`${place} ${code}`]);
    expect(message).toContain(says);
  });

  it('tells a file whose name is none', async () => {
    const { said } = await mistakesOf('src/content/pictures/My Way.yaml', `‸${head}${step}${step}`);
    expect(said).toEqual(['src/content/pictures/My Way.yaml:1:1 invalid-id']);
  });
});

describe('a list of topics with a mistake', () => {
  const topic = (id: string): string => `- id: ${id}\n  name: ${all}\n  about: ${all}\n`;
  it.each<[string, string, string, string]>([
    ['a topic twice', `${topic('a')}- ‸id: a\n  name: ${all}\n  about: ${all}\n`, 'duplicate-id', 'already'],
    ['an id that is none', `- ‸id: A b\n  name: ${all}\n  about: ${all}\n`, 'topic-invalid', 'lower-case'],
    [
      'a name without a language',
      `- id: a\n  ‸name: { en: A }\n  about: ${all}\n`,
      'missing-translation',
      '`es`, `pt-br`',
    ],
    ['no list', '‸a: b\n', 'topic-invalid', 'a list'],
  ])('%s is told at its place', async (_, text, code, says) => {
    const { said, message, place } = await mistakesOf('src/content/topics.yaml', text);
    expect(said).toEqual([`${place} ${code}`]);
    expect(message).toContain(says);
  });
});

describe('our own', async () => {
  const { pictures, topics, pages } = await loadProject({ root: packageRoot });

  it('pictures are all shown somewhere', () => {
    const shown = new Set(pages.flatMap((page) => page.pictures));
    expect([...pictures.keys()].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('translations show the pictures of their source', () => {
    const byId = new Map(pages.map((page) => [page.id, page]));
    for (const page of pages.filter(({ sourceId }) => sourceId !== null))
      expect(page.pictures, page.id).toEqual(byId.get(page.sourceId ?? '')?.pictures);
  });

  it('topics each have articles, and each article has one', () => {
    const articles = pages.filter(({ id }) => id.startsWith('help/'));
    const named = articles.map(({ frontmatter }) => frontmatter.topic);
    expect(topics.filter(({ id }) => !named.includes(id))).toEqual([]);
    expect(named).not.toContain(undefined);
  });
});
