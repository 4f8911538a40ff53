import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Planted, plant } from './planted.ts';

/** Ways into Runlight that a run takes: what a target answers with, and what a check does. */
export const runEntrances = [
  'the body of an answer',
  'a header of an answer',
  'the body of an error',
  'an address that redirects',
  'what a command prints',
  'an error that a check throws',
  'a reading',
  'the evidence of a check',
] as const;
export type RunEntrance = (typeof runEntrances)[number];

export const planted = new Map<string, Planted>();
/** The secrets of an entrance; each has its own. */
export function at(entrance: string): Planted {
  const known = planted.get(entrance) ?? plant(planted.size + 1);
  planted.set(entrance, known);
  return known;
}
for (const entrance of runEntrances) at(entrance);

/** The variable with the declared secret of an entrance. */
export const variableOf = (entrance: string): string => `PLANTED_${[...planted.keys()].indexOf(entrance) + 1}`;
export const environment = (): Record<string, string> =>
  Object.fromEntries([...planted].map(([entrance, { declared }]) => [variableOf(entrance), declared]));

/** A target that answers with secrets. */
export async function openHostile(): Promise<{ url: string } & AsyncDisposable> {
  const text = (entrance: RunEntrance): string => at(entrance).lines.join('\n');
  const server = createServer((request, response) => {
    switch (request.url) {
      case '/body':
        response.setHeader('content-type', 'application/json');
        return response.end(
          JSON.stringify({
            status: text('the body of an answer'),
            card: Number(at('the body of an answer').needles['card number']),
          }),
        );
      case '/header':
        // Of the headers, evidence shows this one and where a redirect leads.
        response.setHeader(
          'content-type',
          `application/json; note="${Buffer.from(at('a header of an answer').lines.join('; ').normalize('NFC')).toString('latin1')}"`,
        );
        // A text would make Node encode the header a second time.
        return response.end(Buffer.from('{"status":"down"}'));
      case '/error':
        response.statusCode = 500;
        return response.end(text('the body of an error'));
      case '/redirect':
        response.statusCode = 302;
        response.setHeader(
          'location',
          `http://ana:pw@127.0.0.2:9/x?text=${encodeURIComponent(text('an address that redirects'))}`,
        );
        return response.end();
      default:
        return response.end('{"status":"ok"}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const front = (title: string): string =>
  `---\ntitle: ${title}\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\nreviewEvery: 36500 days\njourneys: [swap]\n---\n`;

const block = (id: string, use: string, rows: string, target = ''): string =>
  `:::check[Block ${id}]{#${id} use="${use}"${target}}\n| Reading | Healthy |\n| --- | --- |\n${rows}\n\n- **Failing**: say so.\n:::\n`;

/** A check of the tree's own, whose `run` has this body. */
const check = (body: string): string =>
  `import { readFileSync } from 'node:fs';
import { defineCheck } from 'runlight/check';
const text = (name) => JSON.parse(readFileSync(new URL('../planted.json', import.meta.url), 'utf8'))[name];
export default defineCheck({
  summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'text', summary: 'A text' } },
  async run({ $, evidence }) { ${body} },
});
`;

/** Files of a tree whose own words are harmless, and whose target and checks are not. */
function filesAt(url: string): Record<string, string> {
  const rows = '| `value` | `= fine` |';
  const json = (path: string): string =>
    block(path, 'http-json', '| `/status` | `= ok` |\n| `/card` | `= 1` |', ` target="${path}"`);
  const own: Record<string, string> = {
    printing: `await $\`printf '%s' \${text('what a command prints')}; printf '%s' \${text('what a command prints')} >&2; exit 3\`; return { value: 'x' };`,
    throwing: `throw new Error(text('an error that a check throws'));`,
    reading: `return { value: text('a reading') };`,
    evident: `evidence(text('the evidence of a check').slice(0, 180), text('the evidence of a check')); return { value: 'x' };`,
  };
  const targets = ['body', 'header', 'error', 'redirect'];
  const secrets = [...planted.keys()].map(
    (entrance) =>
      `known-${variableOf(entrance).toLowerCase().replace('_', '-')}:\n  url: ${url}/ok\n  layer: api\n  headers: { x-key: { secret: ${variableOf(entrance)} } }\n`,
  );
  return {
    'runbooks/hostile/page.md': `${front('Hostile')}\n${[...targets.map(json), ...Object.keys(own).map((id) => block(id, id, rows))].join('\n')}`,
    'runbooks/hostile/asked.md': `${front('Asked')}\n:::check[The transaction is there]{#tx use="evm-transaction" target="body" ask="hash"}\n| Reading | Healthy |\n| --- | --- |\n| \`state\` | \`= confirmed\` |\n\n- **Failing**: say so.\n:::\n`,
    ...Object.fromEntries(Object.entries(own).map(([id, body]) => [`checks/${id}.ts`, check(body)])),
    'planted.json': JSON.stringify(Object.fromEntries(runEntrances.map((name) => [name, at(name).lines.join('\n')]))),
    'src/content/targets/lab.yaml': [
      ...targets.map((name) => `${name}:\n  url: ${url}/${name}\n  layer: api\n`),
      ...secrets,
    ].join(''),
    'src/content/journeys/swap.yaml': `title: Swap\ndoes: Swaps one coin for another.\nentries: [app]\nparts:\n  - id: app\n    name: App\n    layer: client\n    checks:\n${[...targets, ...Object.keys(own)].map((id) => `      - runbooks/hostile/page#${id}\n`).join('')}`,
    'src/content/trees/hostile.yaml': `title: Hostile\ndescription: Is it hostile?\nowner: support-ops\nreviewed: 2026-11-25\nstart: one\nnodes:\n  one:\n    kind: check\n    check: runbooks/hostile/page#reading\n    question: Is it fine?\n    choices:\n      fine: { label: Fine, on: [pass, warn], to: end }\n      bad: { label: Bad, on: [fail], to: end }\n  end:\n    kind: outcome\n    outcome: It is so.\n    severity: sev3\n    owner: { role: support-lead }\n    channel: "#support"\n    acknowledge: 1 h\n    next: { role: incident-commander, after: 1 h }\n    do:\n      - Say so.\n    attach:\n      - What was said\n`,
    'dist/internal/index.html': '<p>Home</p>',
    'dist/internal/404.html': '<p>Not here</p>',
  };
}

/** Writes the tree into a folder of its own; returns it. */
export async function writePlantedTree(url: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rl-planted-'));
  await writeFiles(root, filesAt(url));
  return root;
}

export async function writeFiles(root: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
