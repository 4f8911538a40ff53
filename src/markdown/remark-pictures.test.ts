import { describe, expect, it } from 'vitest';
import { remarkPictures } from './remark-pictures.ts';
import { renderPage } from './render-page.fixture.ts';

describe.each(['md', 'mdx'])('in .%s', (format) => {
  const render = (text: string): Promise<string> =>
    renderPage(`/tree/runbooks/a/one.${format}`, text, [remarkPictures]);

  it('leaves a place with the name and the caption as text', async () => {
    const html = await render('Before.\n\n::picture[Where *it* can be: A & B]{#tx-life}\n\nAfter.\n');
    expect(html).toMatch(
      /<p>Before\.<\/p>\s*<rl-picture data-picture="tx-life">Where it can be: A &#x26; B<\/rl-picture>\s*<p>After\.<\/p>/,
    );
  });

  it('leaves one without a caption, in a list, too', async () => {
    const html = await render('- One:\n\n  ::picture{#tx-life}\n');
    expect(html).toContain('<rl-picture data-picture="tx-life"></rl-picture>');
  });
});
