import type { Diagnosis, PartEvidence } from '../../schemas/diagnosis.ts';
import type { Part } from '../../schemas/journey.ts';
import { showState } from '../board/paint-head.ts';
import { element, prose } from '../elements.ts';
import { blockLink } from './block-link.ts';
import { partRole } from './part-role.ts';
import type { JourneyParts } from './start-journeys.ts';
import { cardStateOf } from './state-marks.ts';

/** Below the map: how each part is and why, what to do first, what it explains or follows from. */
export function paintParts(
  root: Element,
  parts: readonly Part[],
  diagnosis: Diagnosis,
  { words, base }: Pick<JourneyParts, 'words' | 'base'>,
): void {
  const names = new Map(parts.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const linkTo = (id: string): HTMLElement => {
    const link = element('a', '', nameOf(id)) as HTMLAnchorElement;
    link.href = `#part-${id}`;
    return link;
  };
  for (const row of root.querySelectorAll<HTMLElement>('[data-rl-part]')) {
    const part = row.dataset.rlPart ?? '';
    const state = cardStateOf[diagnosis.states[part] ?? 'unknown'];
    const { role, label } = partRole(part, diagnosis, nameOf);
    row.dataset.state = state;
    row.dataset.role = role;
    const verdict = row.querySelector<HTMLElement>('.rl-part-head > .rl-verdict');
    if (verdict) showState(verdict, state, words.states[state]);
    const fault = diagnosis.faults.find((each) => each.part === part);
    const reason =
      fault?.reason ??
      diagnosis.consequences.find((each) => each.part === part)?.reason ??
      diagnosis.unknown.find((each) => each.part === part)?.reason ??
      '';
    const explains = fault?.explains ?? [];
    const worst = fault?.evidence[0] ?? null;
    // Links in it may have the focus: it is written again only when it says something else.
    const key = JSON.stringify([label, reason, explains, worst]);
    if (row.dataset.says === key) continue;
    row.dataset.says = key;
    const says = row.querySelector('[data-rl-says]');
    says?.replaceChildren(
      ...(reason === '' ? [] : [line(...(fault ? [element('strong', '', label), ': '] : []), ...prose(reason))]),
      ...(worst ? [stepLine(worst, base)] : []),
      ...(explains.length > 0 ? [line('It explains: ', ...list(explains.map(linkTo)), '.')] : []),
    );
  }
}

/** What to do first, and where that stands. */
export function stepLine({ block, title, step }: PartEvidence, base: string): HTMLElement {
  return line(
    element('strong', '', 'First: '),
    ...prose(step ?? 'Read the page around the block.'),
    ' ',
    blockLink(block, `→ ${title}`, base),
  );
}

function line(...content: (Node | string)[]): HTMLElement {
  const made = element('p', '');
  made.append(...content);
  return made;
}

function list(items: readonly Node[]): (Node | string)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));
}
