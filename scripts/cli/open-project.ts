import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { serviceNames } from '../../lab/service-names.ts';
import { declaredNames } from '../../src/project/declared-names.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { loadProject, type Project } from '../../src/project/load.ts';
import { pickSecrets } from '../../src/project/pick-secrets.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';
import { declareSecrets } from './guard-output.ts';
import { treeAround } from './tree-around.ts';

/** The tree to work on: `--root`, else the one around the current folder, else Runlight's own. */
export function rootFrom(given: string | undefined): string {
  if (given === undefined) {
    const around = treeAround();
    if (around !== null) return around;
    process.stderr.write(
      `There is no tree around \`${process.cwd()}\`; working on Runlight's own, \`${packageRoot}\`.\n`,
    );
    return packageRoot;
  }
  const root = resolve(given);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new UsageError(`\`--root ${given}\` is no folder.`);
  // Runlight's own tree is known by where it really lies; a link to it is no other tree.
  return realpathSync(root);
}

/** Loads the tree and settles the environment; an unknown one is wrong use. */
export async function openProject(options: {
  root: string | undefined;
  env: string | undefined;
  /** Read again what this process has read before: checks and configuration, or the checks alone. */
  fresh?: boolean | 'checks';
  /** Only their names, unless it says otherwise: most commands have no use for them. */
  journeys?: 'all' | 'names';
  /** Read escalation trees and macros, too; by default not. */
  trees?: boolean;
}): Promise<{ project: Project; environment: string }> {
  const project = await loadProject({
    root: rootFrom(options.root),
    services: serviceNames(),
    checks: 'used',
    trees: options.trees ?? false,
    journeys: options.journeys ?? 'names',
    fresh: options.fresh ?? false,
  });
  declareSecretsOf(project);
  const known = [...project.environments.keys()];
  const environment = options.env ?? project.environment;
  if (!known.includes(environment))
    throw new UsageError(`There is no environment \`${environment}\`.${suggest(environment, known)}`);
  return { project, environment };
}

/** From here on, no value of a secret that the tree declares is on our output. */
export function declareSecretsOf(project: Project): void {
  declareSecrets(pickSecrets(declaredNames(project), process.env));
}
