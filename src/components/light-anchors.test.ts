import { describe, expect, it } from 'vitest';
import { lightAnchors } from './light-anchors.ts';

describe('lightAnchors', () => {
  it('takes the pictures out of anchor links, and no other', () => {
    const picture = '<svg width="16"><path d="m1 1"></path></svg>';
    const anchor = (inside: string): string => `<a class="sl-anchor-link" href="#x">${inside}<span>Section</span></a>`;
    const icon = `<span aria-hidden="true" class="sl-anchor-icon">${picture}</span>`;
    expect(lightAnchors(`${picture}${anchor(icon)}<p>${anchor(icon)}</p>`)).toBe(
      `${picture}${anchor('')}<p>${anchor('')}</p>`,
    );
  });

  it('keeps an anchor link’s name, with whatever stands in it', () => {
    const link = (name: string): string =>
      `<a class="sl-anchor-link" href="#x"><span aria-hidden="true" class="sl-anchor-icon"><svg></svg></span><span class="sr-only" data-pagefind-ignore="">${name}</span></a>`;
    expect(lightAnchors(link('Section titled “It says "no" &amp; $1”'))).toBe(
      '<a class="sl-anchor-link" href="#x" aria-label="Section titled “It says &quot;no&quot; &amp; $1”"></a>',
    );
  });

  it('takes the direction off code, and leaves what only speaks of it', () => {
    expect(lightAnchors('<code dir="auto">a</code><code class="rl-wraps" dir="auto">b</code>')).toBe(
      '<code>a</code><code class="rl-wraps">b</code>',
    );
    const text = '<code>&#x3C;code dir="auto"></code><p dir="auto">c</p>';
    expect(lightAnchors(text)).toBe(text);
  });
});
