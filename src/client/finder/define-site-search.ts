import type { BoxSettings } from './box-settings.ts';
import type { Box } from './open-box.ts';

/**
 * The search of every page: a button, and a dialog whose inside is loaded when it is first opened, by the
 * button, Ctrl-K or ⌘K, `/`, or a box of the page's own. This is all that a page costs before that.
 */
class SiteSearch extends HTMLElement {
  #box: Promise<Box> | null = null;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    const body = this.querySelector<HTMLElement>('[data-body]');
    if (!button || !dialog || !input || !body) return;
    const settings = JSON.parse(this.dataset.settings ?? '{}') as BoxSettings;

    const load = async (): Promise<Box> => {
      try {
        const { openBox } = await import('./open-box.ts');
        return await openBox(input, body, settings);
      } catch (error) {
        // The site may be back when it is opened again.
        this.#box = null;
        body.textContent = settings.lost;
        throw error;
      }
    };
    const show = (pasted?: string): void => {
      if (!dialog.open) dialog.showModal();
      document.body.toggleAttribute('data-search-modal-open', true);
      input.focus();
      input.select();
      const isNew = this.#box === null;
      this.#box ??= load();
      this.#box.then(
        (box) => (pasted === undefined ? !isNew && box.reopened() : box.take(pasted)),
        // It is said in the box.
        () => {},
      );
    };

    const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
    const keys = this.querySelector('kbd');
    if (keys) {
      if (isMac && keys.firstElementChild) keys.firstElementChild.textContent = '⌘';
      keys.hidden = false;
    }
    button.setAttribute('aria-keyshortcuts', isMac ? 'Meta+K /' : 'Control+K /');
    button.disabled = false;
    button.addEventListener('click', () => show());
    this.querySelector('[data-close-modal]')?.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => document.body.toggleAttribute('data-search-modal-open', false));
    dialog.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
      // Around the box, or on what leads to another place; that may be on this page.
      const leads = target instanceof Element && target.closest('a') && !ctrlKey && !metaKey;
      if (target === dialog || leads) dialog.close();
    });

    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        if (dialog.open) dialog.close();
        else show();
      } else if (event.key === '/' && isForPage(event)) {
        event.preventDefault();
        show();
      }
    });
    const opener = document.querySelector<HTMLElement>('[data-open-finder]');
    opener?.addEventListener('click', () => show());
    if (opener?.dataset.openFinder === 'paste')
      // What the user wrote is in the clipboard: it can be pasted without looking for the box.
      document.addEventListener('paste', (event) => {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        if (pasted.trim() === '' || dialog.open || isField(event.target)) return;
        event.preventDefault();
        show(pasted);
      });
  }
}

/** Whether a key is meant for the page, and not for a field, the browser or another dialog. */
function isForPage(event: KeyboardEvent): boolean {
  // On some keyboards `/` is typed with AltGr, which Windows says is Ctrl and Alt.
  const hasModifier = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return !hasModifier && !event.isComposing && !isField(event.target) && !document.querySelector('dialog[open]');
}

/** One that can be seen: until the next frame, the focus may still be in the box that was just closed. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select')) &&
    target.checkVisibility()
  );
}

customElements.define('site-search', SiteSearch);
