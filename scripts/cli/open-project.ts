import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import { loadProject, type Project } from '../../src/project/load.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/** The tree to work on: `--root`, else the current folder where it is one, else Runlight's own. */
export function rootFrom(given: string | undefined): string {
  if (given === undefined) {
    const here = process.cwd();
    return ['runbooks', 'src/content', 'runlight.config.ts'].some((name) => existsSync(resolve(here, name)))
      ? here
      : packageRoot;
  }
  const root = resolve(given);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new UsageError(`\`--root ${given}\` is no folder.`);
  return root;
}

/** Loads the tree and settles the environment; an unknown one is wrong use. */
export async function openProject(options: {
  root: string | undefined;
  env: string | undefined;
}): Promise<{ project: Project; environment: string }> {
  const { listServices } = await import('../../lab/services.ts');
  const project = await loadProject({ root: rootFrom(options.root), services: listServices().map(({ name }) => name) });
  const known = [...project.environments.keys()];
  const environment = options.env ?? project.environment;
  if (!known.includes(environment))
    throw new UsageError(`There is no environment \`${environment}\`.${suggest(environment, known)}`);
  return { project, environment };
}
