import { localise } from '../../journeys/localise.ts';
import type { JourneysData } from '../../schemas/journeys-data.ts';
import type { PacketPageData } from '../../schemas/packet-page.ts';
import { blocksOf } from '../journey/blocks-of.ts';
import { findingsOfViews } from '../journey/findings-of-views.ts';
import { checksOf } from './check-of-view.ts';
import { environmentOf } from './environment-of.ts';
import type { Subject } from './subject.ts';

/** A packet of a journey's diagnosis, as its page gives it. `null` where there is no such journey. */
export function journeySubject(
  id: string,
  journeys: JourneysData,
  { data, base }: { data: PacketPageData; base: string },
): Subject | null {
  const journey = Object.hasOwn(journeys.journeys, id) ? journeys.journeys[id] : undefined;
  if (!journey) return null;
  const ids = blocksOf(journey);
  const blocks = Object.fromEntries(
    ids.flatMap((block) => {
      const about = journeys.blocks[block];
      return about ? [[block, about]] : [];
    }),
  );
  return {
    from: { kind: 'diagnosis', id },
    key: '',
    title: journey.title,
    path: `${data.folders.journeys}/${id}.yaml`,
    href: `${base}journeys/${id}/`,
    found: (live) => ({
      environment: environmentOf(live),
      outcome: null,
      path: [],
      diagnosis: localise(journey, findingsOfViews(blocks, live.blocks, live.now())),
      checks: checksOf(ids, data, live),
    }),
    note(live) {
      const proven = ids.filter((block) => live.blocks.get(block)?.result).length;
      return proven === ids.length
        ? ''
        : `${proven} of its ${ids.length} checks have been run: run all of them on the journey’s page, and come back.`;
    },
  };
}
