import { publicTextsOf } from '../incidents/public-texts-of.ts';
import type { Project } from '../project/load.ts';
import type { Escalation } from '../schemas/escalation.ts';
import type { Incident } from '../schemas/incident.ts';
import type { TreeNode } from '../schemas/tree.ts';
import type { InternalTerm } from './internal-term.ts';

type Triage = Pick<Project, 'trees' | 'escalation' | 'journeys' | 'macros' | 'providers' | 'incidents' | 'glossary'>;

/**
 * What escalation trees, roles, severities, journeys, macros, incidents and the glossary say to the team, and where
 * their pages stand. The text of a macro is for users, and not among it; nor is what a public incident or the
 * glossary says to them.
 */
export function triageTerms(triage: Triage): InternalTerm[] {
  const { trees, escalation, journeys, macros, incidents, glossary } = triage;
  const terms: InternalTerm[] = routesOf(triage).map((text) => ({ kind: 'route', text }));
  for (const { title, description, nodes } of trees.values()) {
    const sentences = [title, description, ...Object.values(nodes).flatMap(sentencesOf)];
    for (const text of sentences) terms.push({ kind: 'tree', text });
    for (const node of Object.values(nodes))
      if (node.kind === 'outcome') terms.push({ kind: 'channel', text: node.channel });
  }
  for (const [id, { name, does, never }] of Object.entries(escalation.roles))
    for (const text of [id, name, does, never ?? '']) terms.push({ kind: 'role', text });
  for (const text of sentencesOfSeverities(escalation)) terms.push({ kind: 'severity', text });
  for (const { does, parts } of journeys.values())
    for (const text of [does, ...parts.map(({ name }) => name)]) terms.push({ kind: 'journey', text });
  for (const byLocale of macros.values())
    for (const { use } of byLocale.values()) terms.push({ kind: 'macro', text: use });
  for (const incident of incidents.values())
    for (const text of sentencesOfIncident(incident)) terms.push({ kind: 'incident', text });
  for (const { about, entries } of glossary.values()) {
    terms.push({ kind: 'glossary', text: about });
    for (const { means, do: act, unsettled, knownBy } of Object.values(entries))
      for (const text of [means, act, unsettled ?? '', knownBy ?? '']) terms.push({ kind: 'glossary', text });
  }
  return terms.filter(tellsSomething);
}

/** Title, notes and follow-ups are the team's; of one that is not public, everything is. */
function sentencesOfIncident(incident: Incident): string[] {
  const { title, body, path, id, followUps } = incident;
  const lines = body.split('\n').map((line) => line.replace(/^[#\s*-]+/, '').trim());
  const drafts = publicTextsOf(incident).flatMap(({ text }) => Object.values(text));
  const headlines = incident.public ? Object.values(incident.headline ?? {}) : [];
  return [
    // Where the headline says the same, it is no secret.
    ...(headlines.some((headline) => headline.includes(title)) ? [] : [title]),
    path,
    ...followUps.map(({ what }) => what),
    // A short line, such as a heading, may be anybody's.
    ...lines.filter((line) => line.split(/\s+/).length > 2),
    ...(incident.public ? [] : [id, ...drafts]),
  ];
}

/** `Yes`, `Another one`, `Backend` and `Deputy` stand anywhere, in scripts of others, too; a sentence does not. */
function tellsSomething({ kind, text }: InternalTerm): boolean {
  const words = text.split(/\s+/).filter(Boolean).length;
  // “Swaps fail” may be anybody's sentence; a file's name is one word, and nobody's.
  if (kind === 'incident') return words > 3 || (words === 1 && /[^\p{L}]/u.test(text));
  return kind === 'tree' || kind === 'glossary' ? words > 2 : words > 1 || /[^\p{L}]/u.test(text);
}

function sentencesOf(node: TreeNode): string[] {
  if (node.kind === 'tree') return [];
  if (node.kind === 'outcome') return [node.outcome, ...node.do, ...node.attach];
  return [node.question, node.hint ?? '', ...Object.values(node.choices).map(({ label }) => label)];
}

function sentencesOfSeverities({ inDoubt, severities }: Escalation): string[] {
  return [
    inDoubt,
    ...Object.values(severities).flatMap(({ name, means, examples, firstPost, updates }) => [
      name,
      means,
      ...examples,
      firstPost ?? '',
      updates ?? '',
    ]),
  ];
}

/** Of the team's own pages: `/trees/`, `/trees/<id>/`. */
function routesOf({ trees, journeys, macros, providers, incidents, glossary }: Triage): string[] {
  const ids = { trees, journeys, macros, providers, incidents, glossary };
  return [
    ...Object.entries(ids).flatMap(([folder, its]) => [
      `/${folder}/`,
      ...[...its.keys()].map((id) => `/${folder}/${id}/`),
    ]),
    '/packet/',
  ];
}
