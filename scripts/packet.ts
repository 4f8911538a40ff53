import { checkOptions } from './cli/check-options.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { caseOptions } from './cli/packet-options.ts';

const { param, timeout, retries, break: breaks } = checkOptions;

export default defineCommand({
  name: 'packet',
  summary: 'Says whether a packet was changed since it was sealed, and makes one from a page',
  operands: 'verify FILE | packet page PAGE',
  options: {
    signed: { type: 'boolean', help: 'verify: be content only with the signature of one of `packetKeys`' },
    ...caseOptions,
    param,
    timeout,
    retries,
    break: breaks,
    json: { type: 'boolean', help: 'verify: print what was found as JSON; page: print the packet as JSON' },
  },
  examples: [
    ['npx runlight packet verify case.md', 'Exit code 0: unchanged; 1: changed, or badly signed; 2: no packet in it'],
    ['pbpaste | npx runlight packet verify -', 'The same for what was copied from a ticket'],
    ['npx runlight packet page runbooks/network/evm-rpc-degraded', 'Run a page’s blocks, and print the packet'],
    [
      'npx runlight packet page runbooks/swaps/swap-failed --case case.yaml --packet case.md',
      'With what is known of the case; what is missing is asked for',
    ],
  ],
  async run({ options, operands: [what, ...rest], signal }) {
    switch (what) {
      case 'verify': {
        const { verifyFile } = await import('./cli/verify-file.ts');
        return verifyFile(one(rest, 'verify', 'FILE', '-'), options);
      }
      case 'page': {
        const { packetOfPage } = await import('./cli/packet-of-page.ts');
        return packetOfPage(one(rest, 'page', 'PAGE'), options, signal);
      }
      default:
        throw new UsageError('Expected `packet verify FILE` or `packet page PAGE`.');
    }
  },
});

function one(operands: readonly string[], what: string, name: string, usual?: string): string {
  const [first = usual, ...more] = operands;
  if (first === undefined || more.length > 0) throw new UsageError(`Expected \`packet ${what} ${name}\`.`);
  return first;
}
