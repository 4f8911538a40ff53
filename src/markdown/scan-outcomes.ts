import type { List, ListItem } from 'mdast';
import { type OutcomeLabel, outcomeLabels } from '../schemas/page.ts';
import { suggest } from '../text/nearest.ts';
import type { Findings } from './page-world.ts';
import { plainText } from './plain-text.ts';
import type { Source } from './source.ts';

/** Reads outcome lines, `- **Failing**: what to do`, into plain text by label. */
export function scanOutcomes(
  list: List,
  outcomes: Partial<Record<OutcomeLabel, string>>,
  page: { path: string; source: Source },
  findings: Findings,
): void {
  for (const item of list.children) {
    const position = { line: item.position?.start.line ?? 1, column: item.position?.start.column ?? 1 };
    const read = readOutcome(item, page);
    if (!read) {
      findings.add(
        'unknown-outcome',
        position,
        `The line has no outcome label; expected ${outcomeLabels.map((l) => `\`**${l}**\``).join(', ')} at its start.`,
      );
      continue;
    }
    const label = outcomeLabels.find((known) => known === read.label);
    if (!label)
      findings.add(
        'unknown-outcome',
        position,
        `\`${read.label}\` is not an outcome.${suggest(read.label, outcomeLabels)}`,
      );
    else if (outcomes[label] !== undefined)
      findings.add('duplicate-outcome', position, `The outcome \`${label}\` is there already.`);
    else outcomes[label] = read.text;
  }
}

/** The label in bold at the start of a line, and the text behind it. */
function readOutcome(
  item: ListItem,
  { path, source }: { path: string; source: Source },
): { label: string; text: string } | null {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return null;
  const strong = paragraph.children[0];
  if (strong?.type !== 'strong') return null;
  const bold = plainText(strong, source, path);
  const text = item.children.map((child) => plainText(child, source, path)).join(' ');
  return {
    label: bold.replace(/:\s*$/, '').trim(),
    text: text
      .slice(bold.length)
      .replace(/^\s*:\s*/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}
