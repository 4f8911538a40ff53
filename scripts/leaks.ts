import { join } from 'node:path';
import { findLeaks } from '../src/leaks/find-leaks.ts';
import { internalTerms } from '../src/leaks/internal-terms.ts';
import { readSite } from '../src/leaks/read-site.ts';
import { loadProject } from '../src/project/load.ts';

/** Proves on the built public site that nothing internal got out. Returns how many leaks there are. */
export async function checkLeaks(root: string, dist: string): Promise<number> {
  const project = await loadProject({ root });
  const internal = await internalTerms(project);
  const files = await readSite(join(dist, 'public'));
  const leaks = findLeaks(files, internal);
  for (const { file, kind, text } of leaks) process.stderr.write(`${join(dist, 'public', file)}: ${kind}: ${text}\n`);
  process.stderr.write(
    leaks.length === 0
      ? `Nothing internal is in the public site: ${files.length} files held against ${internal.terms.length} names and ${internal.quotations.size} runs of words.\n`
      : `${leaks.length} leaks: the public site must not be published.\n`,
  );
  return leaks.length;
}

if (import.meta.main) {
  const root = process.env.RUNLIGHT_ROOT ?? process.cwd();
  process.exitCode = (await checkLeaks(root, process.env.RUNLIGHT_DIST ?? join(root, 'dist'))) > 0 ? 1 : 0;
}
