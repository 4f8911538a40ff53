import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { ask, call } from './testing/plain-client.ts';
import { service } from './testing/service-case.ts';
import { LabError, listServices, startWorld } from './world.ts';

const linux = process.platform === 'linux';

/** Processes whose parent is the given one, by /proc. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        return readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === `${pid}`;
      } catch {
        return false;
      }
    })
    .map(Number);
}

test('the list of services needs no running lab and names each fault once', () => {
  const ids = listServices().flatMap(({ faults }) => faults.map(({ id }) => id));
  expect(listServices().map(({ name }) => name)).toContain('bsc-rpc');
  expect(ids).toContain('bsc-rpc.stale-head');
  expect(new Set(ids).size).toBe(ids.length);
});

test('only the named services start, with what they need', async () => {
  const lines: string[] = [];
  const world = await startWorld({ services: ['bsc-rpc'], onProgress: (line) => lines.push(line) });
  expect(Object.keys(world.state.services)).toEqual(['bsc-rpc', 'bsc-rpc-2']);
  expect(world.state.caFile).toBeNull();
  expect(lines.join('\n')).toContain('bsc-rpc is up at http://127.0.0.1:');
  await world.stop();
});

test.runIf(linux)('after stop no process, no port and no folder is left, and stop may be called again', async () => {
  const before = childrenOf(process.pid);
  const world = await startWorld();
  const folder = dirname(dirname(world.state.caFile ?? ''));
  expect(existsSync(folder)).toBe(true);
  expect(childrenOf(process.pid).length).toBeGreaterThan(before.length);
  await world.break('wallet-api.down');
  await world.break('onramp-api.hang');
  await Promise.all([world.stop(), world.stop()]);
  await world.stop();
  expect(childrenOf(process.pid)).toEqual(before);
  expect(existsSync(folder)).toBe(false);
  const urls = [world.state.controlUrl, ...Object.values(world.state.services).map(({ url }) => url)];
  for (const url of urls) expect((await ask(url)).outcome).toBe('ECONNREFUSED');
  await expect(world.break('onramp-api.down')).rejects.toThrow('has been stopped');
});

test('two worlds at once do not meet', async () => {
  const services = ['bsc-rpc', 'onramp-status'];
  const [one, two] = await Promise.all([startWorld({ services }), startWorld({ services })]);
  expect(service(one, 'bsc-rpc').url).not.toBe(service(two, 'bsc-rpc').url);
  await one.break('bsc-rpc.down');
  await one.stop();
  expect(await call(service(two, 'bsc-rpc').url, 'eth_chainId')).toBe('0x38');
  expect(two.broken()).toEqual([]);
  await two.stop();
});

test('of two faults of one kind the last one wins, and those of different kinds combine', async () => {
  const world = await startWorld({ services: ['onramp-api'] });
  await world.break('onramp-api.http-500');
  await world.break('onramp-api.orders-stuck');
  await world.break('onramp-api.slow');
  expect(world.broken()).toEqual(['onramp-api.orders-stuck', 'onramp-api.slow']);
  await world.break('onramp-api.declines');
  await world.mend('onramp-api.slow');
  expect(world.broken()).toEqual(['onramp-api.declines']);
  const { body } = await ask(`${service(world, 'onramp-api').url}/v1/orders/summary`);
  expect(JSON.parse(body)).toMatchObject({ declinedPercent: 60 });
  await world.mend();
  await world.mend('onramp-api.slow');
  expect(world.broken()).toEqual([]);
  await world.stop();
});

test('an unknown name is refused with the nearest right one', async () => {
  await expect(startWorld({ services: ['bsc-rcp'] })).rejects.toThrow(/`bsc-rcp`.*`bsc-rpc`/);
  const world = await startWorld({ services: ['onramp-status'] });
  await expect(world.break('onramp-statsu.down')).rejects.toThrow(/`onramp-statsu`.*`onramp-status`/);
  await expect(world.break('onramp-status.degarded')).rejects.toThrow('`onramp-status.degraded`');
  await expect(world.mend('onramp-status.dwn')).rejects.toThrow('`onramp-status.down`');
  await expect(world.break('onramp-status')).rejects.toThrow(LabError);
  await expect(world.break('bsc-rpc.down')).rejects.toThrow(/not running.*onramp-status/);
  expect(world.broken()).toEqual([]);
  await world.stop();
});

test('without openssl the lab says so, with the command that installs it, and leaves nothing behind', async () => {
  vi.stubEnv('PATH', '/nowhere');
  try {
    await expect(startWorld({ services: ['wallet-api', 'onramp-status'] })).rejects.toThrow(/openssl.*Install it with/);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a signal that is aborted ends a start, and a running world too', async () => {
  await expect(startWorld({ signal: AbortSignal.abort() })).rejects.toThrow('interrupted');
  const early = new AbortController();
  const starting = startWorld({ services: ['bsc-rpc-2'], signal: early.signal });
  early.abort();
  await expect(starting).rejects.toThrow('interrupted');
  const late = new AbortController();
  const world = await startWorld({ services: ['onramp-status'], signal: late.signal });
  late.abort();
  await world.stop();
  expect((await ask(service(world, 'onramp-status').url)).outcome).toBe('ECONNREFUSED');
});

test.runIf(linux)('when its process is killed, its node and its folder go with it', async () => {
  const world = new URL('./world.ts', import.meta.url);
  const script = `
    import { startWorld } from ${JSON.stringify(fileURLToPath(world))};
    const { state } = await startWorld({ services: ['bsc-rpc-2', 'wallet-api'] });
    console.log(JSON.stringify(state));
  `;
  const lab = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = await new Promise<string>((resolve) => lab.stdout.once('data', (data: Buffer) => resolve(`${data}`)));
  const folder = dirname(dirname(JSON.parse(output).caFile));
  const children = childrenOf(lab.pid ?? 0);
  expect(children.length).toBe(2);
  lab.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 3_000 });
  await sleep(50);
  for (const pid of children) expect(isAlive(pid)).toBe(false);
});

test('nothing keeps the process alive after stop', async () => {
  const script = `
    import { startWorld } from ${JSON.stringify(fileURLToPath(new URL('./world.ts', import.meta.url)))};
    const world = await startWorld();
    await world.break('onramp-api.slow');
    void fetch(world.state.services['onramp-api'].url).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    await world.stop();
    console.log('stopped');
  `;
  const lab = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stoppedAt = await new Promise<number>((resolve) => lab.stdout.once('data', () => resolve(performance.now())));
  await new Promise((resolve) => lab.once('exit', resolve));
  expect(performance.now() - stoppedAt).toBeLessThan(500);
});

function isAlive(pid: number): boolean {
  try {
    // A process that has ended but was not yet collected by its new parent is gone for us.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
