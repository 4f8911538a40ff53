import { answerText } from '../../journeys/answer-text.ts';
import { localise } from '../../journeys/localise.ts';
import { showAge } from '../../text/show-age.ts';
import { say, showState } from '../board/paint-head.ts';
import { blocksOf } from './blocks-of.ts';
import { findingsOfViews } from './findings-of-views.ts';
import { oldestProof } from './paint-lines.ts';
import type { JourneyParts } from './start-journeys.ts';
import { cardStateOf, journeyState } from './state-marks.ts';

/** Wherever a journey is named, alone or with a part of it: how it is, and why. */
export function paintJourneys(parts: JourneyParts): void {
  const { root, data, live, words } = parts;
  const now = live.now();
  const findings = findingsOfViews(data.blocks, live.blocks, now);
  for (const [id, journey] of Object.entries(data.journeys)) {
    const places = root.querySelectorAll<HTMLElement>(`[data-rl-journey="${CSS.escape(id)}"]`);
    if (places.length === 0) continue;
    const diagnosis = localise(journey, findings);
    const { at } = oldestProof(blocksOf(journey), parts);
    for (const place of places) {
      const part = place.dataset.part;
      const state = part ? cardStateOf[diagnosis.states[part] ?? 'unknown'] : journeyState(diagnosis);
      place.dataset.state = state;
      const verdict = place.querySelector<HTMLElement>('.rl-verdict');
      if (verdict) showState(verdict, state, words.states[state]);
      say(place.querySelector('[data-rl-says]'), answerText(diagnosis).replaceAll('`', ''));
      say(place.querySelector('[data-rl-oldest]'), at === null ? '' : `oldest proof ${showAge(now - at)} ago`);
    }
  }
}
