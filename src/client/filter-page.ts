import { hasWords } from './macro/has-words.ts';

// A list of codes, filtered by what somebody types: by what stands in each item (of a table's, in its first row: the others say
// what the same code means elsewhere), and what its group is called. Nothing of it leaves the device.
const list = document.querySelector('[data-rl-filtered]');
const form = list?.querySelector<HTMLFormElement>('[data-rl-filter]');
const input = form?.querySelector('input');
const shown = list?.querySelector('[data-rl-shown]');
const items = [...(list?.querySelectorAll<HTMLElement>('.rl-entries > li, .rl-codes-table > tbody') ?? [])].map(
  (root) => {
    const group = root.closest<HTMLElement>('[data-rl-group]');
    return {
      root,
      group,
      words: `${group?.querySelector('h2')?.innerText ?? ''} ${(root.querySelector('tr') ?? root).innerText}`,
    };
  },
);

function filter(): void {
  const typed = input?.value ?? '';
  for (const { root, words } of items) root.hidden = !hasWords(words, typed);
  const visible = items.filter(({ root }) => !root.hidden);
  const groups = new Set(visible.map(({ group }) => group));
  for (const { group } of items) if (group) group.hidden = !groups.has(group);
  const words = form?.dataset.shown ?? '';
  if (shown)
    shown.textContent =
      typed.trim() === ''
        ? ''
        : words.replace('{shown}', String(visible.length)).replace('{total}', String(items.length));
}

if (form && items.length > 0) form.hidden = false;
form?.addEventListener('submit', (event) => event.preventDefault());
input?.addEventListener('input', filter);
// What the browser kept over a reload.
filter();
