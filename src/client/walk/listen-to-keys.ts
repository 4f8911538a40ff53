import { placeOf, type WalkKey, walkKey } from './walk-key.ts';

const kept = 'runlight-walk-keys';

function areOff(): boolean {
  try {
    return localStorage.getItem(kept) === 'off';
  } catch {
    return false;
  }
}

/**
 * Hears the keys of a walk, wherever the focus is, but for fields and dialogs. Single keys get in the way of
 * those who speak to their computer, so `toggle` turns them off, and that is remembered on this device.
 */
export function listenToKeys(toggle: HTMLButtonElement, hint: HTMLElement, act: (key: WalkKey) => boolean): void {
  let isOff = areOff();
  const paint = (): void => {
    toggle.textContent = isOff ? 'Turn keys on' : 'Turn keys off';
    hint.hidden = isOff;
    document.documentElement.toggleAttribute('data-rl-keys-off', isOff);
  };
  toggle.addEventListener('click', () => {
    isOff = !isOff;
    try {
      localStorage.setItem(kept, isOff ? 'off' : 'on');
    } catch {
      // Until the page is loaded again.
    }
    paint();
  });
  document.addEventListener('keydown', (event) => {
    if (isOff || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const key = walkKey({
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      repeat: event.repeat,
      isComposing: event.isComposing,
      in: placeOf(event.target),
    });
    if (key && act(key)) event.preventDefault();
  });
  paint();
}
