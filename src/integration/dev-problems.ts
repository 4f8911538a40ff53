import { join } from 'node:path';
import { pageIdOf } from '../markdown/page-id.ts';
import { folders } from '../project/folders.ts';
import type { Project } from '../project/load.ts';
import { type Diagnostic, formatDiagnostic } from '../schemas/diagnostic.ts';

export interface Problem {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
  message: string;
}

/** What is wrong with each page, by page id. */
export type Problems = Record<string, Problem[]>;

/** The errors of a tree, by the page that must show them in `astro dev`. */
export function findProblems(project: Project): Problems {
  const problems: Problems = {};
  for (const diagnostic of errorsOf(project)) {
    const { path, line, column } = diagnostic;
    if (!isPage(path)) continue;
    const id = pageIdOf(path);
    const problem = { file: join(project.root, path), line, column, message: formatDiagnostic(diagnostic) };
    problems[id] = [...(problems[id] ?? []), problem];
  }
  return problems;
}

/** Errors outside of pages: no page can show them. */
export function otherErrors(project: Project): string[] {
  return errorsOf(project)
    .filter(({ path }) => !isPage(path))
    .map(formatDiagnostic);
}

/** Macros and incidents are Markdown, too, and no pages of the site. */
const isPage = (path: string): boolean =>
  /\.mdx?$/.test(path) && [folders.runbooks, folders.docs].some((folder) => path.startsWith(`${folder}/`));

export function errorsOf(project: Project): Diagnostic[] {
  return project.diagnostics.filter(({ severity }) => severity === 'error');
}
