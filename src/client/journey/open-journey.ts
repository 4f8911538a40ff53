import { answerText } from '../../journeys/answer-text.ts';
import { localise } from '../../journeys/localise.ts';
import type { Diagnosis } from '../../schemas/diagnosis.ts';
import { showAge } from '../../text/show-age.ts';
import { paintRunBar, say } from '../board/paint-head.ts';
import { mark, prose } from '../elements.ts';
import { blocksOf } from './blocks-of.ts';
import { findingsOfViews } from './findings-of-views.ts';
import { oldestProof, paintLines } from './paint-lines.ts';
import { paintMap } from './paint-map.ts';
import { paintParts, stepLine } from './paint-parts.ts';
import type { JourneyParts } from './start-journeys.ts';
import { journeyState } from './state-marks.ts';

/** A journey's page, alive: where the fault lies, on top, on the map and at each part. */
export function openJourney(parts: JourneyParts): () => void {
  const { root, data, live, runs, words, base, announce } = parts;
  const journey = data.journeys[root.dataset.rlJourneyPage ?? ''];
  // Without it the page keeps what it came with.
  if (!journey) return () => {};
  const ids = blocksOf(journey);
  const blocks = Object.fromEntries(
    ids.flatMap((id) => {
      const block = data.blocks[id];
      return block ? [[id, block]] : [];
    }),
  );
  root.querySelector('[data-rl-run-bar] button')?.addEventListener('click', () => void runs.start(ids));
  let isRunning = false;
  let isLookedFor = false;

  return () => {
    const now = live.now();
    const diagnosis = localise(journey, findingsOfViews(blocks, live.blocks, now));
    paintAnswer(root, diagnosis, base);
    const { at, proven } = oldestProof(ids, parts);
    const all = proven === ids.length ? `All ${ids.length}` : `${proven} of ${ids.length}`;
    say(
      root.querySelector('[data-rl-proof]'),
      at === null ? 'Nothing has been proven yet.' : `${all} blocks proven, the oldest ${showAge(now - at)} ago.`,
    );
    paintMap(root, diagnosis, words.states);
    paintParts(root, journey.parts, diagnosis, parts);
    paintLines(root, parts);
    paintRunBar(root, { ids, live, runs, runAll: words.run.runAll });
    const runsNow = runs.progress() !== null;
    if (isRunning && !runsNow) announce(answerText(diagnosis).replaceAll('`', ''));
    isRunning = runsNow;
    if (!isLookedFor && diagnosis.faults.length > 0) {
      isLookedFor = true;
      showFault(root);
    }
  };
}

/** The sentence on top, and what to do first. */
function paintAnswer(root: HTMLElement, diagnosis: Diagnosis, base: string): void {
  const line = root.querySelector<HTMLElement>('[data-rl-headline]');
  const first = root.querySelector<HTMLElement>('[data-rl-first]');
  if (!line || !first) return;
  const state = journeyState(diagnosis);
  const text = answerText(diagnosis);
  const worst = diagnosis.faults[0]?.evidence[0] ?? null;
  const key = JSON.stringify([state, text, worst]);
  if (line.dataset.says === key) return;
  line.dataset.says = key;
  line.dataset.state = state;
  const [shape = ''] = mark(state, '');
  line.replaceChildren(shape, ' ', ...prose(text));
  first.replaceChildren(...(worst ? [stepLine(worst, base)] : []));
}

/** Where the map is wider than its place, as on a phone: what is at fault comes into sight, once. */
function showFault(root: HTMLElement): void {
  const region = root.querySelector<HTMLElement>('.rl-map');
  const node = root.querySelector('.rl-node[data-role="fault"]');
  if (!region || !node || region.scrollLeft > 0) return;
  const [place, its] = [region.getBoundingClientRect(), node.getBoundingClientRect()];
  if (its.right > place.right) region.scrollLeft = its.left - place.left - (place.width - its.width) / 2;
}
