import { element } from '../elements.ts';

/** Says things to those who hear the page, and shows nothing. Only what this reader asked for is said. */
export function createAnnouncer(): (text: string) => void {
  const place = element('div', 'sr-only');
  place.role = 'log';
  place.ariaLive = 'polite';
  document.body.append(place);
  return (text) => {
    const line = element('p', '', text);
    place.append(line);
    // Long enough to be read out in turn, and not found again by those who read the page from its end.
    setTimeout(() => line.remove(), 10_000);
  };
}
