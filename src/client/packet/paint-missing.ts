import { type FactName, factNames, facts, type PacketSource } from '../../schemas/case-facts.ts';
import type { Packet, PacketDraft } from '../../schemas/packet.ts';
import { element } from '../elements.ts';
import { fieldId } from './fact-field.ts';

type Asked = FactName | 'severity';

/** What a complete packet says, in the order of the form. An outcome says the severity. */
export function essentialsOf(kind: PacketSource, outcome: PacketDraft['outcome']): Asked[] {
  const its = factNames.filter((name) => {
    const sources: readonly PacketSource[] = facts[name].essentialFor;
    return sources.includes(kind);
  });
  const [impact, ...others] = its;
  return [...(impact ? [impact] : []), ...(outcome === null ? (['severity'] as const) : []), ...others];
}

/**
 * Whether a packet is complete, and which of its essentials are there; each leads to its field. All of them
 * stand there from the beginning: a list that becomes shorter would move the fields below it away from under
 * whoever types.
 */
export function createMissing(essentials: readonly Asked[]): {
  root: HTMLElement;
  paint(missing: Packet['content']['missing']): void;
} {
  const root = element('div', 'rl-packet-state');
  const line = element('p', 'rl-packet-is');
  line.role = 'status';
  const list = element('ul', 'rl-packet-missing');
  root.append(line, list);
  const items = new Map<Asked, { item: HTMLElement; shape: HTMLElement; word: HTMLElement }>();
  const add = (fact: Asked): void => {
    const item = element('li', '');
    const shape = element('span', 'rl-shape');
    shape.ariaHidden = 'true';
    const link = document.createElement('a');
    link.href = `#${fieldId(fact)}`;
    link.textContent = fact === 'severity' ? 'Severity' : facts[fact].label;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById(fieldId(fact))?.focus();
    });
    const word = element('span', 'sr-only');
    item.append(shape, ' ', link, word);
    items.set(fact, { item, shape, word });
    list.append(item);
  };
  for (const fact of essentials) add(fact);

  return {
    root,
    paint(missing) {
      const count = missing.length === 1 ? 'one essential is missing' : `${missing.length} essentials are missing`;
      const shape = element('span', 'rl-shape', missing.length === 0 ? '●' : '▲');
      shape.ariaHidden = 'true';
      const text = missing.length === 0 ? 'Complete' : `Incomplete: ${count}`;
      root.dataset.state = missing.length === 0 ? 'pass' : 'warn';
      if (line.textContent !== `${shape.textContent} ${text}`) line.replaceChildren(shape, ` ${text}`);
      // What need not be said, and was said in a way that cannot be read.
      for (const { fact } of missing) if (!items.has(fact)) add(fact);
      for (const [fact, its] of items) {
        const isMissing = missing.some((each) => each.fact === fact);
        its.item.dataset.state = isMissing ? 'warn' : 'pass';
        its.shape.textContent = isMissing ? '▲' : '●';
        its.word.textContent = isMissing ? ': missing' : ': said';
      }
    },
  };
}
