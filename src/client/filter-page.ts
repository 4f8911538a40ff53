import { hasWords } from './macro/has-words.ts';

// A list of codes, filtered by what somebody types. Nothing of it leaves the device.
const list = document.querySelector('[data-rl-filtered]');
const form = list?.querySelector<HTMLFormElement>('[data-rl-filter]');
const input = form?.querySelector('input');
const items = [...(list?.querySelectorAll<HTMLElement>('[data-words]') ?? [])];
const groups = [...(list?.querySelectorAll<HTMLElement>('[data-rl-group]') ?? [])];
const shown = list?.querySelector('[data-rl-shown]');

function filter(): void {
  const typed = input?.value ?? '';
  for (const item of items) item.hidden = !hasWords(item.dataset.words ?? '', typed);
  for (const group of groups) group.hidden = group.querySelector('[data-words]:not([hidden])') === null;
  const count = items.filter((item) => !item.hidden).length;
  const words = form?.dataset.shown ?? '';
  if (shown)
    shown.textContent =
      typed.trim() === '' ? '' : words.replace('{shown}', String(count)).replace('{total}', String(items.length));
}

if (form && items.length > 0) form.hidden = false;
form?.addEventListener('submit', (event) => event.preventDefault());
input?.addEventListener('input', filter);
// What the browser kept over a reload.
filter();
