import { describe, expect, it } from 'vitest';
import { lightAnchors } from './light-anchors.ts';

describe('lightAnchors', () => {
  it('takes the pictures out of anchor links, and no other', () => {
    const picture = '<svg width="16"><path d="m1 1"></path></svg>';
    const anchor = (inside: string): string =>
      `<a class="sl-anchor-link" href="#x"><span aria-hidden="true" class="sl-anchor-icon">${inside}</span></a>`;
    expect(lightAnchors(`${picture}${anchor(picture)}<p>${anchor(picture)}</p>`)).toBe(
      `${picture}${anchor('')}<p>${anchor('')}</p>`,
    );
  });
});
