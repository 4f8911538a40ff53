import { describe, expect, it } from 'vitest';
import { loadWords } from '../integration/load-words.ts';
import { cardWords } from '../integration/words.ts';
import { configSchema } from '../schemas/config.ts';
import { type Audience, audiences } from '../schemas/frontmatter.ts';
import { remarkCheckBlocks } from './remark-check-blocks.ts';
import { remarkDropComments } from './remark-drop-comments.ts';
import { remarkPageLinks } from './remark-page-links.ts';
import { renderPage } from './render-page.fixture.ts';

const root = '/tree';
const { locales } = configSchema.parse({});
const words = loadWords(locales);

/** A page as HTML, through the engine that the site uses for its kind of file. */
function render(path: string, text: string, audience: Audience = 'internal', from = root): Promise<string> {
  const options = {
    audience,
    root,
    locales: Object.keys(locales),
    words: Object.fromEntries(Object.entries(words).map(([locale, each]) => [locale, cardWords(each, audience)])),
    version: '',
  };
  return renderPage(`${from}/${path}`, text, [
    [remarkPageLinks, { root, base: '/' }],
    [remarkCheckBlocks, options],
    remarkDropComments,
  ]);
}

/** One element a line, for people who read the snapshot. */
const pretty = (html: string): string =>
  `${html.replaceAll(/(<(?:section|div|h\d|p|table|thead|tbody|tr|ul|li|rl-)[^>]*>|<\/(?:section|div|table|thead|tbody|ul)>)/g, '\n$1').trim()}\n`;

const body = `
## Checks

:::check[BNB Smart Chain "keeps" up]{#bsc-head use="evm-rpc" target="bsc-rpc" layer="provider"}
| Reading | Healthy | Degraded | Meaning |
| --- | --- | --- | --- |
| \`chainId\` | \`= 56\` | | On *the* right chain |
| blockAge | \`< 15 s\` | \`< 60 s\` | [How it is counted](../network/evm.md#age) |
| \`client\` | \`matches /a\\|b -- "c"/\` | | |

- **Healthy**: go on with step 3.
- **Failing**: [switch the *RPC* provider](../network/switch-rpc-provider.mdx), then tell \`#swaps\`.

  More -- in a second paragraph.
- **Could not tell**: wait.
:::
`;

const translation = `
:::check[BNB Smart Chain está produciendo bloques]{#bsc-head}
- **Healthy**: funciona.
- **Failing**: vea [pendiente](./tx-pending.md).
:::
`;

describe('remarkCheckBlocks', () => {
  for (const audience of audiences) {
    for (const format of ['md', 'mdx']) {
      it(`draws a block in .${format} for ${audience} readers`, async () => {
        const html = await render(`runbooks/swaps/swap-failed.${format}`, body, audience);
        await expect(pretty(html)).toMatchFileSnapshot(`./__snapshots__/check-block.${audience}.${format}.html`);
      });
    }
    it(`draws a translated block for ${audience} readers`, async () => {
      const html = await render('src/content/docs/es/help/tx-pending.md', translation, audience);
      await expect(pretty(html)).toMatchFileSnapshot(`./__snapshots__/translated-block.${audience}.md.html`);
    });
  }

  it('draws the same in .md and .mdx', async () => {
    expect(await render('runbooks/a/b.mdx', body)).toBe(
      (await render('runbooks/a/b.md', body)).replaceAll('&#x26;', '&amp;'),
    );
  });

  it('never prints target, check or other attributes', async () => {
    for (const audience of audiences)
      expect(await render('runbooks/a/b.md', body, audience)).not.toMatch(/evm-rpc|bsc-rpc|use=/);
  });

  it('prints expectations exactly as they are written', async () => {
    const html = await render(
      'runbooks/a/b.md',
      ':::check[T]{#t}\n| Reading | Healthy |\n| --- | --- |\n| a | = "it\'s" -- *x* ... |\n| b | <= 3 |\n:::',
    );
    expect(html).toContain('<code>= "it\'s" -- *x* ...</code>');
    expect(html).toContain('<code>&#x3C;= 3</code>');
  });

  it('lets a long expectation take lines, and keeps a short one on its own', async () => {
    const html = await render(
      'runbooks/a/b.md',
      ':::check[T]{#t}\n| Reading | Healthy | Degraded |\n| --- | --- | --- |\n| a | = operational | in maintenance, degraded |\n:::',
    );
    expect(html).toContain('<code>= operational</code>');
    expect(html).toContain('<code class="rl-wraps">in maintenance, degraded</code>');
  });

  it('shows the public nothing but title, verdict and outcomes', async () => {
    const html = await render('src/content/docs/help/x.md', body, 'public');
    expect(html).not.toMatch(/table|chainId|15 s|On |counted|rl-facts/);
  });

  it('makes the title a heading under the one before it, at most of level 3', async () => {
    expect(await render('runbooks/a/b.md', ':::check[T]{#t}\n:::')).toContain('<h2 id="t">T</h2>');
    expect(await render('runbooks/a/b.md', '## A\n\n### B\n\n:::check[T]{#t}\n:::')).toContain('<h3 id="t">T</h3>');
  });

  it('draws what it can of a broken block', async () => {
    const html = await render('runbooks/a/b.md', ':::check{use="x"}\n- **Sick**: no such label.\n- text\n:::');
    expect(html).toContain('data-block="runbooks/a/b#"');
  });

  it('leaves files outside of the tree alone', async () => {
    const html = await render('a.md', ':::check[T]{#t}\n:::', 'internal', '/elsewhere');
    expect(html).not.toContain('rl-check');
  });
});

describe('remarkDropComments', () => {
  it('takes comments out, and leaves them in code', async () => {
    const html = await render(
      'runbooks/a/b.md',
      'a <!-- secret --> b\n\n<!-- secret\n\nstill -->\n\n<div><!-- secret -->c</div>\n\n`<!-- shown -->`\n',
      'public',
    );
    expect(html).not.toContain('secret');
    expect(html).not.toContain('still');
    expect(html).toContain('shown');
  });
});
