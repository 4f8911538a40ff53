import { readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageUrl } from '../markdown/page-id.ts';
import type { Project } from '../project/load.ts';
import type { Page, Position } from '../schemas/page.ts';

export interface LinkPlace {
  /** From the root; the built file where the link stands in no page (a layout, a generated page). */
  path: string;
  position: Position;
  /** The link as the author wrote it, else its path on the site. */
  shown: string;
}

/** Finds the source line of a link in a built file. */
export async function locateLink(
  link: { file: string; url: string },
  project: Project,
  site: string,
): Promise<LinkPlace> {
  const route = routeOf(relative(site, link.file).split(sep).join('/'));
  const shown = link.url.startsWith('file:') ? sitePath(link.url, site) : link.url;
  const page = pageAt(route, project);
  if (!page) return { path: relative(project.root, link.file), position: { line: 1, column: 1 }, shown };
  const written = page.links.find(({ url }) => leadsTo(url, page, shown));
  if (written) return { path: page.path, position: written.position, shown: written.url };
  return { path: page.path, position: await findText(join(project.root, page.path), shown), shown };
}

function routeOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The page of a route; a fallback page is its English source. */
function pageAt(route: string, project: Project): Page | null {
  const exact = project.pages.find(({ id }) => pageUrl(id) === route);
  if (exact) return exact;
  const locale = Object.keys(project.config.locales)
    .slice(1)
    .find((each) => route === `/${each}/` || route.startsWith(`/${each}/`));
  const source = locale === undefined ? null : route.slice(locale.length + 1);
  return project.pages.find(({ id }) => pageUrl(id) === source) ?? null;
}

/** `file:///…/dist/public/help/x#y` → `/help/x/#y`. */
function sitePath(url: string, site: string): string {
  const [file = '', fragment] = url.split('#');
  const path = relative(site, fileURLToPath(file))
    .split(sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1');
  const isPage = posix.extname(path) === '' && path !== '' && !path.endsWith('/');
  return `/${path}${isPage ? '/' : ''}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Whether a link as written on `page` becomes `shown`. */
function leadsTo(written: string, page: Page, shown: string): boolean {
  if (written === shown) return true;
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return false;
  const [file = '', fragment] = written.split('#', 2);
  const path = file.startsWith('/')
    ? file
    : posix.join(posix.dirname(page.path), file).replace(/^src\/content\/docs\//, '');
  const route =
    file === ''
      ? pageUrl(page.id)
      : `/${path
          .replace(/^\//, '')
          .replace(/(\/index)?\.mdx?$/, '')
          .replace(/\/$/, '')}/`;
  const [shownPath = '', shownFragment] = shown.split('#', 2);
  return route.replace(/\/$/, '') === shownPath.replace(/\/$/, '') && fragment === shownFragment;
}

async function findText(file: string, text: string): Promise<Position> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const candidate of [text, text.replace(/\/$/, '')]) {
    const index = lines.findIndex((line) => line.includes(candidate));
    if (index !== -1) return { line: index + 1, column: (lines[index] ?? '').indexOf(candidate) + 1 };
  }
  return { line: 1, column: 1 };
}
