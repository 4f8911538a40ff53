import { changesOf } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { healthyIdentity, type IdentityState } from './people.ts';

const changes = changesOf<IdentityState>(healthyIdentity);

/** What can be wrong with any list of accounts. */
export const listFaults = {
  ...httpFaults,
  'leaver-active': changes('leaver', 'active', 'The account of somebody who has left is live, and was used yesterday.'),
  'joiner-missing': changes('joiner', 'missing', 'Somebody who has begun has no account.'),
  stranger: changes('stranger', 'active', 'There is a live account of somebody who is not in the team file.'),
  'admin-unreviewed': changes('adminReview', 'overdue', 'An admin’s rights were last looked at 210 days ago.'),
  'idle-account': changes('idle', 'one', 'One account was last used 120 days ago.'),
  'factor-off': changes('factors', 'one-off', 'One account has no second factor.'),
  'list-stale': changes('made', 'stale', 'The list was made 40 days ago.'),
  'list-short': changes('pages', 'short', 'A part of the list is missing.'),
  'wrong-shape': changes('shape', 'wrong', 'A value is of another type than the format says.'),
};

export const scimFaults = {
  ...listFaults,
  'error-in-200': changes('errorInside', true, 'Answers 200 with a SCIM error inside.'),
  'token-refused': changes('token', 'refused', 'Refuses our token: every request is answered with 401.'),
};
