import type { Diagnosis } from '../../schemas/diagnosis.ts';
import { mapSizes } from '../../schemas/journey-map.ts';
import type { ResultWords } from '../../schemas/site-words.ts';
import { textWidth, wrapToWidth } from '../../text/wrap-to-width.ts';
import { say } from '../board/paint-head.ts';
import { shapes } from '../verdict-state.ts';
import { partRole } from './part-role.ts';
import { cardStateOf } from './state-marks.ts';

/** Shows on the map how each part is, and what that has to do with the fault. */
export function paintMap(root: Element, diagnosis: Diagnosis, states: ResultWords['states']): void {
  const nodes = [...root.querySelectorAll<SVGGElement>('.rl-node')];
  const names = new Map(nodes.map((node) => [node.dataset.part, node.dataset.name ?? '']));
  const roles = new Map<string, string>();
  for (const node of nodes) {
    const { part = '', name = '', about = '' } = node.dataset;
    const state = cardStateOf[diagnosis.states[part] ?? 'unknown'];
    const { role, label } = partRole(part, diagnosis, (id) => names.get(id) ?? id);
    roles.set(part, role);
    node.dataset.state = state;
    node.dataset.role = role;
    say(node.querySelector('.rl-node-state'), `${shapes[state]} ${states[state]}`);
    const said = [name, about, states[state], label].filter((each) => each !== '').join(', ');
    const link = node.querySelector('a');
    if (link && link.getAttribute('aria-label') !== said) link.setAttribute('aria-label', said);
    paintLabel(node, label);
  }
  // The way that a fault takes to what the user sees.
  for (const edge of root.querySelectorAll<SVGPathElement>('.rl-edge')) {
    const [from, to] = [edge.dataset.from ?? '', edge.dataset.to ?? ''].map((part) => roles.get(part));
    const carries = from === 'consequence' && (to === 'fault' || to === 'also-fault' || to === 'consequence');
    if (carries) edge.dataset.carries = '';
    else delete edge.dataset.carries;
  }
}

/** A label across the lower edge of a part's box. */
function paintLabel(node: SVGGElement, label: string): void {
  if (node.dataset.label === label) return;
  node.dataset.label = label;
  const place = node.querySelector('.rl-node-label');
  const box = node.querySelector('.rl-box');
  if (!place || !box) return;
  if (label === '') {
    place.replaceChildren();
    return;
  }
  const { node: width, padding, smallSize: size, smallLine } = mapSizes;
  const lines = wrapToWidth(label, { width: width - padding, size, most: 2 });
  const wide = Math.min(width, Math.max(...lines.map((line) => textWidth(line, size))) + padding);
  const top = Number(box.getAttribute('height')) - 8;
  const pill = svg('rect', { x: 6, y: top, width: wide, height: lines.length * smallLine + 4, rx: 4 });
  const texts = lines.map((line, index) => {
    const text = svg('text', { x: 6 + padding / 2, y: top + 13 + index * smallLine });
    text.textContent = line;
    return text;
  });
  place.replaceChildren(pill, ...texts);
}

function svg(tag: string, attributes: Readonly<Record<string, number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
