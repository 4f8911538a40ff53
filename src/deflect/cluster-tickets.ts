// Long because its passes share one state: vectors, centroids, and where each ticket stands.
import type { OpenTicket } from './open-ticket.ts';

/** Tickets that are about one thing. */
export interface Cluster {
  members: OpenTicket[];
  tickets: number;
  /** Its terms, those that tell most first, with their weights. */
  terms: (readonly [term: string, weight: number])[];
}

export interface ClusterOptions {
  /** How many tickets make a cluster; fewer are left over. */
  fewest: number;
}

type Vector = Map<string, number>;
interface Group {
  members: number[];
  tickets: number;
  sum: Vector;
}

/** How alike (cosine) a ticket and a cluster are at least; and two clusters that are one. */
const alike = 0.22;
const same = 0.4;
/** The same in two languages has only names, error texts and meanings in common. */
const sameAcross = 0.22;
/** A meaning is weaker than a word: many things are `missing`. */
const meaningWeight = 0.5;
const mostTerms = 40;

/**
 * Groups tickets by what they say: each joins the cluster that it is most like, or begins one; clusters that
 * turn out to be alike become one, in several languages, too. Deterministic. About 2 s for 50,000 different
 * tickets. Returns the largest first, and what is like too few others.
 */
export function clusterTickets(
  tickets: readonly OpenTicket[],
  { fewest }: ClusterOptions,
): { clusters: Cluster[]; left: OpenTicket[] } {
  const sorted = tickets.toSorted((a, b) => b.tickets - a.tickets || (a.text < b.text ? -1 : 1));
  const vectors = vectorsOf(sorted);
  let groups: Group[] = [];
  // The first pass finds what there is; the next ones put each where it belongs by then.
  for (let pass = 0; pass < 3; pass += 1) {
    groups = assign(sorted, vectors, groups);
    groups = merge(sorted, groups);
  }
  const large = groups.filter(({ tickets: size }) => size >= fewest);
  const inside = new Set(large.flatMap(({ members }) => members));
  const clusters = large
    .map(({ members, tickets: size, sum }) => ({
      members: nearestFirst(members, vectors, sum).flatMap((place) => sorted[place] ?? []),
      tickets: size,
      terms: strongest(sum),
    }))
    .toSorted((a, b) => b.tickets - a.tickets);
  return { clusters, left: sorted.filter((_, place) => !inside.has(place)) };
}

/** Unit vectors of rare terms' weights; a term that one ticket has alone says nothing. */
function vectorsOf(tickets: readonly OpenTicket[]): Vector[] {
  const having = new Map<string, number>();
  let all = 0;
  for (const { terms, tickets: size } of tickets) {
    all += size;
    for (const term of terms) having.set(term, (having.get(term) ?? 0) + size);
  }
  return tickets.map(({ terms }) => {
    const vector: Vector = new Map();
    for (const term of terms) {
      const count = having.get(term) ?? 0;
      if (count < 2) continue;
      const weight = Math.log(1 + all / count);
      vector.set(term, term.startsWith('#') ? weight * meaningWeight : weight);
    }
    return unit(vector);
  });
}

function unit(vector: Vector): Vector {
  const norm = lengthOf(vector);
  return norm === 0 ? vector : new Map([...vector].map(([term, weight]) => [term, weight / norm]));
}

const lengthOf = (vector: Vector): number =>
  Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));

