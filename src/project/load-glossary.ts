import { join } from 'node:path';
import { findClashes } from '../glossary/find-clashes.ts';
import type { Diagnostic, DiagnosticCode } from '../schemas/diagnostic.ts';
import {
  type Glossary,
  type GlossaryEntry,
  type GlossaryFamily,
  glossaryEntrySchema,
  glossaryFamilySchema,
  glossaryUserSchema,
} from '../schemas/glossary.ts';
import type { Page } from '../schemas/page.ts';
import { suggest } from '../text/nearest.ts';
import { phoneNumbers } from '../text/phone-numbers.ts';
import { unsafeSentences } from '../text/unsafe-sentences.ts';
import { folders, pathFrom } from './folders.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, nameOf, type Report, reporter, reportIssues, yamlFiles } from './yaml-mistakes.ts';

/** A family as it was read, with where its entries stand. */
interface ReadFamily {
  id: string;
  path: string;
  family: GlossaryFamily;
  yaml: YamlFile;
}

export interface LoadedGlossary {
  /** Families that can be used, by id. */
  glossary: Glossary;
  read: ReadFamily[];
  diagnostics: Diagnostic[];
}

/** Reads `src/content/glossary/<family>.yaml`, and judges each by itself. Without a root there is none. */
export async function loadGlossary(root: string | null, look: SecretLook | null = null): Promise<LoadedGlossary> {
  const loaded = {
    glossary: new Map<string, GlossaryFamily>(),
    read: [] as ReadFamily[],
    diagnostics: [] as Diagnostic[],
  };
  if (root === null) return loaded;
  for (const file of await yamlFiles(join(root, folders.glossary))) {
    const yaml = await readYaml(file, look);
    const [id, path] = [nameOf(file), pathFrom(root, file)];
    const report = reporter(path, 'glossary-invalid', loaded.diagnostics);
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
      report(
        { line: 1, column: 1 },
        `The file’s name is the family’s id, and \`${id}\` is none; use lower-case letters, digits and hyphens.`,
        'invalid-id',
      );
    if (yaml.data === null && !yaml.error) report({ line: 1, column: 1 }, 'The file is empty.');
    if (!isUsable(yaml, report)) continue;
    const parsed = glossaryFamilySchema.safeParse(yaml.data);
    if (!parsed.success) {
      reportIssues(parsed.error, null, yaml, keysAt, report);
      continue;
    }
    judgeFamily(parsed.data, yaml, report);
    loaded.glossary.set(id, parsed.data);
    loaded.read.push({ id, path, family: parsed.data, yaml });
  }
  return loaded;
}

/** Holds the families against one another, against the pages that they lead to and against the languages. */
export function checkGlossary(
  { glossary, read }: LoadedGlossary,
  { pages, locales }: { pages: readonly Page[]; locales: readonly string[] },
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const sources = pages.filter(({ sourceId }) => sourceId === null);
  const world: World = {
    pages: new Set(sources.map(({ id }) => id)),
    open: new Set(sources.flatMap(({ id, frontmatter }) => (frontmatter.audience === 'public' ? id : []))),
    refs: new Set(read.flatMap(({ id, family }) => Object.keys(family.entries).map((entry) => `${id}/${entry}`))),
    clashes: findClashes(glossary),
    locales,
  };
  for (const { id, path, family, yaml } of read) {
    const report = reporter(path, 'glossary-invalid', diagnostics);
    judgeLanguages(family.title, ['title'], yaml, locales, report);
    for (const [key, entry] of Object.entries(family.entries)) checkEntry(`${id}/${key}`, entry, yaml, world, report);
  }
  return diagnostics;
}

interface World {
  pages: ReadonlySet<string>;
  /** Public ones. */
  open: ReadonlySet<string>;
  /** `family/entry` of all entries. */
  refs: ReadonlySet<string>;
  clashes: ReadonlyMap<string, readonly string[]>;
  locales: readonly string[];
}

