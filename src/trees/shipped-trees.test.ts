/** The trees that Runlight ships, walked to every one of their outcomes. */
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import type { Trees } from '../schemas/tree.ts';
import { edgesFrom, isAsking, linkTarget, nameIn, nodeAt, type Place, placeId } from './graph.ts';
import { answerWalk, standOf, startWalk, type Walk } from './walk.ts';

const project = await loadProject({ root: packageRoot });
const { trees, escalation, macros } = project;

const names = [
  'chain-rpc',
  'client-release',
  'legal-compliance',
  'master-triage',
  'payment-provider',
  'security-funds-loss',
  'social-signal',
  'swap-bridge',
];

/** Walks by `node=choice`, as `--answer` gives them. */
function scripted(tree: string, ...answers: string[]): { walk: Walk; at: string } {
  const given = new Map(answers.map((text) => text.split('=') as [string, string]));
  let walk = startWalk(trees, tree);
  for (;;) {
    const stand = walk && standOf(trees, walk);
    if (!walk || !stand || stand.kind === 'lost') throw new Error('lost');
    const name = nameIn(tree, stand.place);
    if (stand.kind === 'outcome') return { walk, at: name };
    const choice = given.get(name) ?? given.get(stand.place.node);
    const went = answerWalk(trees, walk, { choice: choice ?? '', by: 'person' });
    if (!went.ok) throw new Error(went.message);
    walk = went.walk;
  }
}

/** The shortest answers from a place to each outcome below it, as `--answer` takes them. */
function scriptsFrom(all: Trees, tree: string): Map<string, string[]> {
  const scripts = new Map<string, string[]>();
  const start = linkTarget(all, tree);
  const queue: { place: Place; answers: string[] }[] = start ? [{ place: start, answers: [] }] : [];
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { place, answers } = next;
    if (seen.has(placeId(place))) continue;
    seen.add(placeId(place));
    if (nodeAt(all, place)?.kind === 'outcome') scripts.set(nameIn(tree, place), answers);
    for (const { to, choice } of edgesFrom(all, place))
      queue.push({ place: to, answers: choice === null ? answers : [...answers, `${placeId(place)}=${choice}`] });
  }
  return scripts;
}

it('there are eight of them, and lint finds nothing', () => {
  expect([...trees.keys()]).toEqual(names);
  expect(project.diagnostics.filter(({ path }) => !/\.mdx?$/.test(path) || path.includes('/macros/'))).toEqual([]);
});

it.each(names)('every outcome of %s is reached by scripted answers', (name) => {
  const scripts = scriptsFrom(trees, name);
  const own = Object.entries(trees.get(name)?.nodes ?? {}).flatMap(([id, node]) =>
    node.kind === 'outcome' ? [id] : [],
  );
  expect(own.filter((id) => !scripts.has(id))).toEqual([]);
  for (const [outcome, answers] of scripts) {
    // `--answer` by `tree#node` may be given for any node; the walk's own names are those of its path.
    const byName = answers.map((text) => text.replace(`${name}#`, ''));
    expect(scripted(name, ...byName).at).toBe(outcome);
  }
});

describe('what must never be different', () => {
  it.each([
    ['security-funds-loss', ['own-people=users', 'origin=elsewhere', 'how-many=several'], 'release-suspected', 'sev1'],
    ['security-funds-loss', ['own-people=users', 'origin=app'], 'release-suspected', 'sev1'],
    ['security-funds-loss', ['own-people=ours'], 'staff-account', 'sev1'],
    [
      'security-funds-loss',
      ['own-people=users', 'origin=elsewhere', 'how-many=one', 'how=phrase'],
      'phrase-exposed',
      'sev4',
    ],
    [
      'master-triage',
      ['consent=yes', 'own-people=users', 'origin=app'],
      'security-funds-loss#release-suspected',
      'sev1',
    ],
    ['payment-provider', ['kind=order', 'how-many=one', 'has-hash=none', 'how-long=day'], 'partner-desk', 'sev3'],
    [
      'payment-provider',
      ['kind=order', 'how-many=several', 'provider-page=outage', 'share=nobody'],
      'buying-down',
      'sev2',
    ],
    [
      'payment-provider',
      ['kind=regulator', 'what=authority', 'authority-kind=order'],
      'legal-compliance#order',
      'sev3',
    ],
    ['chain-rpc', ['network=bsc', 'bsc-node=split'], 'split', 'sev2'],
    ['chain-rpc', ['network=other', 'explorer=halted', 'rank-halt=small'], 'halt-small', 'sev3'],
    ['swap-bridge', ['exploit=rumour'], 'exploit-rumour', 'sev2'],
    ['social-signal', ['claim=attack', 'exploit-claim=bare'], 'unverified', 'sev2'],
    ['client-release', ['what=broken', 'crashes=far', 'version=one'], 'halt', 'sev2'],
    ['legal-compliance', ['what=danger'], 'danger', 'sev2'],
  ] as const)('%s with %j ends at %s, %s', (tree, answers, outcome, severity) => {
    const { walk, at } = scripted(tree, ...answers);
    expect(at).toBe(outcome);
    expect(nodeAt(trees, walk.at)).toMatchObject({ severity });
  });

  const outcomes = [...trees].flatMap(([tree, { nodes }]) =>
    Object.entries(nodes).flatMap(([id, node]) => (node.kind === 'outcome' ? [{ name: `${tree}#${id}`, node }] : [])),
  );

  it('the law, threats and claims of an attack are never answered with a macro', () => {
    const silent = outcomes.filter(({ name }) => /^legal-compliance#|^social-signal#unverified$/.test(name));
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.filter(({ node }) => node.macro !== undefined)).toEqual([]);
  });

  it('who is woken is on call, and the next level is somebody else', () => {
    for (const { name, node } of outcomes) {
      expect(node.next.role, name).not.toBe(node.owner.role);
      if (escalation.severities[node.severity].pages)
        expect(['duty', 'incident', 'desk'], name).toContain(escalation.roles[node.owner.role]?.kind);
      if (node.severity === 'sev1') expect(node.next.role, name).toBe('incident-commander');
    }
  });

  it('no tree asks for a phrase or key, promises anything or holds a phone number', async () => {
    const { judgeMacro } = await import('../macros/judge-macro.ts');
    for (const [tree, { nodes }] of trees) {
      for (const [id, node] of Object.entries(nodes)) {
        const said = isAsking(node)
          ? [node.question, node.hint ?? '', ...Object.values(node.choices).map(({ label }) => label)]
          : node.kind === 'outcome'
            ? [node.outcome, ...node.do, ...node.attach]
            : [];
        const text = said.join('\n');
        const found = judgeMacro(text, 'en').filter(({ message }) => !message.includes('span of time'));
        expect(found, `${tree}#${id}`).toEqual([]);
        expect(text, `${tree}#${id}`).not.toMatch(/\+?\d[\d ().-]{8,}\d/);
      }
    }
  });
});

it('every macro is there in every language, and every outcome’s macro among them', () => {
  expect([...macros.keys()]).toHaveLength(16);
  for (const [id, byLocale] of macros) expect([...byLocale.keys()], id).toEqual(['en', 'es', 'pt-br']);
});
