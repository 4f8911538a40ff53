// Long because it is one list: each mistake in trees, roles and macros, and what is said of it.
/** What an author can get wrong in trees, in severities and roles, and in macros: each at its place, and nothing else. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadProject } from '../../src/project/load.ts';
import { type DiagnosticCode, diagnosticCodes } from '../../src/schemas/diagnostic.ts';

interface Case {
  code: DiagnosticCode;
  /** A part of the message. */
  says: string;
  /** Files beside the good ones, or instead of them. `‸` marks where the mistake must be reported. */
  files: Record<string, string>;
}

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-triage-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const tree = 'src/content/trees/main.yaml';
const other = 'src/content/trees/other.yaml';
const macro = (locale: string, id = 'hello'): string => `src/content/macros/${locale}/${id}.md`;

const head = (start = 'start: ask'): string =>
  `title: A tree\ndescription: For tests.\nowner: support-ops\n${start}\nnodes:\n`;
/** A question with choices, as one line each. */
const question = (name: string, ...choices: string[]): string =>
  `  ${name}:\n    kind: question\n    question: Is it so?\n    choices:\n${choices.map((each) => `      ${each}\n`).join('')}`;
const end = (name: string, lines: Record<string, string | null> = {}): string => {
  const all: Record<string, string | null> = {
    kind: 'kind: outcome',
    outcome: 'outcome: It ends.',
    severity: 'severity: sev3',
    owner: 'owner: { role: support-lead }',
    channel: 'channel: here',
    acknowledge: 'acknowledge: 1 h',
    next: 'next: { role: incident-commander, after: 1 h }',
    do: 'do: [Go on.]',
    attach: 'attach: [A link]',
    ...lines,
  };
  return `  ${name}:\n${Object.values(all)
    .filter((line) => line !== null)
    .map((line) => `    ${line}\n`)
    .join('')}`;
};
const yes = 'yes: { label: "Yes", to: end }';
const check = (choices: string[], what = 'check: runbooks/a/page#head'): string =>
  `${head()}  ask:\n    kind: check\n    question: Is it well?\n    ${what}\n    choices:\n${choices.map((each) => `      ${each}\n`).join('')}${end('end')}`;
const wellOrNot = ['well: { label: "Yes", on: [pass, warn], to: end }', 'not: { label: "No", on: [fail], to: end }'];
const inline = (lines: string): string => check(wellOrNot, `check:\n${lines}`);

const text = (body: string, more = ''): string => `---\ntitle: Hello\nuse: To say hello.\n${more}---\n\n${body}\n`;

const good: Record<string, string> = {
  'src/content/targets/lab.yaml': 'bsc-rpc:\n  url: https://rpc.example.net/\n',
  'runbooks/a/page.md':
    '---\ntitle: A\ndescription: A page.\nowner: support-ops\nreviewed: 2026-11-20\n---\n\n:::check[It keeps up]{#head use="evm-rpc" target="bsc-rpc"}\n| Reading | Healthy |\n| --- | --- |\n| `blockAge` | `< 15 s` |\n:::\n',
  'src/content/docs/help/pending.md':
    '---\ntitle: Pending\ndescription: A page.\nowner: support-ops\naudience: public\nreviewed: 2026-11-20\n---\n\nIt waits.\n',
  [tree]: `${head()}${question('ask', yes)}${end('end')}`,
  [other]: `${head()}${question('ask', yes)}${end('end')}`,
  [macro('en')]: text('Hello {{ticket}}.'),
  [macro('es')]: text('Hola {{ticket}}.'),
  [macro('pt-br')]: text('Olá {{ticket}}.'),
};

const long = Array.from({ length: 13 }, (_, index) =>
  question(`q${index}`, `on: { label: "On", to: ${index === 12 ? 'end' : `q${index + 1}`} }`),
).join('');

