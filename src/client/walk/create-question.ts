import type { AskingNode } from '../../schemas/tree.ts';
import { child, element, prose } from '../elements.ts';
import { type CheckPanel, type CheckPanelOptions, createCheckPanel } from './create-check-panel.ts';
import { createOverruleForm } from './create-overrule-form.ts';
import { type Found, isStale } from './found.ts';
import type { Screen } from './screen.ts';
import type { WalkSettings } from './walk-settings.ts';

export interface QuestionOptions {
  node: AskingNode;
  settings: WalkSettings;
  /** Of a check node. */
  panel: CheckPanelOptions | null;
  now(): number;
  /** `reason`: why a check is overruled; empty where nobody said. */
  answer(choice: string, found: Found | null, reason: string): void;
}

/** One question a screen, with its choices. */
export function createQuestion({ node, settings, panel: panelOptions, now, answer }: QuestionOptions): Screen {
  const root = element('div', 'rl-walk-screen');
  const heading = element('h2', 'rl-walk-question', node.question);
  heading.tabIndex = -1;
  root.append(heading);
  if (node.hint !== undefined) {
    const hint = element('p', 'rl-walk-hint');
    hint.append(...prose(node.hint));
    root.append(hint);
  }
  const panel: CheckPanel | null = panelOptions && createCheckPanel(panelOptions);
  if (panel) root.append(panel.root);
  const list = element('ol', 'rl-walk-choices');
  const choices = Object.entries(node.choices).map(([id, { label }], index) => {
    const item = element('li', '');
    const press = document.createElement('button');
    press.type = 'button';
    press.className = 'rl-walk-choice';
    press.dataset.choice = id;
    if (index < 9) press.setAttribute('aria-keyshortcuts', String(index + 1));
    const number = element('kbd', '', index < 9 ? String(index + 1) : '');
    number.ariaHidden = 'true';
    const text = element('span', 'rl-walk-label', label);
    press.append(number, text);
    press.addEventListener('click', () => decide(id));
    item.append(press);
    return { id, label, item, press };
  });
  list.append(...choices.map(({ item }) => item));
  root.append(list);
  let overruling: HTMLElement | null = null;

  /** What the check has found, as far as it still counts. */
  function foundNow(): Found | null {
    const stand = panelOptions?.check.stand;
    return stand?.kind === 'found' && !isStale(stand.found, now()) ? stand.found : null;
  }

  function decide(id: string): void {
    const found = foundNow();
    const chosen = found?.branch.choice ?? null;
    if (chosen === null || chosen === id) {
      answer(id, found, '');
      return;
    }
    const mine = choices.find((each) => each.id === id);
    const theirs = choices.find((each) => each.id === chosen);
    if (!mine || !theirs) return;
    overruling?.remove();
    overruling = createOverruleForm({
      check: theirs.label,
      person: mine.label,
      words: settings.words.run,
      overrule: (reason) => answer(id, found, reason),
      cancel() {
        overruling?.remove();
        overruling = null;
        mine.press.focus();
      },
    });
    mine.item.append(overruling);
    overruling.querySelector('input')?.focus();
  }

  function paint(): void {
    panel?.paint();
    const chosen = foundNow()?.branch.choice ?? null;
    for (const { id, press } of choices) {
      press.toggleAttribute('data-chosen', id === chosen);
      if (id === chosen) child(press, 'span', 'rl-walk-says').textContent = 'The check says this';
      else press.querySelector('.rl-walk-says')?.remove();
    }
  }

  paint();
  return {
    root,
    heading,
    paint,
    choose(index) {
      const choice = choices[index];
      if (choice) decide(choice.id);
    },
    take() {
      const chosen = foundNow()?.branch.choice ?? null;
      if (chosen !== null) decide(chosen);
    },
  };
}
