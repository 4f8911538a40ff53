import type { JourneysData } from '../../schemas/journeys-data.ts';
import type { PacketPageData } from '../../schemas/packet-page.ts';
import { element } from '../elements.ts';
import { hasWords } from '../macro/has-words.ts';
import { packetSearch } from './packet-address.ts';

/** What packets can be made from. `missing`: what an address asked for and is not there, in a sentence. */
export function chooseSubject(
  root: HTMLElement,
  { data, journeys, base, missing }: { data: PacketPageData; journeys: JourneysData; base: string; missing: string },
): void {
  const here = `${base}packet/`;
  const lists = [
    {
      title: 'Walk a tree',
      text: 'Answer its questions, and press “Make the packet” at its end.',
      entries: Object.entries(data.trees).map(([id, tree]) => ({ href: `${base}trees/${id}/`, name: tree.title })),
    },
    {
      title: 'From a journey',
      text: 'With the part at fault, and why.',
      entries: Object.entries(journeys.journeys).map(([id, { title }]) => ({
        href: here + packetSearch('diagnosis', id),
        name: title,
      })),
    },
    {
      title: 'From a page',
      text: 'With what its blocks were proven to be.',
      entries: Object.entries(data.pages).map(([id, { title }]) => ({
        href: here + packetSearch('page', id),
        name: title,
      })),
    },
  ].filter(({ entries }) => entries.length > 0);
  const filter = document.createElement('input');
  filter.type = 'search';
  filter.className = 'rl-packet-filter';
  filter.placeholder = 'Filter by words';
  filter.ariaLabel = 'Words of a tree, a journey or a page';
  filter.autocomplete = 'off';
  const items: { item: HTMLElement; name: string }[] = [];
  const sections = lists.map(({ title, text, entries }) => {
    const section = element('section', 'rl-packet-choice');
    const list = element('ul', '');
    for (const { href, name } of entries) {
      const item = element('li', '');
      item.append(Object.assign(document.createElement('a'), { href, textContent: name }));
      items.push({ item, name });
      list.append(item);
    }
    section.append(element('h2', '', title), element('p', 'rl-small', text), list);
    return section;
  });
  filter.addEventListener('input', () => {
    for (const { item, name } of items) item.hidden = !hasWords(name, filter.value);
  });
  const alarm = element('p', 'rl-mistake', missing);
  alarm.role = 'alert';
  root.replaceChildren(
    alarm,
    element(
      'p',
      '',
      'A packet is what a case is handed on with. It is made from what Runlight has found, and from what you add.',
    ),
    filter,
    ...sections,
  );
}
