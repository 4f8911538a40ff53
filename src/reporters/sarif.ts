import type { PlannedBlock } from '../schemas/planned-block.ts';
import { defineReporter } from './define-reporter.ts';
import { inertJson } from './workflow-command.ts';
import { inWorkspace } from './workspace-file.ts';

/** SARIF 2.1.0, which GitHub's code scanning and editors read: findings at their rows. */
export const sarif = defineReporter({
  summary: 'SARIF 2.1.0, for code scanning and editors.',
  create({ out, root, workspace }) {
    const planned = new Map<string, PlannedBlock>();
    const fileOf = (file: string) => inWorkspace(file, root, workspace ?? root) ?? file;
    return {
      name: 'sarif',
      async onEvent(event) {
        if (event.type === 'start') for (const block of event.blocks) planned.set(block.block, block);
        if (event.type !== 'end') return;
        // Loaded when it is needed: every command loads every reporter.
        const { sarifLog } = await import('./sarif/log.ts');
        out(`${inertJson(JSON.stringify(sarifLog(event.report, planned, fileOf)))}\n`);
      },
    };
  },
});
