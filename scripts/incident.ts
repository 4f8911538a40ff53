import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { incidentOptions } from './cli/incident-options.ts';

const words = ['open', 'update', 'resolve', 'review', 'list'] as const;

export default defineCommand({
  name: 'incident',
  summary: 'Opens, updates, resolves and lists incidents, and drafts their reviews: files of the repository',
  operands: 'open NAME | update NAME | resolve NAME | review NAME | list',
  options: incidentOptions,
  examples: [
    [
      'npx runlight incident open swaps-bsc --severity sev2 --journey swap --chain bnb-smart-chain --public --impact "Swaps on BNB Smart Chain fail."',
      'Start src/content/incidents/<today>-swaps-bsc.md, with a text for users in every language',
    ],
    [
      'npx runlight incident open swaps-bsc --severity sev2 --journey swap --public --impact "Swaps fail." --impact es="Los intercambios fallan."',
      'The same with the impact in two languages; the third one says what is touched',
    ],
    ['npx runlight incident update swaps-bsc --note "Nodes moved to the second provider."', 'A line of the timeline'],
    ['npx runlight incident update swaps-bsc --phase identified', 'The next phase, with its text from the macro'],
    [
      'npx runlight incident resolve swaps-bsc --owner engineering --publish dist',
      'It is over; the sites know at once',
    ],
    ['npx runlight incident review swaps-bsc', 'Draft the post-incident review from the timeline'],
    ['npx runlight incident list --open --json', 'What is not resolved, for a script'],
  ],
  async run({ options, operands: [word, name, ...rest] }) {
    const known = words.find((each) => each === word);
    if (!known)
      throw new UsageError(
        word === undefined
          ? `Say what to do: ${words.map((each) => `\`${each}\``).join(', ')}.`
          : `There is no \`incident ${word}\`.${suggest(word, words)}`,
      );
    if (known === 'list') {
      if (name !== undefined) throw new UsageError('`incident list` takes no name.');
      const { listIncidents } = await import('./cli/incident-list.ts');
      return listIncidents(options);
    }
    if (name === undefined || rest.length > 0) throw new UsageError(`Expected \`incident ${known} NAME\`.`);
    switch (known) {
      case 'open': {
        const { openIncident } = await import('./cli/incident-open.ts');
        return openIncident(name, options);
      }
      case 'update':
      case 'resolve': {
        const { updateIncident } = await import('./cli/incident-update.ts');
        return updateIncident(name, { ...options, phase: known === 'resolve' ? 'resolved' : options.phase });
      }
      case 'review': {
        const { draftReview } = await import('./cli/incident-review.ts');
        return draftReview(name, options);
      }
    }
  },
});