function assign(tickets: readonly OpenTicket[], vectors: readonly Vector[], given: readonly Group[]): Group[] {
  const centroids = given.map(({ sum }) => new Map(strongest(sum)));
  const groups: Group[] = given.map(() => ({ members: [], tickets: 0, sum: new Map() }));
  const postings = new Map<string, Map<number, number>>();
  const norms = centroids.map(lengthOf);
  for (const [group, centroid] of centroids.entries())
    for (const [term, weight] of centroid) postingsOf(postings, term).set(group, weight);
  const isOpen = given.length === 0;
  for (const [place, vector] of vectors.entries()) {
    if (vector.size === 0) continue;
    const scores = new Map<number, number>();
    for (const [term, weight] of vector)
      for (const [group, other] of postings.get(term) ?? [])
        scores.set(group, (scores.get(group) ?? 0) + weight * other);
    let best = -1;
    let bestScore = alike;
    for (const [group, score] of scores) {
      const likeness = score / (norms[group] || 1);
      if (likeness > bestScore) [best, bestScore] = [group, likeness];
    }
    if (best < 0) {
      best = groups.length;
      groups.push({ members: [], tickets: 0, sum: new Map() });
      norms.push(0);
    }
    const group = groups[best];
    if (!group) continue;
    const size = tickets[place]?.tickets ?? 1;
    group.members.push(place);
    group.tickets += size;
    // Centroids move while clusters are found; later passes keep them still, so that order counts for nothing.
    const isStill = !isOpen && best < given.length;
    // Squared: what one ticket adds is known without the thousands of terms that a large cluster has.
    let square = (norms[best] ?? 0) ** 2;
    for (const [term, weight] of vector) {
      const before = group.sum.get(term) ?? 0;
      const after = before + weight * size;
      group.sum.set(term, after);
      square += after ** 2 - before ** 2;
      if (!isStill) postingsOf(postings, term).set(best, after);
    }
    if (!isStill) norms[best] = Math.sqrt(square);
  }
  return groups.filter(({ members }) => members.length > 0);
}

function postingsOf(postings: Map<string, Map<number, number>>, term: string): Map<number, number> {
  const known = postings.get(term);
  if (known) return known;
  const made = new Map<number, number>();
  postings.set(term, made);
  return made;
}

/** Clusters that are alike become one, the largest first. */
function merge(tickets: readonly OpenTicket[], groups: readonly Group[]): Group[] {
  const sorted = groups.toSorted((a, b) => b.tickets - a.tickets);
  const kept: (Group & { centroid: Vector; language: string })[] = [];
  const postings = new Map<string, Set<number>>();
  for (const group of sorted) {
    const centroid = unit(new Map(strongest(group.sum)));
    const language = languageOf(tickets, group);
    const near = new Set([...centroid.keys()].flatMap((term) => [...(postings.get(term) ?? [])]));
    let best = -1;
    let bestRatio = 1;
    for (const place of near) {
      const other = kept[place];
      if (!other) continue;
      const ratio = cosine(centroid, other.centroid) / (other.language === language ? same : sameAcross);
      if (ratio > bestRatio) [best, bestRatio] = [place, ratio];
    }
    const into = kept[best];
    if (!into) {
      for (const term of centroid.keys()) {
        const list = postings.get(term) ?? new Set();
        list.add(kept.length);
        postings.set(term, list);
      }
      kept.push({ ...group, sum: new Map(group.sum), members: [...group.members], centroid, language });
      continue;
    }
    into.members.push(...group.members);
    into.tickets += group.tickets;
    for (const [term, weight] of group.sum) into.sum.set(term, (into.sum.get(term) ?? 0) + weight);
    into.centroid = unit(new Map(strongest(into.sum)));
  }
  return kept;
}

function languageOf(tickets: readonly OpenTicket[], { members }: Group): string {
  const counts = new Map<string, number>();
  for (const place of members) {
    const ticket = tickets[place];
    if (ticket) counts.set(ticket.language, (counts.get(ticket.language) ?? 0) + ticket.tickets);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

const strongest = (sum: Vector): [string, number][] =>
  [...sum].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostTerms);

function nearestFirst(members: readonly number[], vectors: readonly Vector[], sum: Vector): number[] {
  const centroid = unit(new Map(strongest(sum)));
  return members
    .map((place) => [place, cosine(vectors[place] ?? new Map(), centroid)] as const)
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([place]) => place);
}
