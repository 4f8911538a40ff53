import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { type Topic, topicSchema } from '../schemas/topic.ts';
import { folders, pathFrom } from './folders.ts';
import { judgeTexts } from './judge-texts.ts';
import { readYaml } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { reporter, reportIssues } from './yaml-mistakes.ts';

/** Reads `src/content/topics.yaml`, a list; none where there is no such file. */
export async function loadTopics(
  root: string,
  locales: readonly string[],
  look: SecretLook | null = null,
): Promise<{ topics: Topic[]; diagnostics: Diagnostic[] }> {
  const file = join(root, folders.topics);
  const diagnostics: Diagnostic[] = [];
  if (!existsSync(file)) return { topics: [], diagnostics };
  const yaml = await readYaml(file, look);
  const report = reporter(pathFrom(root, file), 'topic-invalid', diagnostics);
  if (yaml.error) {
    report(yaml.error.position, `${yaml.error.message.replace(/\.$/, '')}.`, yaml.error.code);
    return { topics: [], diagnostics };
  }
  const parsed = z.array(topicSchema).safeParse(yaml.data);
  if (!parsed.success) {
    reportIssues(parsed.error, null, yaml, () => Object.keys(topicSchema.shape), report);
    return { topics: [], diagnostics };
  }
  const topics = parsed.data;
  for (const [index, { id, name, about }] of topics.entries()) {
    if (topics.findIndex((topic) => topic.id === id) !== index)
      report(yaml.positionOf(index, 'id'), `There is a topic \`${id}\` already.`, 'duplicate-id');
    judgeTexts(name, [index, 'name'], locales, yaml, report);
    judgeTexts(about, [index, 'about'], locales, yaml, report);
  }
  return { topics, diagnostics };
}
