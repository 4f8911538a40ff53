import { describe, expect, it } from 'vitest';
import { siteUrl } from './remark-page-links.ts';

describe('siteUrl', () => {
  const from = 'runbooks/swaps/swap-failed.mdx';
  it.each([
    ['../network/x.md#y', '/runbooks/network/x/#y'],
    ['./other.mdx', '/runbooks/swaps/other/'],
    ['other.md?a=b#c', '/runbooks/swaps/other/?a=b#c'],
    ['../../src/content/docs/help/tx-pending.md', '/help/tx-pending/'],
    ['../../src/content/docs/es/index.md', '/es/'],
    ['../../src/content/docs/index.md', '/'],
    ['../swaps/index.md', '/runbooks/swaps/'],
    ['./caf%C3%A9.md', '/runbooks/swaps/caf%C3%A9/'],
    ['./Upper.md', '/runbooks/swaps/Upper/'],
  ])('makes a path of the site of `%s`', (url, expected) => {
    expect(siteUrl(url, from, '/')).toBe(expected);
  });

  it('puts the base before it', () => {
    expect(siteUrl('./other.md', from, '/docs/')).toBe('/docs/runbooks/swaps/other/');
  });

  it.each([
    'https://example.com/a.md',
    'mailto:a@b.md',
    '/help/a.md',
    '#heading',
    './image.png',
    '../../../outside.md',
    '//example.com/a.md',
  ])('leaves `%s` as it is', (url) => {
    expect(siteUrl(url, from, '/')).toBeNull();
  });
});
