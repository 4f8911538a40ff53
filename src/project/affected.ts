import type { Block, Page } from '../schemas/page.ts';
import { folders } from './folders.ts';

/** Our own engine and what it is configured by: any block may come out differently. */
const engine =
  /^(runlight\.config\.ts|package(-lock)?\.json|lab\/|src\/(checks|markdown|project|runner|schemas|text)\/)/;

/**
 * The blocks that a change of these files concerns: those of the pages themselves, those that use a
 * check or read a file, and all where the environment's targets or what runs checks has changed. Paths are from the root.
 */
export function affectedBlocks(
  blocks: readonly { page: Page; block: Block }[],
  changed: readonly string[],
  environment: string,
): { page: Page; block: Block }[] {
  const targets = new RegExp(`^${folders.targets}/${RegExp.escape(environment)}\\.ya?ml$`);
  // A file beside the checks, such as `_shared.ts` or `networks.json`, may be imported by any of them.
  const isForAll = (path: string): boolean =>
    engine.test(path) || targets.test(path) || (isOfChecks(path) && checkId(path) === null);
  const relevant = changed.filter((path) => !/\.test\.ts$/.test(path));
  if (relevant.some(isForAll)) return [...blocks];
  // Paths as parameters write them, too: see `param.file`.
  const pages = new Set(relevant);
  const checks = new Set(relevant.map(checkId));
  const reads = ({ params }: Block): boolean => Object.values(params).some((value) => pages.has(value));
  return blocks.filter(({ page, block }) => pages.has(page.path) || checks.has(block.use) || reads(block));
}

const isOfChecks = (path: string): boolean => path.startsWith(`${folders.checks}/`) && !path.endsWith('.md');

/** The check that a file is, or `null`. */
function checkId(path: string): string | null {
  return /^checks\/([a-z][a-z0-9-]*)\.ts$/.exec(path)?.[1] ?? null;
}
