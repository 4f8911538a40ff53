import { type DeclaredSecrets, declaredSecrets, withoutDeclared } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';
import { redactNamed } from '../redact/redact-json.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { visible } from '../text/visible.ts';
import type { Outcome } from './messages.ts';
import { pickSecrets } from './pick-secrets.ts';
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
  const declared = [...Object.values(targets).flatMap(({ secrets }) => secrets), ...names];
  const secrets = declaredSecrets(pickSecrets(declared, env));
  const toolsFor = createToolBox();
  const whole = async (text: string): Promise<string> => redactWith(text, await toolsFor(text), { secrets }).text;
  return {
    async params(params) {
      const shown: Record<string, string> = {};
      for (const [name, value] of Object.entries(params)) {
        const isOwn = Object.hasOwn(targets, value);
        shown[name] = isOwn ? value : visible(redactNamed(name, value, await toolsFor(value), { secrets }));
      }
      return shown;
    },
    async outcome(outcome, isSealed) {
      if (isSealed) return secrets === null ? outcome : withoutDeclaredIn(outcome, secrets);
      const { reason } = outcome;
      if (reason === null) return outcome;
      return {
        ...outcome,
        reason: { ...reason, message: await whole(reason.message), hint: await whole(reason.hint) },
      };
    },
  };
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
