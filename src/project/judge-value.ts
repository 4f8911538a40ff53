import { paramMeta } from '../checks/param.ts';
import { expectsOf } from '../redact/expects.ts';
import { refuseSecret } from '../redact/refuse-secret.ts';
import type { Block } from '../schemas/page.ts';
import type { Project } from './load.ts';

/** Why a value that a person gives is not taken. A secret's message never repeats it. */
export type Objection = { kind: 'secret'; message: string } | { kind: 'misfit'; expected: string };

/**
 * Whether a block takes `value` for the parameter `name`; `null` where it does. Secrets are looked for
 * before anything else: what holds one must not get far enough to be an ordinary mistake, whose message
 * may repeat the value.
 */
export async function judgeValue(
  project: Pick<Project, 'registry'>,
  block: Pick<Block, 'use'>,
  name: string,
  value: string,
): Promise<Objection | null> {
  const schema = project.registry.get(block.use)?.definition.params[name];
  const expected = schema ? paramMeta(schema).expected : 'a value';
  const secret = await refuseSecret(value, { expects: expectsOf(expected) });
  if (secret) return { kind: 'secret', message: secret.message };
  return schema && !schema.safeParse(value).success ? { kind: 'misfit', expected } : null;
}
