import { CheckFailure } from './failure.ts';
import type { Http, HttpAnswer } from './http.ts';

const ourCredential =
  'It refuses our credential or its rights, which is no outage: look at the headers and secrets of the target first.';

/**
 * What an answer's error status means where a check reads such answers itself (`anyStatus`): `http-status`,
 * with the service's own words. A 401 or 403 is said to be about our credential.
 */
export function statusFailure(
  http: Pick<Http, 'target'>,
  { status }: Pick<HttpAnswer, 'status'>,
  said = '',
  hint: string | undefined = status === 401 || status === 403 ? ourCredential : undefined,
): CheckFailure {
  const words = said.trim().replace(/\s+/g, ' ').slice(0, 200).replace(/\.$/, '');
  return new CheckFailure(
    'http-status',
    `\`${http.target}\` answered ${status}${words === '' ? '' : `: ${words}`}.`,
    hint === undefined ? {} : { hint },
  );
}
