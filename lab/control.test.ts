import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectWorld } from './control.ts';
import { readState, removeState, writeState } from './state-file.ts';
import { ask } from './testing/plain-client.ts';
import { service } from './testing/service-case.ts';
import { LabError, startWorld, type World } from './world.ts';

let world: World;
let dir: string;
beforeAll(async () => {
  world = await startWorld({ services: ['onramp-status'] });
  dir = await mkdtemp(join(tmpdir(), 'runlight-test-'));
});
afterAll(async () => {
  await world.stop();
  await rm(dir, { recursive: true });
});

test('another process can break and mend a running lab', async () => {
  const other = await connectWorld(world.state);
  expect(other?.state).toEqual(world.state);
  await other?.break('onramp-status.down');
  expect(other?.broken()).toEqual(['onramp-status.down']);
  expect(world.broken()).toEqual(['onramp-status.down']);
  expect((await ask(service(world, 'onramp-status').url)).outcome).toBe('ECONNREFUSED');
  await other?.mend();
  expect(world.broken()).toEqual([]);
  expect((await connectWorld(world.state))?.broken()).toEqual([]);
});

test('its errors are those of the lab', async () => {
  const other = await connectWorld(world.state);
  const failure = other?.break('onramp-status.dwon');
  await expect(failure).rejects.toThrow(LabError);
  await expect(failure).rejects.toThrow('`onramp-status.down`');
});

test('its stop leaves the lab running', async () => {
  await (await connectWorld(world.state))?.stop();
  expect((await ask(service(world, 'onramp-status').url)).outcome).toBe(404);
});

test('who does not know the token finds nothing', async () => {
  const { origin } = new URL(world.state.controlUrl);
  expect((await ask(`${origin}/state`)).outcome).toBe(404);
  expect((await ask(`${origin}/${'0'.repeat(48)}/break`, { body: { fault: 'onramp-status.down' } })).outcome).toBe(404);
  expect(world.broken()).toEqual([]);
});

test('a body that is not understood is refused with an example', async () => {
  const { outcome, body } = await ask(`${world.state.controlUrl}/break`, { body: { faults: [] } });
  expect(outcome).toBe(400);
  expect(body).toContain('bsc-rpc.stale-head');
});

test('a lab that is gone is null', async () => {
  const gone = await startWorld({ services: ['onramp-status'] });
  await gone.stop();
  expect(await connectWorld(gone.state)).toBeNull();
  expect(await connectWorld({ ...world.state, startedAt: gone.state.startedAt })).toBeNull();
});

test('the state is written for its owner alone, read back, and removed', async () => {
  expect(await readState(dir)).toBeNull();
  await writeState(join(dir, 'new', 'folder'), world.state);
  await writeState(dir, world.state);
  expect(await readState(dir)).toEqual(world.state);
  if (process.platform !== 'win32') expect((await stat(join(dir, 'lab.json'))).mode & 0o777).toBe(0o600);
  await removeState(dir);
  await removeState(dir);
  expect(await readState(dir)).toBeNull();
});

test('a state file that is damaged is as none', async () => {
  await writeFile(join(dir, 'lab.json'), '{"pid": 12');
  expect(await readState(dir)).toBeNull();
});
