import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../markdown/parser.ts';
import { markdownCopy } from './markdown-copy.ts';

const words = {
  outcomes: { Healthy: 'Works', Degraded: 'Slow', Failing: 'Down', 'Could not tell': 'Unknown' },
  symptoms: 'People also write:',
  now: 'Now: {url}',
  page: 'Page: {url}',
  changed: 'Changed: {date}',
};
const site = {
  origin: 'https://help.example.com',
  base: '/',
  copies: new Set(['/help/fees/', '/help/pending/']),
};

function copyOf(body: string, format: 'md' | 'mdx' = 'md', symptoms: string[] = []): string {
  const text = `---\ntitle: Pending\nowner: quagga-team\n---\n\n${body}`;
  const page = {
    path: `src/content/docs/help/pending.${format}`,
    text,
    tree: parseMarkdown(text, format),
    frontmatter: { title: 'Pending', description: 'What to do.', symptoms },
    url: 'https://help.example.com/help/pending/',
    changed: '2026-11-26T01:02:03.000Z',
  };
  return markdownCopy(page, site, words);
}
/** What stands between the head and the foot of a copy. */
const bodyOf = (body: string, format: 'md' | 'mdx' = 'md'): string =>
  /^# Pending\n\n> What to do\.\n\n([\s\S]*?)\n\n---\n/.exec(copyOf(body, format))?.[1] ?? 'no body';

describe('markdownCopy', () => {
  it('has the title, the description, what people write, the page’s address and its day, and no front matter', () => {
    expect(copyOf('Wait.', 'md', ['stuck', 'not moving'])).toBe(
      '# Pending\n\n> What to do.\n\nWait.\n\nPeople also write: “stuck”, “not moving”\n\n---\n\nPage: https://help.example.com/help/pending/\n\nChanged: 2026-11-26\n',
    );
  });

  it('makes of a check block its title, where to see how it is, and its outcomes in a reader’s words', () => {
    const block = `:::check[Prices *are* there]{#prices use="quagga-check" target="quagga-target" path="/v1"}
| Reading | Healthy | Degraded |
| --- | --- | --- |
| \`/quaggaAge\` | \`< 30\` | \`< 120\` |

- **Healthy**: all is well, see [fees](./fees.md).
- **Could not tell**: nobody
  knows.
:::`;
    const body = bodyOf(`Before.\n\n${block}\n\nAfter.`);
    expect(body).toBe(
      [
        'Before.',
        '**Prices are there**',
        'Now: https://help.example.com/help/pending/#prices',
        '- **Works:** all is well, see [fees](https://help.example.com/help/fees/index.md).\n- **Unknown:** nobody\n  knows.',
        'After.',
      ].join('\n\n'),
    );
    expect(body).not.toMatch(/quagga|:::|\{#/);
  });

  it('makes of an aside a quotation with its title, its links and lists included', () => {
    expect(bodyOf(':::caution[Beware]\nNever tell [it](./fees.md).\n\n- a\n- b\n:::')).toBe(
      '> **Beware**\n>\n> Never tell [it](https://help.example.com/help/fees/index.md).\n>\n> - a\n> - b',
    );
  });

  it('leads links to pages to their copies, and to the page where there is none', () => {
    expect(
      bodyOf('[a](./fees.md#b), [c](/help/other/), [d](https://e.example/f.md), [#g](#g)\n\n[r]: ./fees.md "R"'),
    ).toBe(
      '[a](https://help.example.com/help/fees/index.md#b), [c](https://help.example.com/help/other/), [d](https://e.example/f.md), [#g](#g)\n\n[r]: https://help.example.com/help/fees/index.md "R"',
    );
  });

  it('changes nothing in code, whatever it looks like', () => {
    const code = '```md\n:::check[x]{#y}\n\n\n<!-- kept -->\n[a](./fees.md)\n:::\n```';
    expect(bodyOf(`${code}\n\nAt 10:30, \`[a](./fees.md)\`.`)).toBe(`${code}\n\nAt 10:30, \`[a](./fees.md)\`.`);
  });

  it('has no comments, and says what a picture shows', () => {
    expect(bodyOf('One.\n\n<!-- quagga -->\n\nTwo<!-- quagga --> three. ![A queue](./queue.svg)')).toBe(
      'One.\n\nTwo three. *A queue*',
    );
  });

  it('has nothing of MDX’s code, and the text inside of components', () => {
    expect(
      bodyOf(
        'import Quagga from \'./quagga.astro\';\n\nOne {quagga} two.{/* quagga */}\n\n<Quagga which="quagga">\n\nInside.\n\n</Quagga>\n\n<Quagga />\n\nEnd.',
        'mdx',
      ),
    ).toBe('One  two.\n\nInside.\n\nEnd.');
  });
});