const cases: Record<string, Case> = {
  'a tree that is no YAML': { code: 'tree-invalid', says: '.', files: { [tree]: 'title: {\n‸' } },
  'an empty tree': { code: 'tree-invalid', says: 'The file is empty', files: { [tree]: '‸\n' } },
  'a misspelt key of a tree': {
    code: 'tree-invalid',
    says: 'Did you mean `reviewed`',
    files: { [tree]: `‸reviewd: 2026-11-20\n${good[tree]}` },
  },
  'a misspelt key of a node': {
    code: 'tree-invalid',
    says: 'Did you mean `runbook`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { runbook: '‸runbok: runbooks/a/page' })}` },
  },
  'a misspelt key of a choice': {
    code: 'tree-invalid',
    says: 'Did you mean `label`',
    files: { [tree]: `${head()}${question('ask', yes, 'no: { ‸lable: "x", label: "No", to: end }')}${end('end')}` },
  },
  'an unknown kind of node': {
    code: 'tree-invalid',
    says: 'Did you mean `question`',
    files: { [tree]: `${head()}  ask:\n    ‸kind: qestion\n${end('end')}` },
  },
  'a node without a kind': {
    code: 'tree-invalid',
    says: 'has no `kind`',
    files: { [tree]: `${head()}  ‸ask:\n    question: Is it so?\n${end('end')}` },
  },
  'a question too long for a screen': {
    code: 'tree-invalid',
    says: 'at most 200 characters',
    files: {
      [tree]: `${head()}  ask:\n    kind: question\n    ‸question: ${'long '.repeat(60)}\n    choices:\n      ${yes}\n${end('end')}`,
    },
  },
  'an unknown severity': {
    code: 'tree-invalid',
    says: '`sev1`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { severity: '‸severity: sev9' })}` },
  },
  'a time that is none': {
    code: 'tree-invalid',
    says: 'is no time to answer within',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { acknowledge: '‸acknowledge: soon' })}` },
  },
  'a start that is not there': {
    code: 'unknown-node',
    says: 'Did you mean `ask`',
    files: { [tree]: `${head('‸start: aks')}${question('ask', yes)}${end('end')}` },
  },
  'a choice that leads to no node': {
    code: 'unknown-node',
    says: 'Did you mean `end`',
    files: { [tree]: `${head()}${question('ask', yes, 'no: { label: "No", ‸to: edn }')}${end('end')}` },
  },
  'a link to an unknown tree': {
    code: 'unknown-tree',
    says: 'Did you mean `other`',
    files: { [tree]: `${head()}  ask:\n    kind: tree\n    ‸tree: othr\n` },
  },
  'a link to an unknown node of a tree': {
    code: 'unknown-node',
    says: 'Did you mean `end`',
    files: { [tree]: `${head()}  ask:\n    kind: tree\n    ‸tree: other#ned\n` },
  },
  'a node that no answer leads to': {
    code: 'unreachable-node',
    says: '`alone`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end')}  ‸${end('alone').trimStart()}` },
  },
  'a question without choices': {
    code: 'dead-end',
    says: 'has no choices',
    files: {
      [tree]: `${head()}${question('ask', yes, 'no: { label: "No", to: stuck }')}  ‸stuck:\n    kind: question\n    question: And now?\n${end('end')}`,
    },
  },
  'a verdict that no branch takes': {
    code: 'dead-end',
    says: '`warn`',
    files: {
      [tree]: check([
        'well: { label: "Yes", on: [pass], to: end }',
        'not: { label: "No", on: [fail], to: end }',
      ]).replace('    choices', '    ‸choices'),
    },
  },
  'answers that go in a circle': {
    code: 'tree-loop',
    says: '`ask` → `again` → `ask`',
    files: {
      [tree]: `${head()}${question('ask', yes, 'no: { label: "No", to: again }')}${question('again', yes, 'back: { label: "Back", ‸to: ask }')}${end('end')}`,
    },
  },
  'a circle through another tree': {
    code: 'tree-loop',
    says: 'main#ask',
    files: {
      [tree]: `${head()}${question('ask', yes, 'no: { label: "No", to: link }')}  link: { kind: tree, tree: other }\n${end('end')}`,
      [other]: `${head()}${question('ask', yes, 'no: { label: "No", to: link }')}  link: { kind: tree, ‸tree: main }\n${end('end')}`,
    },
  },
  'a branch that an earlier one has taken': {
    code: 'unreached-branch',
    says: '`well`',
    files: {
      [tree]: check([
        'well: { label: "Yes", on: [pass, warn, fail], to: end }',
        'not: { label: "No", ‸on: [fail], to: end }',
      ]),
    },
  },
  'two choices that read alike': {
    code: 'unreached-branch',
    says: 'tell the two apart',
    files: { [tree]: `${head()}${question('ask', yes, 'also: { ‸label: "yes", to: end }')}${end('end')}` },
  },
  'an outcome without an owner': {
    code: 'outcome-incomplete',
    says: 'has no owner',
    files: { [tree]: `${head()}${question('ask', yes)}  ‸${end('end', { owner: null }).trimStart()}` },
  },
  'an outcome without a time': {
    code: 'outcome-incomplete',
    says: 'has no time',
    files: { [tree]: `${head()}${question('ask', yes)}  ‸${end('end', { acknowledge: null }).trimStart()}` },
  },
  'an outcome without a next level': {
    code: 'outcome-incomplete',
    says: 'nobody has answered',
    files: { [tree]: `${head()}${question('ask', yes)}  ‸${end('end', { next: null }).trimStart()}` },
  },
  'an outcome that waits longer than its severity allows': {
    code: 'outcome-late',
    says: 'within 5 min',
    files: {
      [tree]: `${head()}${question('ask', yes)}${end('end', { severity: 'severity: sev1', acknowledge: '‸acknowledge: 30 min' })}`,
    },
  },
  'a tree too deep for a phone': {
    code: 'tree-too-deep',
    says: 'takes 13 answers, down to `q12`',
    files: { [tree]: `${head('‸start: q0')}${long}${end('end')}` },
  },
  'a tree too deep through another one': {
    code: 'tree-too-deep',
    says: 'takes 13 answers, down to `other#q11`',
    files: {
      [tree]: `${head('‸start: ask')}${question('ask', 'on: { label: "On", to: link }')}  link: { kind: tree, tree: other }\n`,
      [other]: `${head('start: q0')}${long.slice(0, long.indexOf('  q12'))}`.replace('to: q12', 'to: end') + end('end'),
    },
  },
  'an unknown role': {
    code: 'unknown-role',
    says: 'Did you mean `support-lead`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { owner: 'owner: { ‸role: suport-lead }' })}` },
  },
  'an unknown team of an outcome': {
    code: 'unknown-owner',
    says: 'Did you mean `payments`',
    files: {
      [tree]: `${head()}${question('ask', yes)}${end('end', { owner: 'owner: { role: support-lead, ‸team: payment }' })}`,
    },
  },
  'an unknown team that owns a tree': {
    code: 'unknown-owner',
    says: 'Did you mean `support-ops`',
    files: { [tree]: (good[tree] ?? '').replace('owner: support-ops', '‸owner: support') },
  },
  'an unknown runbook': {
    code: 'unknown-page',
    says: 'Did you mean `runbooks/a/page`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { runbook: '‸runbook: runbooks/a/pge' })}` },
  },
  'an unknown macro': {
    code: 'unknown-macro',
    says: 'Did you mean `hello`',
    files: { [tree]: `${head()}${question('ask', yes)}${end('end', { macro: '‸macro: helo' })}` },
  },
  'a check of an unknown page': {
    code: 'unknown-page',
    says: 'Did you mean `runbooks/a/page`',
    files: { [tree]: check(wellOrNot, '‸check: runbooks/a/pge#head') },
  },
  'a check of an unknown block': {
    code: 'unknown-block',
    says: 'Did you mean `head`',
    files: { [tree]: check(wellOrNot, '‸check: runbooks/a/page#haed') },
  },
  'a branch by a reading that the block has no row for': {
    code: 'unknown-reading',
    says: 'Did you mean `blockAge`',
    files: { [tree]: check(['far: { label: "Far", when: { ‸blokAge: "> 60 s" }, to: end }', ...wellOrNot]) },
  },
  'a branch by an expectation that is none': {
    code: 'bad-expectation',
    says: 'is not an expectation',
    files: { [tree]: check(['far: { label: "Far", when: { ‸blockAge: "about 60 s" }, to: end }', ...wellOrNot]) },
  },
  'a branch by a wrong unit': {
    code: 'wrong-unit',
    says: 'measured in',
    files: { [tree]: check(['far: { label: "Far", when: { ‸blockAge: "> 60 %" }, to: end }', ...wellOrNot]) },
  },
  'an unknown check in a tree': {
    code: 'unknown-check',
    says: 'Did you mean `evm-rpc`',
    files: {
      [tree]: inline(
        '      ‸use: evm-rcp\n      with: { target: bsc-rpc }\n      expect: { blockAge: { healthy: "< 15 s" } }',
      ),
    },
  },
  'an unknown target in a tree': {
    code: 'unknown-target',
    says: 'Did you mean `bsc-rpc`',
    files: {
      [tree]: inline(
        '      use: evm-rpc\n      with: { ‸target: bsc-rcp }\n      expect: { blockAge: { healthy: "< 15 s" } }',
      ),
    },
  },
  'an unknown parameter in a tree': {
    code: 'unknown-parameter',
    says: 'Did you mean `peer`',
    files: {
      [tree]: inline(
        '      use: evm-rpc\n      with: { target: bsc-rpc, ‸peeer: bsc-rpc }\n      expect: { blockAge: { healthy: "< 15 s" } }',
      ),
    },
  },
  'a check in a tree that expects nothing': {
    code: 'no-rows',
    says: 'nothing about healthy',
    files: { [tree]: inline('      use: evm-rpc\n      with: { target: bsc-rpc }\n      ‸expect: {}') },
  },
  'severities that are no YAML': {
    code: 'escalation-invalid',
    says: '.',
    files: { 'src/content/escalation.yaml': 'roles: {\n‸' },
  },
  'severities without their times': {
    code: 'escalation-invalid',
    says: '`severities` is missing',
    files: { 'src/content/escalation.yaml': '‸inDoubt: Take the higher one.\nroles: {}\n' },
  },
  'a macro without front matter': {
    code: 'macro-invalid',
    says: 'no front matter',
    files: { [macro('en')]: '‸Hello {{ticket}}.\n' },
  },
  'a misspelt key of a macro': {
    code: 'macro-invalid',
    says: 'Did you mean `article`',
    files: { [macro('es')]: text('Hola {{ticket}}.', '‸artcle: help/pending\n') },
  },
  'an unknown placeholder': {
    code: 'unknown-placeholder',
    says: 'Did you mean `ticket`',
    files: { [macro('en')]: text('Hello {{ticket}}, and ‸{{tiket}}.') },
  },
  'a macro that is missing in a language': {
    code: 'missing-translation',
    says: '`pt-br`',
    files: { [macro('en', 'new')]: `‸${text('Hello.')}`, [macro('es', 'new')]: text('Hola.') },
  },
  'a translation that lacks a placeholder': {
    code: 'missing-translation',
    says: 'lacks `{{ticket}}`',
    files: { [macro('pt-br')]: `‸${text('Olá.')}` },
  },
  'a macro that leads to no article': {
    code: 'unknown-page',
    says: 'Did you mean `help/pending`',
    files: {
      [macro('en')]: `‸${text('Hello {{ticket}} {{article}}.', 'article: help/pendin\n')}`,
      [macro('es')]: text('Hola {{ticket}} {{article}}.', 'article: help/pendin\n'),
      [macro('pt-br')]: text('Olá {{ticket}} {{article}}.', 'article: help/pendin\n'),
    },
  },
  'a translation that leads to another article': {
    code: 'macro-invalid',
    says: 'it is `help/pending`',
    files: {
      [macro('en')]: text('Hello {{ticket}} {{article}}.', 'article: help/pending\n'),
      [macro('es')]: text('Hola {{ticket}} {{article}}.', 'article: help/pending\n'),
      [macro('pt-br')]: `‸${text('Olá {{ticket}} {{article}}.', 'article: help/other\n')}`,
    },
  },
  'a macro that asks for a phrase': {
    code: 'macro-asks-secret',
    says: 'Send us your recovery phrase',
    files: { [macro('en')]: text('Hello {{ticket}}.\n\n‸Send us your recovery phrase, please.') },
  },
  'a macro that promises a recovery': {
    code: 'macro-promises',
    says: 'recuperar',
    files: { [macro('es')]: text('Hola {{ticket}}.\n\n‸Vamos a recuperar su dinero.') },
  },
  'a macro that promises a time': {
    code: 'macro-promises',
    says: 'span of time',
    files: { [macro('pt-br')]: text('Olá {{ticket}}.\n\n‸Chega em até 3 dias úteis.') },
  },
};

