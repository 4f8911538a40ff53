/** The parts of the page that a walk fills. */
export interface WalkFrame {
  /** What the reader must know of this walk: that the tree has changed, say. */
  note: HTMLElement;
  breadcrumb: HTMLElement;
  /** Which tree it is in, where it is not the page's own. */
  where: HTMLElement;
  screen: HTMLElement;
  back: HTMLButtonElement;
  restart: HTMLButtonElement;
  /** The line that explains the keys, and the button that turns them off. */
  keys: HTMLElement;
  keysToggle: HTMLButtonElement;
  /** Every answer with its reason. */
  path: HTMLDetailsElement;
  reasons: HTMLElement;
  /** Where the tree is drawn. */
  drawing: HTMLDetailsElement;
  /** Scrolls the window so that the question can be read from its beginning. */
  bringIntoView(heading: HTMLElement): void;
}

/** Finds the parts; `null` on a page without them. */
export function findWalkFrame(): WalkFrame | null {
  const root = document.querySelector<HTMLElement>('[data-rl-walk]');
  if (!root) return null;
  const part = <T extends HTMLElement>(name: string): T => {
    const found = document.querySelector<T>(`[data-rl-walk-${name}]`);
    if (!found) throw new Error(`The page has no \`data-rl-walk-${name}\`.`);
    return found;
  };
  return {
    note: part('note'),
    breadcrumb: part('breadcrumb'),
    where: part('where'),
    screen: part('screen'),
    back: part<HTMLButtonElement>('back'),
    restart: part<HTMLButtonElement>('restart'),
    keys: part('keys'),
    keysToggle: part<HTMLButtonElement>('keys-toggle'),
    path: part<HTMLDetailsElement>('path'),
    reasons: part('reasons'),
    drawing: part<HTMLDetailsElement>('drawing'),
    bringIntoView(heading) {
      const { top, bottom } = heading.getBoundingClientRect();
      const head = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
      if (top < head || bottom > innerHeight * 0.6) root.scrollIntoView({ block: 'start' });
    },
  };
}