function checkEntry(ref: string, entry: GlossaryEntry, yaml: YamlFile, world: World, report: Report): void {
  const at = ['entries', ref.split('/')[1] ?? ''];
  for (const [index, page] of entry.pages.entries())
    if (!world.pages.has(page))
      report(
        yaml.positionOf(...at, 'pages', index),
        `There is no page \`${page}\`.${suggest(page, [...world.pages])}`,
        'unknown-page',
      );
  for (const [index, other] of entry.not.entries()) {
    const place = yaml.positionOf(...at, 'not', index);
    if (other === ref) report(place, 'An entry is not another one than itself.');
    else if (!world.refs.has(other)) report(place, `There is no entry \`${other}\`.${suggest(other, [...world.refs])}`);
  }
  const missing = (world.clashes.get(ref) ?? []).filter((other) => !entry.not.includes(other));
  if (missing.length > 0)
    report(
      yaml.positionOf(...at, 'not'),
      `\`${entry.code ?? entry.text}\` means something else at ${missing.map((other) => `\`${other}\``).join(', ')}; name it in \`not\`.`,
      'glossary-clash',
    );
  if (entry.not.length > 0 && entry.knownBy === undefined)
    report(
      yaml.positionOf(...at, 'not'),
      '`knownBy` is missing: how does a reader tell that it is this one, and none of `not`?',
      'glossary-clash',
    );
  if (!entry.user) return;
  judgeLanguages(entry.user, [...at, 'user'], yaml, world.locales, report);
  for (const [locale, texts] of Object.entries(entry.user))
    for (const [key, text] of Object.entries(texts))
      for (const { message, code } of judgeUserText(text, locale))
        report(yaml.positionOf(...at, 'user', locale, key), message, code);
  if (!entry.pages.some((page) => world.open.has(page)))
    report(
      yaml.positionOf(...at, 'pages'),
      'An entry for users leads to an article: expected a public page among `pages`.',
    );
}

/** What a text for users must not say. It has no facts: they stand in the article that it leads to. */
function judgeUserText(text: string, locale: string): { message: string; code: DiagnosticCode }[] {
  return [
    ...unsafeSentences(text, locale).map((found) =>
      found.kind === 'asks-secret'
        ? {
            code: 'asks-secret' as const,
            message: `“${found.sentence}” reads as if it asked for a recovery phrase or key; nobody ever needs one.`,
          }
        : {
            code: 'promises' as const,
            message: `“${found.kind === 'span' ? found.span : found.sentence}” reads as a promise. Say who decides, and what comes next.`,
          },
    ),
    ...phoneNumbers(text).map(({ number }) => ({
      code: 'phone-number' as const,
      message: `\`${number}\` reads as a phone number: leave it out.`,
    })),
  ];
}

/** Each language of the configuration, and no other. */
function judgeLanguages(
  texts: Readonly<Record<string, unknown>>,
  at: readonly string[],
  yaml: YamlFile,
  locales: readonly string[],
  report: Report,
): void {
  for (const locale of locales)
    if (!Object.hasOwn(texts, locale))
      report(yaml.positionOf(...at), `\`${at.at(-1)}\` is missing in \`${locale}\`.`, 'missing-translation');
  for (const locale of Object.keys(texts))
    if (!locales.includes(locale))
      report(
        yaml.positionOf(...at, locale),
        `\`${locale}\` is no language of the configuration.${suggest(locale, locales)}`,
      );
}

/** What a family can get wrong by itself: a code or text given twice, and sources that it does not list. */
function judgeFamily(family: GlossaryFamily, yaml: YamlFile, report: Report): void {
  const seen = new Map<string, string>();
  for (const [id, entry] of Object.entries(family.entries)) {
    const key = JSON.stringify([entry.by ?? null, entry.code ?? null, entry.text?.toLowerCase() ?? null]);
    const before = seen.get(key);
    if (before !== undefined)
      report(
        yaml.positionOf('entries', id),
        `\`${before}\` has the same code and text already; join them, or say who says so in \`by\`.`,
        'glossary-duplicate',
      );
    seen.set(key, before ?? id);
    for (const [index, source] of entry.sources.entries())
      if (!Object.hasOwn(family.sources, source))
        report(
          yaml.positionOf('entries', id, 'sources', index),
          `There is no source \`${source}\` in this file.${suggest(source, Object.keys(family.sources))}`,
        );
  }
}

/** Keys of a family, of a source, of an entry, or of what users are told. */
function keysAt(path: readonly PropertyKey[]): string[] {
  const [list, , part] = path;
  if (list === 'sources') return ['name', 'url'];
  if (list !== 'entries') return Object.keys(glossaryFamilySchema.shape);
  return Object.keys(part === 'user' ? glossaryUserSchema.shape : glossaryEntrySchema.shape);
}
