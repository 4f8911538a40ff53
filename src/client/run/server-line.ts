import { element } from '../elements.ts';
import type { LiveState } from '../live.ts';

/** Says that the server is gone, for as long as it is. It is there before it speaks, so that it is heard. */
export function createServerLine(text: string): (state: LiveState) => void {
  const line = element('p', 'rl-server-line');
  line.role = 'status';
  document.querySelector('.sl-markdown-content')?.prepend(line);
  return (state) => {
    const said = state === 'lost' ? text : '';
    if (line.textContent !== said) line.textContent = said;
  };
}
