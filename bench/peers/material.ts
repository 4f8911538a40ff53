import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writePlainSite } from '../plain-site.ts';
import type { SitePeer } from '../site-maker.ts';
import { sitePackages } from './versions.ts';

const run = promisify(execFile);
const { 'mkdocs-material': version, mkdocs } = sitePackages.material;

/** MkDocs with the Material theme, in a Python environment of its own. Its search is on by default. */
export function material(home: string): SitePeer {
  const python = join(home, 'venv', 'bin', 'python');
  return {
    id: 'material',
    title: 'MkDocs Material',
    version,
    async install() {
      if (await isInstalled(python)) return;
      await mkdir(home, { recursive: true });
      try {
        await run('python3', ['-m', 'venv', join(home, 'venv')]);
        const names = [`mkdocs-material==${version}`, `mkdocs==${mkdocs}`];
        await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...names]);
      } catch (error) {
        const { stderr = String(error) } = error as { stderr?: string };
        throw new Error(`pip could not install it (it needs python3 with venv): ${stderr.trim().split('\n').at(-1)}`);
      }
    },
    async prepare({ pages, folder }) {
      await writePlainSite({
        folder,
        docs: 'docs',
        pages,
        link: (page) => `../orders/page-${page}.md`,
        files: { 'mkdocs.yml': 'site_name: Orders\ntheme:\n  name: material\n' },
      });
      return {
        command: { file: python, args: ['-m', 'mkdocs', 'build', '--quiet'], cwd: folder },
        renew: () => rm(join(folder, 'site'), { recursive: true, force: true }),
        pages: Array.from({ length: pages }, (_, page) => ({
          output: join(folder, 'site'),
          path: `/orders/page-${page}/`,
        })),
      };
    },
  };
}

async function isInstalled(python: string): Promise<boolean> {
  try {
    const { stdout } = await run(python, ['-m', 'pip', 'show', 'mkdocs-material', 'mkdocs']);
    return [version, mkdocs].every((wanted) => stdout.split('\n').includes(`Version: ${wanted}`));
  } catch {
    return false;
  }
}
