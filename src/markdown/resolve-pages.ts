import { posix } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Link, Page } from '../schemas/page.ts';
import { nearest, suggest } from '../text/nearest.ts';
import { pageUrl } from './page-id.ts';
import { type Findings, makeFindings } from './page-world.ts';

/** Judges what depends on several pages: links, translations, two files that make one page. */
export function resolvePages(pages: readonly Page[], allPaths: readonly string[]): Diagnostic[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byId = new Map<string, Page>();
  const diagnostics: Diagnostic[] = [];
  for (const page of pages) {
    const findings = makeFindings(page.path);
    const twin = byId.get(page.id);
    if (twin)
      findings.add('duplicate-page', { line: 1, column: 1 }, `\`${twin.path}\` makes the page \`${page.id}\` already.`);
    else byId.set(page.id, page);
    for (const link of page.links) resolveLink(link, page, byPath, allPaths, findings);
    diagnostics.push(...findings.list);
  }
  for (const page of pages) {
    if (page.sourceId === null) continue;
    const findings = makeFindings(page.path);
    resolveTranslation(page, byId.get(page.sourceId) ?? null, findings);
    diagnostics.push(...findings.list);
  }
  return diagnostics;
}

function resolveLink(
  link: Link,
  page: Page,
  byPath: ReadonlyMap<string, Page>,
  allPaths: readonly string[],
  findings: Findings,
): void {
  // Other sites, and paths from the root of this one, are lychee's to judge on the finished site.
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(link.url)) {
    const route = decode(link.url.split(/[?#]/)[0] ?? '').replace(/\/?$/, '/');
    const linked = [...byPath.values()].find(({ id }) => pageUrl(id) === route);
    if (linked) reportInternal(page, linked, link, findings);
    return;
  }
  const [file = '', fragment = ''] = link.url.split('#', 2);
  const bare = decode(file.split('?')[0] ?? '').replace(/(?<=.)\/$/, '');
  const path = bare === '' ? page.path : posix.normalize(posix.join(posix.dirname(page.path), bare));
  const found = byPath.get(path);
  if (!found) {
    // A page whose own front matter is broken has its own diagnostic; the link to it is fine.
    if (allPaths.includes(path)) return;
    const isPage = /\.mdx?$/.test(bare) || posix.extname(bare) === '';
    if (!isPage) return;
    const near = nearest(path, [...byPath.keys()]);
    const written = near === null ? '' : ` Did you mean \`${relative(page.path, near)}\`?`;
    findings.add(
      'unknown-page',
      link.position,
      `\`${link.url}\` leads to no page; \`${path}\` does not exist.${written}`,
    );
    return;
  }
  if (fragment !== '' && !found.anchors.includes(decode(fragment))) {
    findings.add(
      'unknown-heading',
      link.position,
      `\`${found.path}\` has no heading \`#${fragment}\`.${suggest(decode(fragment), found.anchors)}`,
    );
  }
  reportInternal(page, found, link, findings);
}

/** What is public leads nobody to what is internal. */
function reportInternal(page: Page, found: Page, link: Link, findings: Findings): void {
  if (page.frontmatter.audience !== 'public' || found.frontmatter.audience === 'public') return;
  findings.add('internal-link', link.position, `This public page links to \`${found.path}\`, which is internal.`);
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function resolveTranslation(page: Page, source: Page | null, findings: Findings): void {
  const top = { line: 1, column: 1 };
  if (!source) {
    findings.add('unknown-source', top, `There is no page \`${page.sourceId}\` that this could translate.`);
    return;
  }
  if (page.frontmatter.audience === 'public' && source.frontmatter.audience !== 'public') {
    findings.add('public-translation', top, `The page is public, but its source \`${source.path}\` is internal.`);
  }
  const known = source.blocks.map((block) => block.localId);
  for (const block of page.translatedBlocks) {
    if (!known.includes(block.localId)) {
      findings.add(
        'unknown-block',
        block.position,
        `\`${source.path}\` has no block \`${block.localId}\`.${suggest(block.localId, known)}`,
      );
    }
  }
}
