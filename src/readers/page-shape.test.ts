import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../markdown/parser.ts';
import { pageShape } from './page-shape.ts';

const shapeOf = (text: string) => pageShape(parseMarkdown(text, 'md'), text);

describe('pageShape', () => {
  it('takes a page whose headings are mostly questions as one of questions', () => {
    const { questions } = shapeOf(
      '## Is it safe?\n\nYes, **it is**.\n\n- a\n- b\n\n## ¿Y ahora?\n\nWait.\n\n## Why?\n\n| a | b |\n| --- | --- |\n| c | d |\n\n## Sources\n\n- x',
    );
    expect(questions).toEqual([
      { question: 'Is it safe?', anchor: 'is-it-safe', answer: 'Yes, it is. a b' },
      { question: '¿Y ahora?', anchor: 'y-ahora', answer: 'Wait.' },
      { question: 'Why?', anchor: 'why', answer: 'a – b c – d' },
    ]);
  });

  it('does not where they are few, or less than half, or where only a check would answer', () => {
    const question = (name: string): string => `## ${name}?\n\nYes.\n\n`;
    expect(shapeOf(question('A') + question('B')).questions).toEqual([]);
    const other = '## Other\n\nText.\n\n';
    expect(shapeOf(question('A') + question('B') + question('C') + other.repeat(3)).questions).toEqual([]);
    const block = '## C?\n\n:::check[Is it?]{#x use="y"}\n- **Healthy**: yes.\n:::\n';
    expect(shapeOf(question('A') + question('B') + block).questions).toEqual([]);
  });

  it('takes a section with one list of at least three steps as the page’s steps', () => {
    expect(
      shapeOf('Intro.\n\n## What to do\n\nFirst:\n\n1. **Look.** Then\n   wait.\n2. Ask.\n3. Go.\n').steps,
    ).toEqual({
      name: 'What to do',
      anchor: 'what-to-do',
      steps: ['Look. Then wait.', 'Ask.', 'Go.'],
    });
  });

  it('takes none where there are two such sections, where steps are too few, or where the heading is a question', () => {
    const steps = '1. a\n2. b\n3. c\n\n';
    expect(shapeOf(`## A\n\n${steps}## B\n\n${steps}`).steps).toBe(null);
    expect(shapeOf('## A\n\n1. a\n2. b\n').steps).toBe(null);
    expect(shapeOf(`## Is it there?\n\n${steps}`).steps).toBe(null);
    expect(shapeOf('## A\n\n- a\n- b\n- c\n').steps).toBe(null);
  });

  it('gives a heading that stands twice the anchor that the site gives it', () => {
    expect(shapeOf('## A\n\nx\n\n### B\n\ny\n\n## A\n\n1. a\n2. b\n3. c\n').steps?.anchor).toBe('a-1');
  });
});
