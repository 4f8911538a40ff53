import type { PacketContent } from '../schemas/packet.ts';
import type { ReadingResult } from '../schemas/report.ts';
import { verdictMarks } from '../schemas/verdict-marks.ts';
import { code, inline } from '../text/inline.ts';
import { showValue } from '../text/show-value.ts';
import { line, moment } from './markdown-words.ts';

type Check = PacketContent['checks'][number];

/** A check that was run: what it said, what it read, when, and of which version it is. */
export function checkSection(check: Check): string {
  const { shape, word } = verdictMarks[check.verdict];
  const facts = [
    word,
    `${moment(check.provenAt)}, run by the ${check.by}`,
    code(check.block),
    check.target === null ? '' : `target ${code(check.target)}`,
    check.own ? 'with a value of this case' : '',
  ];
  return [
    `### ${shape} ${line(check.title) || code(check.block)}`,
    facts.filter((fact) => fact !== '').join(' · '),
    check.reason === null ? '' : line(check.reason.message),
    readings(check.readings),
    check.checkHash === null ? '' : `Check ${code(check.check)}, SHA-256 ${code(check.checkHash)}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function readings(rows: readonly ReadingResult[]): string {
  if (rows.length === 0) return '';
  return [
    '| Reading | Value | Healthy |',
    '| --- | --- | --- |',
    ...rows.map(({ name, value, unit, healthy, verdict }) => {
      const shown = inline(showValue(value, unit), 2_000, 'cell');
      return `| ${verdictMarks[verdict].shape} ${code(name, 'cell')} | ${shown} | ${inline(healthy, 500, 'cell')} |`;
    }),
  ].join('\n');
}

/** A link to a target's dashboard, with the case's time in it; empty where it is no address of the web. */
export function dashboardLine({ target, title, dashboard }: Check): string {
  const url = dashboard === null ? null : URL.parse(dashboard);
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  // As an address is serialised, nothing in it can end the brackets around it.
  return `- ${code(target ?? '')} ${line(title)}: <${url.href}>`;
}
