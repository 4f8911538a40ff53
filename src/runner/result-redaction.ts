import { pickSecrets } from '../project/pick-secrets.ts';
import { type DeclaredSecrets, declaredSecrets, withoutDeclared } from '../redact/declared-secrets.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { visible } from '../text/visible.ts';
import type { Outcome } from './messages.ts';
import type { RunSettings } from './run-options.ts';

/**
 * What makes a result safe to tell, beside the seal of its attempt: a thread redacts what an attempt says by
 * the secrets that this attempt had. Here are those of the whole run, since a target may answer with what
 * belongs to another; and what no thread has seen: parameters, and why nothing was asked.
 */
export interface ResultRedaction {
  params(params: PlannedBlock['params']): Promise<Record<string, string>>;
  /** `isSealed`: a thread has redacted it by its form, which is not done again: hashes that it knows stay. */
  outcome(outcome: Outcome, isSealed: boolean): Promise<Outcome>;
}

export function createResultRedaction({ targets, env, secrets: names }: RunSettings): ResultRedaction {
  const values = pickSecrets([...Object.values(targets).flatMap(({ secrets }) => secrets), ...names], env);
  const secrets = Object.keys(values).length === 0 ? null : declaredSecrets(values);
  let loading: Promise<Redact> | null = null;
  // Most blocks name a target and nothing else, and start-up is part of the product.
  const load = (): Promise<Redact> => {
    loading ??= loadRedact(secrets);
    return loading;
  };
  return {
    async params(params) {
      const shown: Record<string, string> = {};
      for (const [name, value] of Object.entries(params))
        shown[name] = Object.hasOwn(targets, value) ? value : visible(await (await load())(name, value));
      return shown;
    },
    async outcome(outcome, isSealed) {
      if (isSealed) return secrets === null ? outcome : withoutDeclaredIn(outcome, secrets);
      const { reason } = outcome;
      if (reason === null) return outcome;
      const redact = await load();
      const [message, hint] = [await redact(null, reason.message), await redact(null, reason.hint)];
      return { ...outcome, reason: { ...reason, message, hint } };
    },
  };
}

/** Redacts a text that stands under a name, or under none. */
type Redact = (name: string | null, text: string) => Promise<string>;

async function loadRedact(secrets: DeclaredSecrets | null): Promise<Redact> {
  const [{ createToolBox }, { redactNamed }] = await Promise.all([
    import('../redact/redact.ts'),
    import('../redact/redact-json.ts'),
  ]);
  const toolsFor = createToolBox();
  return async (name, text) => redactNamed(name, text, await toolsFor(text), { secrets });
}

function withoutDeclaredIn(outcome: Outcome, secrets: DeclaredSecrets): Outcome {
  const safe = (text: string): string => withoutDeclared(text, secrets);
  const { reason, readings, evidence } = outcome;
  return {
    ...outcome,
    reason: reason && { ...reason, message: safe(reason.message), hint: safe(reason.hint) },
    readings: readings.map((reading) =>
      typeof reading.value === 'string' ? { ...reading, value: safe(reading.value) } : reading,
    ),
    evidence: evidence.map(({ title, text, truncated }) => ({ title: safe(title), text: safe(text), truncated })),
  };
}
