import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { judgeMacro } from '../macros/judge-macro.ts';
import { placeholdersIn } from '../macros/placeholders-in.ts';
import type { Diagnostic, DiagnosticCode } from '../schemas/diagnostic.ts';
import { type Macro, macroFrontmatterSchema, macroKeys } from '../schemas/macro.ts';
import type { Page } from '../schemas/page.ts';
import { isPlaceholder, placeholderNames } from '../schemas/placeholder.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import { folders, packageRoot } from './folders.ts';
import type { SecretLook } from './secret-look.ts';

export interface LoadedMacros {
  /** By id, then by locale. */
  macros: Map<string, Map<string, Macro>>;
  /** Ids of all files, those with mistakes included. */
  ids: string[];
  /** Whether they are this root's own, not those that Runlight ships. */
  isOwn: boolean;
  diagnostics: Diagnostic[];
}

/** Reads `src/content/macros/<locale>/<id>.md`; in a tree without that folder, the macros that Runlight ships hold. Without a root there are none. */
export async function loadMacros(
  root: string | null,
  locales: readonly string[],
  look: SecretLook | null = null,
  allowedDomains: readonly string[] = [],
): Promise<LoadedMacros> {
  const loaded: LoadedMacros = { macros: new Map(), ids: [], isOwn: false, diagnostics: [] };
  if (root === null) return loaded;
  const isOwn = existsSync(join(root, folders.macros));
  loaded.isOwn = isOwn;
  /** Ids by locale, broken ones included: what is there, is not missing. */
  const there = new Map<string, Set<string>>();
  const base = join(isOwn ? root : packageRoot, folders.macros);
  for (const locale of locales) {
    const names = await readdir(join(base, locale)).catch(() => [] as string[]);
    const ids = new Set<string>();
    there.set(locale, ids);
    for (const name of names.filter((each) => each.endsWith('.md') && !each.startsWith('_')).sort()) {
      const id = name.replace(/\.md$/, '');
      ids.add(id);
      const path = `${folders.macros}/${locale}/${name}`;
      const text = await readFile(join(base, locale, name), 'utf8');
      const secrets = (await look?.inParts(text, () => [{ text, offset: 0 }])) ?? [];
      for (const { offset, message } of secrets) {
        const { line, column } = placeIn(text, offset, 1);
        loaded.diagnostics.push(at(path, line, column, 'secret', message));
      }
      if (secrets.length > 0) continue;
      const macro = readMacro({ id, locale, path, text }, allowedDomains, loaded.diagnostics);
      if (!macro) continue;
      const byLocale = loaded.macros.get(id) ?? new Map<string, Macro>();
      byLocale.set(locale, macro);
      loaded.macros.set(id, byLocale);
    }
  }
  for (const folder of isOwn ? await readdir(base) : [])
    if (!locales.includes(folder) && !folder.startsWith('.'))
      loaded.diagnostics.push(
        at(
          `${folders.macros}/${folder}`,
          1,
          1,
          'macro-invalid',
          `\`${folder}\` is no language of the configuration.${suggest(folder, locales)}`,
        ),
      );
  if (isOwn) loaded.diagnostics.push(...findGaps(loaded, there, locales));
  loaded.ids = [...new Set([...there.values()].flatMap((each) => [...each]))].sort();
  return isOwn ? loaded : { ...loaded, diagnostics: [] };
}

/** The articles that macros lead to must be there, and be for users. */
export function checkMacroArticles({ macros, isOwn }: LoadedMacros, pages: readonly Page[]): Diagnostic[] {
  if (!isOwn) return [];
  const open = pages.filter(({ frontmatter }) => frontmatter.audience === 'public').map(({ id }) => id);
  // Translations name the same article as their source, which is said where they do not.
  return [...macros.values()].flatMap((byLocale) => {
    const [source] = byLocale.values();
    if (!source || source.article === null || open.includes(source.article)) return [];
    const { path, article } = source;
    return [
      at(
        path,
        1,
        1,
        'unknown-page',
        `\`article\` names \`${article}\`, which is no public page.${suggest(article, open)}`,
      ),
    ];
  });
}

const at = (path: string, line: number, column: number, code: DiagnosticCode, message: string): Diagnostic => ({
  path,
  line,
  column,
  severity: 'error',
  code,
  message,
});

