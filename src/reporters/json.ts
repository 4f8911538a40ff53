import { defineReporter } from './define-reporter.ts';
import { inertJson } from './workflow-command.ts';

/** The report as it is, once, when the run is over. `reportJsonSchema` describes it. */
export const json = defineReporter({
  summary: 'The whole report as JSON, for programs.',
  create: ({ out }) => ({
    name: 'json',
    onEvent(event) {
      if (event.type === 'end') out(`${inertJson(JSON.stringify(event.report, null, 2))}\n`);
    },
  }),
});
