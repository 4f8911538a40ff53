import { type ReasonCode, reasons } from '../../schemas/reason.ts';
import type { Result } from '../../schemas/report.ts';
import { plainMessage } from './plain-message.ts';

type Level = 'error' | 'warning' | 'note';

/** A result that SARIF tells of, with the rule it falls under. */
export interface Finding {
  result: Result;
  code: ReasonCode;
  level: Level;
}

/** `null` where there is nothing to mend: a missing credential is ours, another skip is no finding. */
export function findingOf(result: Result): Finding | null {
  const code = result.reason?.code;
  switch (result.verdict) {
    case 'fail':
      return { result, code: code ?? 'expectation', level: 'error' };
    case 'error':
      return { result, code: code ?? 'script', level: 'error' };
    case 'warn':
      return { result, code: code ?? 'degraded', level: 'warning' };
    case 'skip':
      return code === 'no-secret' ? { result, code, level: 'note' } : null;
    case 'pass':
      return null;
  }
}

/** A reason code as a rule. It has no `helpUri`: that must be absolute, and only each team knows where its site is. */
export function ruleOf(code: ReasonCode): object {
  const { verdict, title, meaning, hint } = reasons[code];
  const level: Level = verdict === 'warn' ? 'warning' : verdict === 'skip' ? 'note' : 'error';
  return {
    id: code,
    shortDescription: plainMessage(`${title}.`),
    fullDescription: plainMessage(meaning),
    help: plainMessage(`${meaning}\n${hint}\nIts page on the internal site: /codes/${code}/`),
    defaultConfiguration: { level },
  };
}
