import type { TranslationFacts } from '../markdown/judge-translations.ts';
import { git } from './git.ts';

/**
 * For translations that do not say what they were made from: the source as it stood in the newest commit of the
 * translation. Where git cannot tell (no repository, no such commit, a translation that is being edited), nothing
 * is said. A shallow clone knows only its newest commits, and may take an old translation for a new one: that is
 * why a translation should say it itself.
 */
export async function translatedAtCommit(
  root: string,
  pages: readonly TranslationFacts[],
): Promise<TranslationFacts[]> {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const unmarked = pages.filter(({ sourceId, madeFrom }) => sourceId !== null && byId.has(sourceId) && !madeFrom);
  if (unmarked.length === 0) return [...pages];
  const [commits, edited] = await Promise.all([newestCommits(root, unmarked), editedFiles(root)]);
  const { sectionsOfText } = await import('../markdown/sections-of-text.ts');
  return Promise.all(
    pages.map(async (page) => {
      const source = page.sourceId === null ? undefined : byId.get(page.sourceId);
      const commit = commits.get(page.path);
      if (page.madeFrom || !source || commit === undefined || edited.has(page.path)) return page;
      const text = await git(root, ['show', `${commit}:./${source.path}`]);
      const sections = text === null ? null : sectionsOfText(source.path, text);
      if (!sections) return page;
      return { ...page, madeFrom: { hashes: sections.map(({ hash }) => hash), position: { line: 1, column: 1 } } };
    }),
  );
}

/** The newest commit of each file, by path. */
async function newestCommits(root: string, pages: readonly TranslationFacts[]): Promise<Map<string, string>> {
  const log = await git(root, [
    '-c',
    'core.quotePath=false',
    'log',
    '--format=t:%H',
    '--name-only',
    // A merge that joined two changes of a file is a change of it, too.
    '-c',
    '--no-renames',
    '--relative',
    '--',
    ...pages.map(({ path }) => path),
  ]);
  const commits = new Map<string, string>();
  let commit = '';
  for (const line of (log ?? '').split('\n')) {
    if (line.startsWith('t:')) commit = line.slice(2);
    else if (line !== '' && !commits.has(line)) commits.set(line, commit);
  }
  return commits;
}

/** Files that differ from the newest commit. */
async function editedFiles(root: string): Promise<Set<string>> {
  const names = await git(root, ['diff', '--name-only', '--relative', '--no-ext-diff', '-z', 'HEAD']);
  return new Set((names ?? '').split('\0').filter((name) => name !== ''));
}
