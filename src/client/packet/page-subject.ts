import type { PacketPage } from '../../schemas/packet-page.ts';
import { checkOfView } from './check-of-view.ts';
import { environmentOf } from './environment-of.ts';
import { readOwnChecks } from './own-checks.ts';
import type { Subject } from './subject.ts';

/**
 * A packet of a page: its blocks as they were proven last. Of one that asks for a value, what this reader's
 * value came to; what the page's example came to says nothing of their case, and is left out.
 */
export function pageSubject(id: string, { title, path, blocks }: PacketPage, base: string): Subject {
  const all = Object.entries(blocks);
  const own = readOwnChecks(id);
  const names = (its: typeof all): string => its.map(([, about]) => `“${about.title}”`).join(', ');
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
      checks: all.flatMap(
        ([block, about]) =>
          own.get(block) ?? (about.asks ? [] : (checkOfView(block, about, live.blocks.get(block)) ?? [])),
      ),
    }),
    note(live) {
      const asking = all.filter(([block, { asks }]) => asks && !own.has(block));
      const absent = all.filter(([block, { asks }]) => !asks && !live.blocks.get(block)?.result);
      const them = (its: typeof all): string => (its.length === 1 ? 'it' : 'them');
      return [
        absent.length > 0
          ? `Nothing is known yet of ${names(absent)}: run ${them(absent)} on the page, and come back.`
          : '',
        asking.length > 0
          ? `Left out, for want of a value of this case: ${names(asking)}. Run ${them(asking)} on the page with the user’s own, and come back.`
          : '',
      ]
        .filter((each) => each !== '')
        .join(' ');
    },
  };
}
