import { expect, it } from 'vitest';
import { packageRoot } from '../../project/folders.ts';
import { loadProject } from '../../project/load.ts';
import { placeId } from '../../trees/graph.ts';
import { resumeWalk } from '../../trees/walk.ts';
import { readWalk } from '../../trees/walk-address.ts';
import { passedPlaces } from './passed-places.ts';

const { trees } = await loadProject({ root: packageRoot });

it('names the links into other trees that a walk has passed, and ends where it stands', () => {
  const read = readWalk('exploit_quiet.where_approve.approval_waiting.*chain-rpc.network', trees, 'swap-bridge');
  const resumed = read && resumeWalk(trees, read);
  expect(resumed?.changed).toBeNull();
  expect(resumed && passedPlaces(trees, resumed.walk).map(placeId)).toEqual([
    'swap-bridge#exploit',
    'swap-bridge#where',
    'swap-bridge#approval',
    'swap-bridge#chain',
    'chain-rpc#network',
  ]);
});
