import { join } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { exitSchema, type Picture, pictureSchema, stepSchema } from '../schemas/picture.ts';
import { folders, pathFrom } from './folders.ts';
import { judgeTexts } from './judge-texts.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, nameOf, type Report, reporter, reportIssues, yamlFiles } from './yaml-mistakes.ts';

export interface LoadedPictures {
  /** Those that can be used, by name. */
  pictures: Map<string, Picture>;
  /** Of all files, those that cannot be used included: what pages may name. */
  names: string[];
  diagnostics: Diagnostic[];
}

/** Reads `src/content/pictures/<name>.yaml`, and judges each; or with `names` only finds the files. */
export async function loadPictures(
  root: string,
  wanted: 'all' | 'names',
  locales: readonly string[],
  look: SecretLook | null = null,
): Promise<LoadedPictures> {
  const files = await yamlFiles(join(root, folders.pictures));
  const loaded: LoadedPictures = { pictures: new Map(), names: files.map(nameOf), diagnostics: [] };
  if (wanted === 'names') return loaded;
  for (const file of files) {
    const yaml = await readYaml(file, look);
    const name = nameOf(file);
    const report = reporter(pathFrom(root, file), 'picture-invalid', loaded.diagnostics);
    if (!/^[a-z][a-z0-9-]*$/.test(name))
      report(
        { line: 1, column: 1 },
        `The file’s name is the picture’s, and \`${name}\` is none; use lower-case letters, digits and hyphens.`,
        'invalid-id',
      );
    if (yaml.data === null && !yaml.error) report({ line: 1, column: 1 }, 'The file is empty; expected a `title`.');
    if (!isUsable(yaml, report)) continue;
    const parsed = pictureSchema.safeParse(yaml.data);
    if (!parsed.success) {
      reportIssues(parsed.error, null, yaml, keysAt, report);
      continue;
    }
    judgeLanguages(parsed.data, locales, yaml, report);
    loaded.pictures.set(name, parsed.data);
  }
  return loaded;
}

function judgeLanguages({ title, says, steps }: Picture, locales: readonly string[], yaml: YamlFile, report: Report) {
  const judge = (texts: Picture['title'] | undefined, ...path: PropertyKey[]): void =>
    judgeTexts(texts, path, locales, yaml, report);
  judge(title, 'title');
  judge(says, 'says');
  for (const [index, step] of steps.entries()) {
    for (const key of ['name', 'tag', 'note', 'helps', 'where'] as const) judge(step[key], 'steps', index, key);
    for (const [at, exit] of step.exits.entries())
      for (const key of ['name', 'note'] as const) judge(exit[key], 'steps', index, 'exits', at, key);
  }
}

/** Keys of a picture, of a step, or of an exit. */
function keysAt(path: readonly PropertyKey[]): string[] {
  const shape = path.includes('exits') ? exitSchema.shape : path.includes('steps') ? stepSchema.shape : null;
  return Object.keys(shape ?? pictureSchema.shape);
}