/** Codes that these files share with pages, or that a case above covers with another. */
const others =
  /^(?!tree|outcome|unknown-(?:tree|node|role|macro|placeholder)|unreach|dead-end|escalation|macro|missing-translation)/;

it('every code of trees, roles and macros has a case', () => {
  const covered = new Set(Object.values(cases).map(({ code }) => code));
  const missing = (Object.keys(diagnosticCodes) as DiagnosticCode[]).filter(
    (code) => !others.test(code) && !covered.has(code),
  );
  expect(missing).toEqual([]);
});

const now = new Date('2026-11-22T00:00:00Z');
let count = 0;

async function lint(files: Record<string, string>) {
  count += 1;
  const root = join(work, String(count));
  for (const [path, content] of Object.entries({ ...good, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content.replace('‸', ''));
  }
  return (await loadProject({ root, now })).diagnostics;
}

it('the good files are without a mistake', async () => {
  expect(await lint({})).toEqual([]);
});

it.each(Object.entries(cases))(
  '%s is reported at its place, and nothing else is',
  async (_name, { code, says, files }) => {
    const marked = Object.entries(files).find(([, content]) => content.includes('‸'));
    const before = (marked?.[1] ?? '').slice(0, marked?.[1].indexOf('‸')).split('\n');
    const place = { path: marked?.[0], line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const found = await lint(files);
    expect(found.map(({ path, line, column, code: its }) => ({ path, line, column, code: its }))).toEqual([
      { ...place, code },
    ]);
    expect(found[0]?.message).toContain(says);
    expect(found[0]?.message).toMatch(/[.?]$/);
    expect(found[0]?.severity).toBe(diagnosticCodes[code].severity);
  },
);

it('one broken node hides no other mistake of its tree, and makes none', async () => {
  const found = await lint({
    [tree]: `${head()}${question('ask', 'yes: { label: "Yes", to: broken }', 'no: { label: "No", to: nowhere }')}${end('broken', { severity: null })}`,
  });
  expect(found.map(({ code }) => code).sort()).toEqual(['tree-invalid', 'unknown-node']);
});
