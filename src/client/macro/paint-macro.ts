import type { MacroPart } from '../../macros/split-macro.ts';
import { isPlaceholder, placeholders } from '../../schemas/placeholder.ts';
import { element } from '../elements.ts';

/** Shows a macro as it will be sent: what was filled in and what is open can be told apart. Values are text, and stay text. */
export function paintMacro(root: HTMLElement, parts: readonly MacroPart[]): void {
  root.replaceChildren(
    ...parts.map(({ kind, text, name }) => {
      if (kind === 'text') return text;
      if (kind === 'value') return element('span', 'rl-filled', text);
      // Never as `{{name}}`: whoever copies by hand must not send one.
      const open = name !== null && isPlaceholder(name) ? placeholders[name].summary : (name ?? '');
      const gap = element('mark', 'rl-gap', `[${open}]`);
      gap.lang = 'en';
      return gap;
    }),
  );
}
