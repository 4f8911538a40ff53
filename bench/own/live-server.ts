import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import { environmentOf } from '../measure.ts';

/** `npm start` of a tree, in a process of its own. */
export interface LiveServer extends AsyncDisposable {
  url: string;
  /** Resident memory now, in MiB; `null` where nothing can tell. */
  memoryMiB(): Promise<number | null>;
}

/** Starts it as a user would: it builds the site and proves every block once before this resolves. */
export async function startLiveServer(tree: string, signal: AbortSignal): Promise<LiveServer> {
  const child = spawn(process.execPath, [join(packageRoot, 'scripts/start.ts'), '--root', tree, '--port', '0'], {
    cwd: packageRoot,
    env: environmentOf({ file: '', args: [], cwd: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const url = await addressOf(child, signal);
  return {
    url,
    async memoryMiB() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
      return kib === undefined ? null : Number(kib) / 1024;
    },
    async [Symbol.asyncDispose]() {
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      await exit;
    },
  };
}

function addressOf(child: ChildProcess, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: string): void => {
      said += text;
      const [, url] = /^The internal site: (\S+)$/m.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.on('exit', () => reject(new Error(`The server did not start. It said: ${said.slice(-800)}`)));
    signal.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  });
}
