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
  let pieces: Piece[] = [];

  async function fill(): Promise<void> {
    if (!current || !root.open || filledWith === current.key) return;
    const { key, ask } = current;
    filledWith = key;
    if (!content.hasChildNodes()) say(words.loading);
    const found = await ask();
    if (filledWith !== key) return;
    if ('code' in found) {
      // Opened again, it asks again.
      filledWith = '';
      say(`${found.message} ${found.hint}`.trim());
    } else paint(found);
  }
  function say(text: string): void {
    pieces = [];
    content.replaceChildren(element('p', 'rl-small', text));
  }
  /** In the elements that are there: somebody else's run must not take the focus from who reads this. */
  function paint(found: readonly Evidence[]): void {
    if (pieces.length === 0) content.replaceChildren();
    const wasInside = content.contains(document.activeElement);
    for (const piece of pieces.splice(found.length)) piece.root.remove();
    for (const [index, evidence] of found.entries()) {
      const piece = pieces[index] ?? createPiece(words);
      piece.paint(evidence);
      if (pieces[index]) continue;
      pieces.push(piece);
      content.append(piece.root);
    }
    if (wasInside && !content.contains(document.activeElement)) summary.focus();
  }
  root.addEventListener('toggle', () => void fill());

  return {
    root,
    show(count, key, ask) {
      root.hidden = count === 0;
      summary.textContent = words.evidence.replace('{count}', String(count));
      if (current?.key !== key) {
        current = { key, ask };
        if (!root.open) {
          pieces = [];
          content.replaceChildren();
        }
      }
      void fill();
    },
  };
}

interface Piece {
  root: HTMLElement;
  paint(evidence: Evidence): void;
}

function createPiece(words: RunWords): Piece {
  const root = element('figure', 'rl-piece');
  const caption = element('figcaption', '');
  const title = element('span', '');
  const box = element('pre', '');
  // It scrolls, so it must be reachable by keys.
  box.tabIndex = 0;
  box.role = 'group';
  box.dir = 'auto';
  const cut = element('p', 'rl-small', words.truncated);
  const copy = button('rl-copy', words.copy, async () => {
    const isCopied = await navigator.clipboard?.writeText(box.textContent).then(
      () => true,
      () => false,
    );
    if (!isCopied) getSelection()?.selectAllChildren(box);
    copy.textContent = isCopied ? words.copied : words.selected;
    setTimeout(() => {
      copy.textContent = words.copy;
    }, 2000);
  });
  caption.append(title, copy);
  root.append(caption, box, cut);
  return {
    root,
    paint(evidence) {
      title.textContent = evidence.title;
      box.ariaLabel = evidence.title;
      // What is the same stays selected.
      if (box.textContent !== evidence.text) box.textContent = evidence.text;
      cut.hidden = !evidence.truncated;
    },
  };
}
