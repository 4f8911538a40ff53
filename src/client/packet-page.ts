import type { PacketPageData } from '../schemas/packet-page.ts';
import { paintWhenDue } from './board/paint-when-due.ts';
import { askJourneys } from './journey/ask-journeys.ts';
import { openLive } from './live.ts';
import { chooseSubject } from './packet/choose-subject.ts';
import { journeySubject } from './packet/journey-subject.ts';
import { openPacket } from './packet/open-packet.ts';
import { readPacketAddress } from './packet/packet-address.ts';
import { pageSubject } from './packet/page-subject.ts';
import type { Subject } from './packet/subject.ts';
import { treeSubject } from './packet/tree-subject.ts';
import { readSettings } from './page-settings.ts';
import { createServerLine } from './run/server-line.ts';

/** Learns what the packet is made from, and opens it; else lets one choose. */
async function start(root: HTMLElement): Promise<void> {
  const settings = readSettings();
  const run = settings?.words.run;
  if (!settings || !run) return;
  const { base } = settings;
  const address = readPacketAddress(location.search);
  const answer = await fetch(`${base}packet.json`).catch(() => null);
  const data = answer?.ok ? ((await answer.json().catch(() => null)) as PacketPageData | null) : null;
  if (!data) {
    root.textContent = 'What packets are made from could not be loaded: the site does not answer. Load the page again.';
    return;
  }
  const needsJourneys = address === null || address.kind === 'diagnosis';
  const journeys = needsJourneys ? await askJourneys(base) : { journeys: {}, blocks: {} };
  const now = Date.now();
  const subject = ((): Subject | null => {
    switch (address?.kind) {
      case 'triage':
        return treeSubject(address.id, address.walk, { data, base, now });
      case 'diagnosis':
        return journeySubject(address.id, journeys, { data, base });
      case 'page': {
        const page = Object.hasOwn(data.pages, address.id) ? data.pages[address.id] : undefined;
        return page ? pageSubject(address.id, page, base) : null;
      }
      case undefined:
        return null;
    }
  })();
  if (!subject) {
    const all = needsJourneys ? journeys : await askJourneys(base);
    chooseSubject(root, { data, journeys: all, base, missing: missingText(address) });
    return;
  }
  const sayServer = createServerLine(run);
  const live = await openLive(settings, { page: subject.from.kind === 'page' ? subject.from.id : null });
  const paint = openPacket({ root, subject, data, live, base, secret: run.secret });
  const repaint = (): void => {
    sayServer(live);
    paint();
  };
  paintWhenDue(live, repaint);
  repaint();
}

function missingText(address: ReturnType<typeof readPacketAddress>): string {
  const name = address?.id.slice(0, 100) ?? '';
  switch (address?.kind) {
    case 'triage':
      return `There is no walk through a tree “${name}” in this tab or in the address. Walk it first.`;
    case 'diagnosis':
      return `There is no journey “${name}”. Choose one.`;
    case 'page':
      return `There is no page “${name}” with check blocks. Choose one.`;
    case undefined:
      return '';
  }
}

const root = document.querySelector<HTMLElement>('[data-rl-packet]');
if (root) void start(root);
