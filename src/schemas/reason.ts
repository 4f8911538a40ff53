import { z } from 'zod';
import type { Verdict } from './verdict.ts';

interface ReasonEntry {
  verdict: Exclude<Verdict, 'pass'>;
  title: string;
  /** What it means, in a sentence or two: the body of the code's documentation page. */
  meaning: string;
  /** What to do first. Also the `hint` of a result where the check gives no better one. */
  hint: string;
}

/**
 * Every verdict that is not `pass` has one of these codes. Each has a page at `/codes/<code>/`.
 * What the target did is `fail`; what we did is `error`; what does not apply here is `skip`.
 */
export const reasons = {
  unreachable: {
    verdict: 'fail',
    title: 'The target cannot be reached',
    meaning:
      'No connection came about: the name does not resolve, nothing listens, or the connection was cut before an answer.',
    hint: 'Ask the provider’s status page; if other targets are unreachable too, look at your own network first.',
  },
  timeout: {
    verdict: 'fail',
    title: 'The target did not answer in time',
    meaning: 'The connection was made, but the whole answer did not arrive within the timeout.',
    hint: 'Run the block once more; if it hangs again, treat the provider as down and switch away from it.',
  },
  tls: {
    verdict: 'fail',
    title: 'The secure connection failed',
    meaning: 'The certificate is expired, is for another name, or does not lead to an authority we trust.',
    hint: 'Run the block with the `tls-certificate` check on this target to see which of the three it is.',
  },
  'http-status': {
    verdict: 'fail',
    title: 'The target answered with an error status',
    meaning: 'The answer’s HTTP status is not between 200 and 299, and no row of the block expects another.',
    hint: '4xx: look at our request and credential. 5xx: the provider is at fault; ask its status page.',
  },
  'rate-limited': {
    verdict: 'fail',
    title: 'The target limits our rate',
    meaning: 'The target said that we ask too often: by HTTP 429, or by an error inside a 200.',
    hint: 'Do not retry in a loop. Lower our rate or raise the plan, and switch to the second provider meanwhile.',
  },
  protocol: {
    verdict: 'fail',
    title: 'The answer is not what the protocol says',
    meaning:
      'An answer came, but it is truncated, of the wrong type, too large, or redirects in a circle or to another origin.',
    hint: 'Open the evidence: an HTML page in place of JSON is mostly a firewall or a maintenance page.',
  },
  expectation: {
    verdict: 'fail',
    title: 'A reading is not healthy',
    meaning: 'The target answered properly, and a value is outside what the block’s table calls healthy or degraded.',
    hint: 'Find the failing row and follow the block’s Failing line.',
  },
  disagrees: {
    verdict: 'fail',
    title: 'The target disagrees with its peers',
    meaning:
      'Two providers that should say the same say different things. One of them is wrong, or the network is split.',
    hint: 'Do not trust either until a third source decides; pause what depends on the answer.',
  },
  script: {
    verdict: 'error',
    title: 'The check itself broke',
    meaning:
      'The check threw, ended its thread, or returned something of another shape than it declares. This says nothing about the target.',
    hint: 'Tell the check’s maintainers, with the evidence. Look at the target by hand meanwhile.',
  },
  config: {
    verdict: 'error',
    title: 'The check is not set up right',
    meaning:
      'The target is not defined in this environment, or a parameter’s value does not fit. This says nothing about the target.',
    hint: 'Correct the page or the environment’s targets file; `npx runlight lint` names the place.',
  },
  'no-secret': {
    verdict: 'skip',
    title: 'A credential is missing here',
    meaning: 'The target or the check needs a secret from the environment, and it is not set.',
    hint: 'Set the named environment variable where checks run, or run the block where it is set.',
  },
  'needs-input': {
    verdict: 'skip',
    title: 'The block needs an input',
    meaning:
      'The block asks for a value (such as a transaction hash), and none was given and the page has no example for this environment.',
    hint: 'Give it with `--param name=value`.',
  },
  budget: {
    verdict: 'skip',
    title: 'The target’s budget is used up',
    meaning: 'We asked this target as often as its budget allows. Asking more would make an outage worse.',
    hint: 'Wait for the time named, or read the last verdict and its age.',
  },
  offline: {
    verdict: 'skip',
    title: 'Our own network is gone',
    meaning:
      'The target could not be reached, and neither could any of the configuration’s canaries: the fault is on our side.',
    hint: 'Check the network of the machine that runs the checks, then run them again.',
  },
  degraded: {
    verdict: 'warn',
    title: 'A reading is degraded',
    meaning: 'A value is outside what the block’s table calls healthy, but within what it calls degraded.',
    hint: 'Follow the block’s Degraded line, and look again in a few minutes.',
  },
  unusual: {
    verdict: 'warn',
    title: 'A reading is unusual',
    meaning: 'The value is within its limits, but far from what it has been.',
    hint: 'Compare with the same hour last week before you act.',
  },
} as const satisfies Record<string, ReasonEntry>;

export type ReasonCode = keyof typeof reasons;
/** The codes a check may end with by itself: what the target did. */
export type FailCode = {
  [C in ReasonCode]: (typeof reasons)[C]['verdict'] extends 'fail' ? C : never;
}[ReasonCode];

export const reasonCodes = Object.keys(reasons) as [ReasonCode, ...ReasonCode[]];
export const reasonSchema = z.strictObject({
  code: z.enum(reasonCodes),
  message: z.string(),
  hint: z.string(),
});
export type Reason = z.infer<typeof reasonSchema>;
