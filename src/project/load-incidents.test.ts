import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeIncidents } from '../leaks/judge-incidents.ts';
import { loadProject } from './load.ts';

let work = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-incidents-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const name = '2026-11-03-swaps-fail';
const all = (text: string): string => `{ en: ${text}, es: Falla., pt-br: Falha. }`;
const head = 'title: Swaps fail\nseverity: sev3\n';
const step = (phase: string, at: string, text = ''): string => `  - phase: ${phase}\n    at: ${at}\n${text}`;
const first = step('investigating', '2026-11-03T14:05Z');
const told = step('investigating', '2026-11-03T14:05Z', `    text: ${all('It fails.')}\n`);

/** Writes a tree with one record and says its mistakes. `‸` marks where the one in the record must be told. */
async function mistakesOf(marked: string, id = name, more: Record<string, string> = {}) {
  count += 1;
  const root = join(work, String(count));
  const path = `src/content/incidents/${id}.md`;
  const files = {
    'src/content/journeys/swap.yaml':
      'title: Swap\ndoes: Swaps.\nentries: [app]\nparts:\n  - id: app\n    name: Quagga gate\n    layer: client\n',
    'src/content/providers/quagga-provider.yaml': 'name: Quagga Nodes Limited\ndoes: Nodes for quaggas.\n',
    'src/content/providers/okapi.yaml': 'name: Okapi\ndoes: Nodes for okapis.\n',
    ...more,
  };
  for (const [file, text] of Object.entries({ ...files, [path]: marked.replace('‸', '') })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const project = await loadProject({ root, now: new Date('2026-11-22T00:00:00Z') });
  const found = [...project.diagnostics, ...(await judgeIncidents(project))].filter((each) => each.path === path);
  const lines = marked.slice(0, Math.max(0, marked.indexOf('‸'))).split('\n');
  return {
    project,
    said: found.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`),
    messages: found.map(({ message }) => message).join('\n'),
    place: `${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
  };
}

const record = (front: string, body = '## Timeline\n\n- 2026-11-03 14:05 UTC: opened\n'): string =>
  `---\n${front}---\n\n${body}`;

describe('an incident record with a mistake', () => {
  it.each<[what: string, front: string, code: string, says: string]>([
    ['an unknown key', `${head}‸severty: sev2\nstatus:\n${first}`, 'error incident-invalid', 'Did you mean `severity`'],
    ['no phases', `title: A\nseverity: sev3\n‸status: []\n`, 'error incident-invalid', '`status` is empty'],
    ['an unknown severity', `title: A\n‸severity: sev9\nstatus:\n${first}`, 'error incident-invalid', '`sev1`'],
    [
      'an unknown phase',
      `${head}status:\n  - ‸phase: fixed\n    at: 2026-11-03T14:05Z\n`,
      'error incident-invalid',
      '`monitoring`',
    ],
    [
      'a time that is not UTC',
      `${head}status:\n  - phase: resolved\n    ‸at: 2026-11-03 14:05\n`,
      'error incident-invalid',
      '2026-11-03T14:05Z',
    ],
    [
      'times out of order',
      `${head}status:\n${first}  - phase: identified\n    ‸at: 2026-11-03T13:05Z\n`,
      'error incident-order',
      'before `investigating`',
    ],
    [
      'another day than its name says',
      `${head}status:\n  - phase: investigating\n    ‸at: 2026-11-04T00:05Z\n`,
      'error incident-order',
      '2026-11-03',
    ],
    [
      'an unknown journey',
      `${head}status:\n${first}journeys: [‸swaps]\n`,
      'error unknown-journey',
      'Did you mean `swap`',
    ],
    [
      'an unknown provider',
      `${head}status:\n${first}providers: [‸quagga-provide]\n`,
      'error unknown-provider',
      'Did you mean `quagga-provider`',
    ],
    [
      'a follow-up of an unknown team',
      `${head}status:\n${first}followUps:\n  - what: A\n    ‸owner: engineerin\n    due: 2026-12-01\n`,
      'error unknown-owner',
      'Did you mean `engineering`',
    ],
    [
      'a public text that is missing in a language',
      `${head}public: true\nheadline: ${all('Swaps fail')}\nstatus:\n  - phase: investigating\n    at: 2026-11-03T14:05Z\n    ‸text: { en: It fails., es: Falla. }\n`,
      'error incident-untold',
      '`status.0.text` is missing in `pt-br`',
    ],
    [
      'a public incident without headline',
      `${head}‸public: true\nstatus:\n${told}`,
      'error incident-untold',
      'headline',
    ],
    [
      'a public incident whose newest phase says nothing',
      `${head}public: true\nheadline: ${all('Swaps fail')}\nstatus:\n${told}  - ‸phase: identified\n    at: 2026-11-03T15:00Z\n`
        .replace('- ‸phase', '‸- phase')
        .replace('‸- phase', '- ‸phase'),
      'error incident-untold',
      'newest phase',
    ],
    [
      'an unknown language',
      `${head}headline: { en: A, ‸ess: B }\nstatus:\n${first}`,
      'error incident-invalid',
      'Did you mean `es`',
    ],
    [
      'a promised time',
      `${head}workaround:\n  en: A\n  ‸es: Se arregla en dos horas.\nstatus:\n${first}`,
      'error incident-promises',
      'UTC',
    ],
    [
      'a promised recovery',
      `${head}workaround:\n  ‸en: You will get your money back.\nstatus:\n${first}`,
      'error incident-promises',
      'promises',
    ],
    [
      'a public text that asks for a phrase',
      `${head}workaround:\n  ‸pt-br: Envie a sua frase secreta.\nstatus:\n${first}`,
      'error incident-asks-secret',
      'nobody ever needs one',
    ],
    [
      'a follow-up that is overdue',
      `${head}status:\n${first}followUps:\n  - what: Watch it\n    owner: engineering\n    ‸due: 2026-11-21\n`,
      'warning follow-up-overdue',
      'was due on 2026-11-21, from `engineering`',
    ],
    [
      'a SEV-2 that is resolved without a review',
      `title: A\n‸severity: sev2\nstatus:\n${first}${step('resolved', '2026-11-03T15:05Z')}`,
      'error incident-unreviewed',
      'review',
    ],
    [
      'a review that is said to be done and is not there',
      `title: A\nseverity: sev2\nstatus:\n${first}${step('resolved', '2026-11-03T15:05Z')}review:\n  owner: engineering\n  due: 2026-11-10\n  ‸done: 2026-11-09\n`,
      'error incident-unreviewed',
      `reviews/${name}.md`,
    ],
    [
      'a name of the team in a public text',
      `${head}public: true\nheadline:\n  ‸en: The Quagga Nodes Limited nodes are down\n  es: Falla\n  pt-br: Falha\nstatus:\n${told}`,
      'error incident-internal',
      'Quagga Nodes Limited',
    ],
    [
      'a provider whose name is one word',
      `${head}public: true\nheadline:\n  ‸en: Swaps fail since Okapi is down\n  es: Falla\n  pt-br: Falha\nstatus:\n${told}`,
      'error incident-internal',
      '“Okapi”',
    ],
    [
      'a day that no month has',
      `${head}status:\n${first}  - phase: resolved\n    ‸at: 2027-02-30T14:05Z\n`,
      'error incident-invalid',
      'no such day',
    ],
    [
      'a link to a domain that nobody judged',
      `${head}workaround:\n  ‸en: See https://swaps.invalid/ for more.\nstatus:\n${first}`,
      'error unlisted-domain',
      'swaps.invalid',
    ],
    ['broken YAML', `${head}status: [\n‸`, 'error incident-invalid', ''],
  ])('%s is told at its place', async (_what, front, code, says) => {
    const { said, messages, place } = await mistakesOf(record(front));
    // What follows from it is no second mistake.
    expect(said).toEqual([says === '' ? expect.stringContaining(code) : `${place} ${code}`]);
    expect(messages).toContain(says);
  });

  it('without front matter, with a name that is none, or with a recovery phrase is told, and not used', async () => {
    expect((await mistakesOf('# Notes\n')).said).toEqual(['1:1 error incident-invalid']);
    expect((await mistakesOf(record(`${head}status:\n${first}`), 'swaps-fail')).said).toEqual([
      '1:1 error incident-invalid',
    ]);
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    const { said, project } = await mistakesOf(record(`${head}status:\n${first}`, `A user wrote: ${phrase}\n`));
    expect(said).toEqual([expect.stringContaining('error secret')]);
    expect(JSON.stringify([project.diagnostics, [...project.incidents]])).not.toContain('sausage');
  });
});

it('a record that is right is read: newest first, with its timeline, and nothing is said of it', async () => {
  const { project, said } = await mistakesOf(
    record(`${head}public: true\nheadline: ${all('Swaps fail')}\nstatus:\n${told}journeys: [swap]\n`),
    name,
    {
      'src/content/incidents/2026-10-01-earlier.md': record(
        `${head}status:\n${step('investigating', '2026-10-01T00:00Z')}`,
      ),
    },
  );
  expect(said).toEqual([]);
  expect([...project.incidents.keys()]).toEqual([name, '2026-10-01-earlier']);
  expect(project.incidents.get(name)?.body).toContain('opened');
});
