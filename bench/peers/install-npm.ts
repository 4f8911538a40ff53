import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Installs npm packages, each at its version, into a folder of their own. Install scripts are not run. */
export async function installNpm(folder: string, packages: Readonly<Record<string, string>>): Promise<void> {
  const wanted = Object.entries(packages);
  const installed = await Promise.all(wanted.map(([name]) => installedVersion(folder, name)));
  if (wanted.every(([, version], nth) => installed[nth] === version)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const names = wanted.map(([name, version]) => `${name}@${version}`);
  const args = ['install', '--save-exact', '--ignore-scripts', '--no-fund', '--no-audit', ...names];
  try {
    await promisify(execFile)('npm', args, { cwd: folder });
  } catch (error) {
    throw new Error(`npm could not install it: ${firstLine(error)}`);
  }
}

async function installedVersion(folder: string, name: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return null;
  }
}

function firstLine(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  return (
    (stderr ?? String(error))
      .split('\n')
      .find((line) => /\berror\b/i.test(line))
      ?.trim() ?? String(error)
  );
}
