import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unsafeSentences } from '../text/unsafe-sentences.ts';
import { packageRoot } from './folders.ts';
import { loadProject } from './load.ts';

let work = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-glossary-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const article = (audience: string): string =>
  `---\ntitle: A\ndescription: A page.\nowner: support-ops\naudience: ${audience}\nreviewed: 2026-11-01\n---\n\nIt waits.\n`;
const head = `title: { en: Networks, es: Redes, pt-br: Redes }
about: Codes of nodes.
layer: provider
sources:
  geth: { name: go-ethereum, url: https://github.com/ethereum/go-ethereum }
entries:
`;
const entry = (id: string, lines: string): string =>
  `  ${id}:\n${lines}    means: It is so.\n    do: Look at it.\n    sources: [geth]\n`;
const low = entry('low', '    text: nonce too low\n');
const user = (locale: string): string =>
  `      ${locale}: { means: It waits., money: It did not move., do: Look it up. }\n`;
const file = 'src/content/glossary/evm.yaml';

/** Writes a tree and says its mistakes. `‸` marks where the one in the file at `path` must be told. */
async function mistakesOf(marked: string, more: Record<string, string> = {}, path = file) {
  count += 1;
  const root = join(work, String(count));
  const files = {
    'src/content/docs/help/pending.md': article('public'),
    'runbooks/a/one.md': article('internal'),
    ...more,
    [path]: marked.replace('‸', ''),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const lines = marked.slice(0, marked.indexOf('‸')).split('\n');
  const { diagnostics, glossary } = await loadProject({ root, now: new Date('2026-11-22T00:00:00Z') });
  return {
    said: diagnostics.map((each) => `${each.path}:${each.line}:${each.column} ${each.severity} ${each.code}`),
    messages: diagnostics.map(({ message }) => message).join('\n'),
    place: `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
    glossary,
  };
}

it('reads a family with its defaults', async () => {
  const { said, glossary } = await mistakesOf(`${head}${low}`);
  expect(said).toEqual([]);
  expect(glossary.get('evm')?.entries.low).toMatchObject({ text: 'nonce too low', not: [], aliases: [], pages: [] });
});

const twin = {
  'src/content/glossary/solana.yaml': `${head}${entry('behind', '    code: "-32005"\n    not: [evm/limit]\n    knownBy: Slots.\n')}`,
};

describe('a mistake is told of at its place, and nothing else is', () => {
  it.each<[string, string, string, string, Record<string, string>?]>([
    ['no YAML', 'title: {\n‸', 'glossary-invalid', '.'],
    ['an empty file', '‸\n', 'glossary-invalid', 'The file is empty'],
    ['a misspelt key', `${head}${low}    ‸mean: It.\n`, 'glossary-invalid', 'Did you mean `means`'],
    [
      'a code that YAML reads as a number',
      `${head}${entry('low', '    ‸code: 05\n')}`,
      'glossary-invalid',
      'expected a text',
    ],
    [
      'neither code nor text',
      `${head}  ‸low:\n    means: A.\n    do: B.\n    sources: [geth]\n`,
      'glossary-invalid',
      'Expected a `code`, a `text`, or both',
    ],
    ['no sources', `${head}  ‸low:\n    text: A\n    means: A.\n    do: B.\n`, 'glossary-invalid', 'sources'],
    ['an unknown source', `${head}${low.replace('[geth]', '[‸get]')}`, 'glossary-invalid', 'Did you mean `geth`'],
    ['an id with capitals', `${head}${entry('‸Low', '    text: A\n')}`, 'glossary-invalid', 'lower-case'],
    [
      'the same text twice',
      `${head}${low}${entry('‸low-again', '    text: Nonce too low\n')}`,
      'glossary-duplicate',
      '`low` has the same',
    ],
    ['the same id twice', `${head}${low}${low.replace('  low', '  ‸low')}`, 'glossary-invalid', 'unique'],
    ['an unknown page', `${head}${low}    pages: [‸help/pendin]\n`, 'unknown-page', 'Did you mean `help/pending`'],
    [
      'an unknown entry in `not`',
      `${head}${low}    not: [‸evm/hi]\n    knownBy: A.\n`,
      'glossary-invalid',
      'There is no entry `evm/hi`',
    ],
    [
      'itself in `not`',
      `${head}${low}    not: [‸evm/low]\n    knownBy: A.\n`,
      'glossary-invalid',
      'An entry is not another one',
    ],
    [
      'a clash without `not`',
      `${head}  ‸limit:\n    code: "-32005"\n    means: A.\n    do: B.\n    sources: [geth]\n`,
      'glossary-clash',
      '`solana/behind`',
      twin,
    ],
    [
      'a clash without `knownBy`',
      `${head}${entry('limit', '    code: "-32005"\n    ‸not: [solana/behind]\n')}`,
      'glossary-clash',
      '`knownBy` is missing',
      twin,
    ],
    [
      'a language that is missing',
      `${head}${low}    pages: [help/pending]\n    ‸user:\n${user('en')}${user('es')}`,
      'missing-translation',
      '`pt-br`',
    ],
    [
      'a language that nobody has',
      `${head}${low}    pages: [help/pending]\n    user:\n${user('en')}${user('es')}${user('pt-br')}${user('‸fr')}`,
      'glossary-invalid',
      '`fr` is no language',
    ],
    [
      'words for users without an article',
      `${head}${low}    ‸pages: [runbooks/a/one]\n    user:\n${user('en')}${user('es')}${user('pt-br')}`,
      'glossary-invalid',
      'a public page among `pages`',
    ],
    [
      'a promise to users',
      `${head}${low}    pages: [help/pending]\n    user:\n${user('en').replace('means: It waits.', '‸means: It arrives in two hours.')}${user('es')}${user('pt-br')}`,
      'promises',
      'two hours',
    ],
  ])('%s', async (_, marked, code, says, more = {}) => {
    const { said, messages, place } = await mistakesOf(marked, more);
    expect(said).toEqual([`${place} error ${code}`]);
    expect(messages).toContain(says);
  });
});

describe('the shipped glossary', async () => {
  const { glossary, diagnostics } = await loadProject({ root: packageRoot });

  it('has no mistake', () => {
    expect(diagnostics.filter(({ path }) => path.startsWith('src/content/glossary/'))).toEqual([]);
  });

  it.each([
    ['evm', 'request-timed-out', '-32002'],
    ['provider', 'request-pending', '-32002'],
    ['solana', 'preflight-failure', '-32002'],
    ['walletconnect', 'no-session', '7001'],
    ['card', 'do-not-honor', '05'],
    ['3ds', 'reason-05', '05'],
  ])('%s has %s', (family, id, code) => {
    expect(glossary.get(family)?.entries[id]?.code).toBe(code);
  });

  it('tells the readings of -32005 apart: a limit, and a node that is behind', () => {
    expect(glossary.get('evm')?.entries['limit-exceeded']?.not).toContain('solana/node-unhealthy');
    expect(glossary.get('solana')?.entries['node-unhealthy']?.not).toContain('evm/limit-exceeded');
  });

  it('promises nothing to anybody, in any language', () => {
    for (const { entries } of glossary.values())
      for (const { user: said } of Object.values(entries))
        for (const [locale, texts] of Object.entries(said ?? {}))
          for (const text of Object.values(texts)) expect(unsafeSentences(text, locale)).toEqual([]);
  });
});
