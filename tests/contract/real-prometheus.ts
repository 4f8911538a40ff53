import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPrometheus, prometheusMissing } from '../../scripts/setup/prometheus.mjs';
import { closedPort } from './loopback.ts';
import { repository } from './planned-block.ts';

/** The binary to test against, or `null`; then `prometheusMissing` says why such a test is skipped. */
export const prometheusBinary: string | null = findPrometheus(repository);
export { prometheusMissing };

export interface RealPrometheus extends AsyncDisposable {
  url: string;
}

/** A Prometheus on a free loopback port that scrapes itself, and `target` (`host:port`), twice a second. */
export async function startPrometheus(target?: string): Promise<RealPrometheus> {
  if (prometheusBinary === null) throw new Error(prometheusMissing);
  const folder = await mkdtemp(join(tmpdir(), 'runlight-prometheus-'));
  const address = `127.0.0.1:${await closedPort()}`;
  const job = (name: string, at: string): object => ({
    job_name: name,
    honor_labels: true,
    static_configs: [{ targets: [at] }],
  });
  const config = {
    global: { scrape_interval: '500ms' },
    scrape_configs: [job('itself', address), ...(target === undefined ? [] : [job('target', target)])],
  };
  // JSON is YAML.
  await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const child = spawn(
    prometheusBinary,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      said += error.message;
      resolve();
    });
  });
  // Should the test itself die, nothing may stay behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(kill, 3000);
    await ended;
    clearTimeout(late);
    process.off('exit', kill);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://${address}`;
  for (let attempt = 0; ; attempt += 1) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { url, [Symbol.asyncDispose]: stop };
    if (attempt === 100 || child.exitCode !== null) {
      await stop();
      throw new Error(`Prometheus did not start: ${said}`);
    }
    await sleep(100);
  }
}

/** Asks until the query gives something: a fresh Prometheus has scraped nothing yet. */
export async function waitFor(url: string, query: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`);
    const { data } = (await answer.json()) as { data?: { result: unknown[] } };
    if (data && data.result.length > 0) return;
    await sleep(100);
  }
  throw new Error(`Prometheus never had an answer to \`${query}\`.`);
}
