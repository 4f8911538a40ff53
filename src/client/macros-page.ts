import { hasWords } from './macro/has-words.ts';

// The list of macros, filtered by what somebody types.
const form = document.querySelector<HTMLFormElement>('[data-rl-filter]');
const input = form?.querySelector('input');
const items = [...document.querySelectorAll<HTMLElement>('[data-rl-macros] [data-words]')];
const shown = document.querySelector('[data-rl-shown]');

function filter(): void {
  const typed = input?.value ?? '';
  for (const item of items) item.hidden = !hasWords(item.dataset.words ?? '', typed);
  const count = items.filter((item) => !item.hidden).length;
  if (shown) shown.textContent = typed.trim() === '' ? '' : `${count} of ${items.length}`;
}

if (form && items.length > 0) form.hidden = false;
form?.addEventListener('submit', (event) => event.preventDefault());
input?.addEventListener('input', filter);
// What the browser kept over a reload.
filter();
