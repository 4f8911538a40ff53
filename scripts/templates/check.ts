import type { Template } from './template.ts';

/** A check that works as it is: it asks a target and reads one thing of the answer. */
export const check: Template = {
  pattern: /^[a-z][a-z0-9-]*$/,
  expected: 'lower-case letters, digits and hyphens, such as `quote-age`',
  twins: () => [],
  files: ({ name }) => [
    {
      path: `checks/${name}.ts`,
      text: `import { defineCheck, param } from 'runlight/check';

/**
 * The target answers with JSON, and soon.
 *
 * Sources: name the documentation of what you ask here.
 */
export default defineCheck({
  summary: 'The target answers with JSON, and soon',
  layer: 'provider',
  params: { target: param.target(), path: param.text('a path below the target’s address').optional() },
  readings: {
    items: { type: 'integer', summary: 'How many keys the answer has' },
    latency: { unit: 'ms', summary: 'Time of the one request' },
  },
  async run({ params, http, evidence, fail }) {
    const answer = await http(params.path ?? '');
    const body = answer.json();
    if (typeof body !== 'object' || body === null) return fail('protocol', 'The answer is JSON, but no object.');
    evidence('Answer', answer.text);
    return { items: Object.keys(body).length, latency: answer.durationMs };
  },
});
`,
    },
  ],
  next: ({ name }, path) => [
    `Say in ${path} what it asks, which readings it returns, and where that is documented.`,
    `Use it in a page: \`:::check[Title]{#id use="${name}" target="…"}\` with a row for a reading.`,
    'Run it: `npx runlight check <page>`, then break the lab and see it turn red.',
  ],
};
