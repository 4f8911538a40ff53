import { describe, expect, it } from 'vitest';
import { llmsFull, llmsTxt, mostWhole } from './llms-txt.ts';

const words = { about: ['About.'], articles: 'Articles', languages: 'Languages', optional: 'Optional', whole: 'All' };

describe('llmsTxt', () => {
  it('has the parts that llmstxt.org asks for, in its order: title, summary, text, lists of links', () => {
    const text = llmsTxt(
      {
        title: 'Help',
        description: 'What to do.',
        pages: [
          { title: 'A', description: 'First.', copy: 'https://x.example/a/index.md' },
          { title: 'B', description: null, copy: 'https://x.example/b/index.md' },
        ],
        languages: [{ label: 'Español', url: 'https://x.example/es/llms.txt' }],
        whole: 'https://x.example/llms-full.txt',
      },
      words,
    );
    expect(text).toBe(
      '# Help\n\n> What to do.\n\nAbout.\n\n## Articles\n\n- [A](https://x.example/a/index.md): First.\n- [B](https://x.example/b/index.md)\n\n## Languages\n\n- [Español](https://x.example/es/llms.txt)\n\n## Optional\n\n- [All](https://x.example/llms-full.txt)\n',
    );
  });

  it('has no list without anything in it', () => {
    expect(llmsTxt({ title: 'Help', description: null, pages: [], languages: [], whole: null }, words)).toBe(
      '# Help\n\nAbout.\n',
    );
  });
});

describe('llmsFull', () => {
  it('joins the copies, and there is none where they are more than a model can take', () => {
    expect(llmsFull('# Head\n', ['# A\n', '# B\n'])).toBe('# Head\n\n\n# A\n\n\n# B\n');
    expect(llmsFull('# Head', ['x'.repeat(mostWhole)])).toBe(null);
  });
});
