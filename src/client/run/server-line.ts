import type { RunWords } from '../../schemas/site-words.ts';
import { element } from '../elements.ts';
import type { Live } from '../live.ts';

/** Says that the server is gone, for as long as it is. It is there before it speaks, so that it is heard. */
export function createServerLine(words: RunWords): (live: Live) => void {
  const line = element('p', 'rl-server-line');
  line.role = 'status';
  document.querySelector('.sl-markdown-content')?.prepend(line);
  return (live) => {
    const said = live.isSignedOut ? words.signedOut : live.state === 'lost' ? words.lost : '';
    if (line.textContent !== said) line.textContent = said;
  };
}