function readMacro(
  { id, locale, path, text }: { id: string; locale: string; path: string; text: string },
  allowedDomains: readonly string[],
  diagnostics: Diagnostic[],
): Macro | null {
  const found = diagnostics.length;
  const report = (line: number, column: number, code: DiagnosticCode, message: string): void => {
    diagnostics.push(at(path, line, column, code, message));
  };
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    report(1, 1, 'macro-invalid', `\`${id}\` is no name for a macro; use lower-case letters, digits and hyphens.`);
  const [, yaml, body] = /^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text) ?? [];
  if (yaml === undefined || body === undefined) {
    report(1, 1, 'macro-invalid', 'The file has no front matter; expected `---`, a `title`, a `use`, and `---`.');
    return null;
  }
  const frontmatter = readFrontmatter(yaml, report);
  const firstLine = text.slice(0, text.length - body.length).split('\n').length;
  for (const { name, offset } of placeholdersIn(body)) {
    if (isPlaceholder(name)) continue;
    const { line, column } = placeIn(body, offset, firstLine);
    report(
      line,
      column,
      'unknown-placeholder',
      `There is no placeholder \`{{${name}}}\`.${suggest(name, placeholderNames)}`,
    );
  }
  for (const { offset, code, message } of judgeMacro(body, locale, allowedDomains)) {
    const { line, column } = placeIn(body, offset, firstLine);
    report(line, column, code, message);
  }
  if (body.trim() === '') report(firstLine, 1, 'macro-invalid', 'The macro says nothing: its text is missing.');
  const names = [...new Set(placeholdersIn(body).map(({ name }) => name))];
  if (frontmatter && names.includes('article') !== (frontmatter.article !== undefined))
    report(
      1,
      1,
      'macro-invalid',
      frontmatter.article === undefined
        ? 'The text holds `{{article}}`, but the front matter names no `article`.'
        : 'The front matter names an `article`, but the text holds no `{{article}}`.',
    );
  if (!frontmatter || diagnostics.length > found) return null;
  const { title, use, asked, article } = frontmatter;
  return {
    id,
    locale,
    path,
    title,
    use,
    ...(asked && { asked }),
    article: article ?? null,
    body: body.trim(),
    placeholders: names,
  };
}

function readFrontmatter(
  yaml: string,
  report: (line: number, column: number, code: DiagnosticCode, message: string) => void,
) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const place = (offset: number): [number, number] => {
    const { line, col } = counter.linePos(offset);
    return [line + 1, col];
  };
  const [broken] = document.errors;
  if (broken) {
    report(...place(broken.pos[0]), 'macro-invalid', `${broken.message.split('\n')[0]?.replace(/\.$/, '')}.`);
    return null;
  }
  const keyPlace = (key: string): [number, number] => {
    const pair = isMap(document.contents)
      ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return pair && isScalar(pair.key) ? place(pair.key.range?.[0] ?? 0) : [1, 1];
  };
  const parsed = macroFrontmatterSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        report(...keyPlace(key), 'macro-invalid', `\`${key}\` is not a key of a macro.${suggest(key, macroKeys)}`);
    else report(...keyPlace(String(issue.path[0] ?? '')), 'macro-invalid', issueSentence(issue));
  }
  return null;
}

function placeIn(body: string, offset: number, firstLine: number): { line: number; column: number } {
  const before = body.slice(0, offset).split('\n');
  return { line: firstLine + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}

/** Every macro in every language, with the same placeholders. */
function findGaps({ macros }: LoadedMacros, there: Map<string, Set<string>>, locales: readonly string[]): Diagnostic[] {
  const gaps: Diagnostic[] = [];
  const ids = new Set([...there.values()].flatMap((each) => [...each]));
  for (const id of ids) {
    const inLocales = locales.filter((locale) => there.get(locale)?.has(id));
    const path = `${folders.macros}/${inLocales[0]}/${id}.md`;
    for (const locale of locales)
      if (!inLocales.includes(locale))
        gaps.push(
          at(
            path,
            1,
            1,
            'missing-translation',
            `\`${id}\` is missing in \`${locale}\`; expected \`${folders.macros}/${locale}/${id}.md\`.`,
          ),
        );
    const source = macros.get(id)?.get(locales[0] ?? '');
    for (const [locale, macro] of macros.get(id) ?? []) {
      if (!source || locale === source.locale) continue;
      const missing = source.placeholders.filter((name) => !macro.placeholders.includes(name));
      const added = macro.placeholders.filter((name) => !source.placeholders.includes(name));
      for (const name of missing)
        gaps.push(
          at(macro.path, 1, 1, 'missing-translation', `The text lacks \`{{${name}}}\`, which \`${source.path}\` has.`),
        );
      for (const name of added)
        gaps.push(
          at(
            macro.path,
            1,
            1,
            'missing-translation',
            `The text holds \`{{${name}}}\`, which \`${source.path}\` has not.`,
          ),
        );
      if (macro.article !== source.article)
        gaps.push(
          at(
            macro.path,
            1,
            1,
            'macro-invalid',
            `\`article\` is \`${macro.article}\`; in \`${source.path}\` it is \`${source.article}\`.`,
          ),
        );
    }
  }
  return gaps;
}
