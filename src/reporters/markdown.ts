import type { PlannedBlock } from '../schemas/planned-block.ts';
import { defineReporter } from './define-reporter.ts';
import { inWorkspace, uriPath } from './workspace-file.ts';

/** Bytes: half of what GitHub takes for a step, so that two runs of one step both show. */
const longest = 512 * 1024;

/** What a person reads on the page of a GitHub run: what failed and the first thing to do, then the counts. */
export const markdown = defineReporter({
  summary: 'Markdown, for the summary of a GitHub job.',
  create({ out, root, workspace, blobUrl, room }) {
    const planned = new Map<string, PlannedBlock>();
    const linkTo = (file: string, line: number): string | null => {
      const path = blobUrl === undefined ? null : inWorkspace(file, root, workspace ?? root);
      // Without `plain=1` GitHub renders the page, and its lines have no addresses.
      return path === null ? null : `${blobUrl}/${uriPath(path)}?plain=1#L${line}`;
    };
    return {
      name: 'markdown',
      async onEvent(event) {
        if (event.type === 'start') for (const block of event.blocks) planned.set(block.block, block);
        if (event.type !== 'end') return;
        // Loaded when it is needed: every command loads every reporter.
        const { summaryOf } = await import('./markdown/summary.ts');
        out(summaryOf(event.report, planned, { room: Math.min(longest, room ?? longest), linkTo }));
      },
    };
  },
});
