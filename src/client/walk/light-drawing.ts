import { type Place, placeId } from '../../trees/graph.ts';
import type { Walk } from '../../trees/walk.ts';

/** Lights what a walk has passed in the drawing, and where it stands: within its pane, never the window. */
export function lightDrawing(pane: HTMLElement, { tree, steps }: Walk, passed: readonly Place[]): void {
  const taken = new Set(steps.filter((step) => step.tree === tree).map(({ node, answer }) => `${node}/${answer}`));
  for (const edge of pane.querySelectorAll<HTMLElement>('[data-edge]'))
    edge.toggleAttribute('data-walked', taken.has(edge.dataset.edge ?? ''));
  const nodes = [...pane.querySelectorAll<SVGElement | HTMLElement>('[data-node]')];
  const drawn = new Set(nodes.map(({ dataset }) => dataset.node));
  const ids = passed.map(placeId).filter((id) => drawn.has(id));
  // In a tree that is drawn elsewhere, it stands at the link that leads there.
  const current = ids.at(-1);
  const walked = new Set(ids);
  for (const node of nodes) {
    const id = node.dataset.node ?? '';
    node.toggleAttribute('data-walked', walked.has(id) && id !== current);
    if (id === current) node.setAttribute('aria-current', 'step');
    else node.removeAttribute('aria-current');
  }
  const lit = nodes.find(({ dataset }) => dataset.node === current);
  const box = lit && scrollerOf(lit, pane);
  if (!lit || !box) return;
  const its = lit.getBoundingClientRect();
  const around = box.getBoundingClientRect();
  box.scrollTo({
    left: box.scrollLeft + its.left + its.width / 2 - around.left - around.width / 2,
    top: box.scrollTop + its.top + its.height / 2 - around.top - around.height / 2,
  });
}

/** What scrolls the drawing: the nearest box around it, the pane at most, that is larger inside than outside. */
function scrollerOf(node: Element, pane: HTMLElement): Element | null {
  for (let box = node.parentElement; box && pane.contains(box); box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const isBox = [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll');
    if (isBox && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)) return box;
  }
  return null;
}
