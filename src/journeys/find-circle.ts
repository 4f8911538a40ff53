/** The ids along a circle, the first again at its end, or `null` where there is none. Unknown ids lead nowhere. */
export function findCircle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  function walk(id: string): string[] | null {
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    if (done.has(id)) return null;
    path.push(id);
    for (const next of edges.get(id) ?? []) {
      const circle = walk(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(id);
    return null;
  }
  for (const id of edges.keys()) {
    const circle = walk(id);
    if (circle) return circle;
  }
  return null;
}
