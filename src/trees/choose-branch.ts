import { holds, parseExpectation } from '../checks/expectation.ts';
import type { Result } from '../schemas/report.ts';
import type { CheckChoice, TreeNode } from '../schemas/tree.ts';
import { verdictMarks } from '../schemas/verdict-marks.ts';
import { showValue } from '../text/show-value.ts';

/** What a check says of its node: the choice that it takes, or why a person must be asked. */
export type Branch = { choice: string; why: string } | { choice: null; why: string };

type CheckNode = Extract<TreeNode, { kind: 'check' }>;
type Judged = Pick<Result, 'verdict' | 'reason' | 'readings'>;

/** The first choice that fits the verdict and the readings. `error` and `skip` say nothing of the target, so a person decides. */
export function chooseBranch(node: CheckNode, result: Judged): Branch {
  const { verdict } = result;
  const why = reasonFor(result);
  if (verdict === 'error' || verdict === 'skip') return { choice: null, why };
  for (const [id, choice] of Object.entries(node.choices)) if (fits(choice, result)) return { choice: id, why };
  return { choice: null, why: `${why} No branch is for that.` };
}

function fits({ on, when }: CheckChoice, { verdict, readings }: Judged): boolean {
  if (on === undefined && when === undefined) return false;
  if (on !== undefined && !on.some((each) => each === verdict)) return false;
  return Object.entries(when ?? {}).every(([name, source]) => {
    const reading = readings.find((each) => each.name === name);
    const parsed = parseExpectation(source);
    // A reading that was never taken is not `absent`: nothing is known of it.
    return reading !== undefined && parsed.ok && holds(parsed.expectation, reading.value, reading.unit);
  });
}

/** The verdict, and the rows that made it, in a sentence. */
function reasonFor({ verdict, reason, readings }: Judged): string {
  const rows = readings
    .filter((reading) => (verdict === 'pass' ? true : reading.verdict === verdict))
    .slice(0, 3)
    .map(({ name, value, unit, healthy, verdict: its }) =>
      its === 'pass'
        ? `\`${name}\` is ${showValue(value, unit)}`
        : `\`${name}\` is ${showValue(value, unit)}, healthy is \`${healthy}\``,
    );
  const said = rows.length > 0 ? `: ${rows.join('; ')}.` : '.';
  const because = reason && (rows.length === 0 || reason.code !== 'expectation') ? ` ${reason.message}` : '';
  return `${verdictMarks[verdict].word}${said}${because}`;
}
