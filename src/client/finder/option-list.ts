/** What can be chosen with the arrow keys while the focus stays in the box, as `aria-activedescendant` says it. */
export interface OptionList {
  root: HTMLElement;
  /** Shows other options; with `isFirstActive`, Enter opens the first. */
  show(groups: readonly HTMLElement[], isFirstActive: boolean): void;
  /** Adds a group below; what is active stays so. */
  add(group: HTMLElement): void;
  move(by: 1 | -1): void;
  active(): HTMLElement | null;
  count(): number;
}

const optionsIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[role="option"]')];

/** `root` is the list box that `input` controls. */
export function createOptionList(input: HTMLInputElement, root: HTMLElement): OptionList {
  let options: HTMLElement[] = [];
  let at = -1;

  function activate(index: number): void {
    options[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const option = options[at];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }
  function read(): void {
    options = optionsIn(root);
    for (const [index, option] of options.entries()) {
      option.id = `${root.id}-${index}`;
      option.ariaSelected ??= 'false';
    }
    root.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
  }

  // A list that moves under a still pointer must not change what Enter opens.
  root.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
    if (option && options[at] !== option) activate(options.indexOf(option));
  });

  return {
    root,
    show(groups, isFirstActive) {
      root.replaceChildren(...groups);
      at = -1;
      read();
      activate(isFirstActive && options.length > 0 ? 0 : -1);
      root.parentElement?.scrollTo({ top: 0 });
    },
    add(group) {
      root.append(group);
      read();
      if (at === -1 && options.length > 0) activate(0);
    },
    move(by) {
      if (options.length === 0) return;
      activate(at === -1 && by === -1 ? options.length - 1 : (at + by + options.length) % options.length);
      // The heading of the first group is above its first option.
      if (at === 0) root.parentElement?.scrollTo({ top: 0 });
      else options[at]?.scrollIntoView({ block: 'nearest' });
    },
    active: () => options[at] ?? null,
    count: () => options.length,
  };
}
