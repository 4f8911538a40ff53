import type { PacketPage } from '../../schemas/packet-page.ts';
import { checkOfView } from './check-of-view.ts';
import { environmentOf } from './environment-of.ts';
import type { Subject } from './subject.ts';

/** A packet of a page: its blocks as they were proven last. */
export function pageSubject(id: string, { title, path, blocks }: PacketPage, base: string): Subject {
  const all = Object.entries(blocks);
  return {
    from: { kind: 'page', id },
    key: '',
    title,
    path,
    href: `${base}${id}/`,
    found: (live) => ({
      environment: environmentOf(live),
      outcome: null,
      path: [],
      diagnosis: null,
      checks: all.flatMap(([block, about]) => checkOfView(block, about, live.blocks.get(block)) ?? []),
    }),
    note(live) {
      const absent = all.filter(([block]) => !live.blocks.get(block)?.result);
      if (absent.length === 0) return '';
      const names = absent.map(([, { title: name }]) => `“${name}”`).join(', ');
      return `Nothing is known yet of ${names}: run ${absent.length === 1 ? 'it' : 'them'} on the page, and come back.`;
    },
  };
}
