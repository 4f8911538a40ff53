import type { ApiError } from '../../schemas/api.ts';
import type { Evidence } from '../../schemas/report.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import { element } from '../elements.ts';
import { button } from './button.ts';

export interface EvidenceBox {
  root: HTMLElement;
  /** There are `count` pieces, which `ask` knows; another `key` means other ones than before. */
  show(count: number, key: string, ask: () => Promise<readonly Evidence[] | ApiError>): void;
}

/** What a check saw, folded until somebody wants it. All of it is text from outside, and stays text. */
export function createEvidenceBox(words: RunWords): EvidenceBox {
  const root = document.createElement('details');
  root.className = 'rl-evidence';
  root.dataset.pagefindIgnore = '';
  root.hidden = true;
  const summary = element('summary', '');
  const content = element('div', 'rl-pieces');
  root.append(summary, content);
  let current: { key: string; ask: () => Promise<readonly Evidence[] | ApiError> } | null = null;
  let filledWith = '';

  async function fill(): Promise<void> {
    if (!current || !root.open || filledWith === current.key) return;
    const { key, ask } = current;
    filledWith = key;
    if (!content.hasChildNodes()) content.replaceChildren(element('p', 'rl-small', words.loading));
    const found = await ask();
    if (filledWith !== key) return;
    if ('code' in found) {
      // Opened again, it asks again.
      filledWith = '';
      content.replaceChildren(element('p', 'rl-small', `${found.message} ${found.hint}`.trim()));
    } else content.replaceChildren(...found.map((piece) => paintPiece(piece, words)));
  }
  root.addEventListener('toggle', () => void fill());

  return {
    root,
    show(count, key, ask) {
      root.hidden = count === 0;
      summary.textContent = words.evidence.replace('{count}', String(count));
      if (current?.key !== key) {
        current = { key, ask };
        if (!root.open) content.replaceChildren();
      }
      void fill();
    },
  };
}

function paintPiece({ title, text, truncated }: Evidence, words: RunWords): HTMLElement {
  const figure = element('figure', 'rl-piece');
  const caption = element('figcaption', '');
  const copy = button('rl-copy', words.copy, async () => {
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isCopied) getSelection()?.selectAllChildren(box);
    copy.textContent = isCopied ? words.copied : words.selected;
    setTimeout(() => {
      copy.textContent = words.copy;
    }, 2000);
  });
  caption.append(element('span', '', title), copy);
  const box = element('pre', '', text);
  // It scrolls, so it must be reachable by keys.
  box.tabIndex = 0;
  box.role = 'group';
  box.ariaLabel = title;
  box.dir = 'auto';
  figure.append(caption, box);
  if (truncated) figure.append(element('p', 'rl-small', words.truncated));
  return figure;
}
