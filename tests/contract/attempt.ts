import { loadCheck } from '../../src/checks/registry.ts';
import { pickSecrets } from '../../src/project/pick-secrets.ts';
import { countConnections } from '../../src/runner/connections.ts';
import { type AttemptHandle, execute } from '../../src/runner/execute.ts';
import type { Outcome } from '../../src/runner/messages.ts';
import { newMarkPrefix } from '../../src/runner/processes.ts';
import { createRedaction } from '../../src/runner/redaction.ts';
import type { ResolvedTarget } from '../../src/schemas/planned-block.ts';
import { type BlockSketch, plannedBlock } from './planned-block.ts';

export interface AttemptSketch extends BlockSketch {
  targets?: ResolvedTarget[];
  env?: Record<string, string>;
  timeoutMs?: number;
}

/** One attempt as a thread makes it, but in the test's own thread. Readings are typed by the check. */
export async function attempt({
  targets = [],
  env = {},
  timeoutMs = 5000,
  ...sketch
}: AttemptSketch): Promise<Outcome> {
  const planned = plannedBlock(sketch);
  const loaded = await loadCheck(planned.checkFile);
  if ('definition' in loaded) {
    for (const { reading } of planned.rows)
      planned.readings[reading] = loaded.definition.readings[reading] ?? { type: 'any', summary: '' };
  }
  const { outcome } = await execute(
    {
      planned,
      targets,
      secrets: pickSecrets(
        targets.flatMap(({ secrets }) => secrets),
        env,
      ),
      shell: { path: process.env.PATH ?? '', lang: 'C.UTF-8' },
      timeoutMs,
    },
    {
      prefix: newMarkPrefix(),
      load: () => Promise.resolve(loaded),
      connections: countConnections(),
      redaction: createRedaction(),
      secretsOf: (names) => Promise.resolve(pickSecrets(names, env)),
      spend: () => Promise.resolve(0),
      holds: () => {},
      touch: () => {},
      trust: () => {},
      scope: (_handle: AttemptHandle, body) => body(),
      signal: new AbortController().signal,
    },
  );
  return outcome;
}
