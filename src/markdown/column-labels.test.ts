import { describe, expect, it } from 'vitest';
import { columnLabels } from './column-labels.ts';

describe('columnLabels', () => {
  it('names each column but the first', () => {
    expect(columnLabels(['When', 'To', 'Expect an answer in'])).toBe("--c2:'To';--c3:'Expect an answer in'");
  });

  it('leaves out those without a name, at their place', () => {
    expect(columnLabels(['', 'Healthy', '', 'Meaning'])).toBe("--c2:'Healthy';--c4:'Meaning'");
    expect(columnLabels(['Only'])).toBeNull();
  });

  it('lets no name end its string', () => {
    expect(columnLabels(['a', 'It\'s "so"; \\ x', 'two\nlines'])).toBe("--c2:'It\\'s \"so\"; \\\\ x';--c3:'two lines'");
  });
});
