import { type FactName, facts } from '../schemas/case-facts.ts';
import type { Packet, PacketContent } from '../schemas/packet.ts';
import { code } from '../text/inline.ts';
import { checkSection, dashboardLine } from './markdown-checks.ts';
import { askSection, diagnosisSection, pathLines } from './markdown-reasoning.ts';
import { sealMarkdown } from './markdown-seal.ts';
import { cell, line, moment, numbered, paragraphs, severityName, verbatim } from './markdown-words.ts';
import type { PacketSigner } from './seal.ts';

/**
 * A packet as Markdown for a ticket: what a reader needs first stands first. Nothing in it that other people
 * wrote is a mark, a link or markup. At its end stands a seal of its own (`sealMarkdown`), over the text above.
 */
export function packetMarkdown({ content, seal }: Packet, signer: PacketSigner | null): string {
  const sections: [title: string, text: string][] = [
    ['Reproduction', numbered(content.reproduction)],
    ['Expected', paragraphs(content.expected ?? '')],
    ['Actual', paragraphs(content.actual ?? '')],
    ['Error text', content.errorText === null ? '' : verbatim(content.errorText)],
    ['Asked', content.ask === null ? '' : askSection(content.ask)],
    ['Where the fault lies', content.diagnosis === null ? '' : diagnosisSection(content.diagnosis)],
    ['Checks', content.checks.map(checkSection).join('\n\n')],
    ['Path through the tree', pathLines(content.path)],
    ['Tried so far', paragraphs(content.tried ?? '')],
    ['Dashboards', [...new Set(content.checks.map(dashboardLine))].filter((each) => each !== '').join('\n')],
    ['To attach', content.attach.map((each) => `- ${line(each)}`).join('\n')],
    ['Missing', content.missing.map(missingLine).join('\n')],
    ['Removed', content.removed.map(({ kind, count }) => `- ${count} × ${line(kind)}`).join('\n')],
  ];
  const text = [
    `# ${line(content.impact ?? `Nobody has said what does not work: ${content.from.title}`)}`,
    status(content),
    factTable(content, seal.sha256),
    ...sections.flatMap(([title, body]) => (body === '' ? [] : [`## ${title}\n\n${body}`])),
    '---',
    'Made by Runlight, and sealed: `npx runlight packet verify FILE` tells whether anything above was changed.',
  ].join('\n\n');
  return sealMarkdown(text, signer);
}

function status({ severity, missing }: PacketContent): string {
  const count = missing.length;
  return [
    `**${severity === null ? 'No severity' : severityName(severity)}**`,
    count === 0 ? 'complete' : `incomplete: ${count === 1 ? 'one essential is' : `${count} essentials are`} missing`,
  ].join(' · ');
}

function missingLine({ fact, question }: PacketContent['missing'][number]): string {
  return `- **${fact === 'severity' ? 'Severity' : facts[fact].label}**: ${line(question)}`;
}

function factTable(content: PacketContent, jsonSum: string): string {
  const { from, missing } = content;
  const isMissing = (name: FactName): boolean => missing.some(({ fact }) => fact === name);
  const fact = (name: FactName, text: string | null): [string, string] => [
    facts[name].label,
    text === null || text === '' ? (isMissing(name) ? 'missing' : 'not said') : cell(text),
  ];
  const codes = (texts: readonly string[]): string => texts.map((text) => code(text, 'cell')).join(', ');
  const lists = (['hashes', 'orders'] as const).flatMap((name): [string, string][] =>
    content[name].length === 0 ? [] : [[facts[name].label, codes(content[name])]],
  );
  const time = content.firstSeen === null ? null : moment(content.firstSeen);
  const version =
    from.commit === null
      ? 'not in a repository'
      : `at commit ${code(from.commit, 'cell')}${from.isChanged ? ', and changed since' : ''}`;
  const rows: [string, string][] = [
    ['First seen', time ?? (isMissing('firstSeen') ? 'missing' : 'unknown')],
    fact('who', content.who),
    fact('howMany', content.howMany),
    fact('appVersion', content.appVersion),
    fact('platform', content.platform),
    fact('chain', content.chain),
    ...lists,
    ['Environment', content.environment === null ? 'none' : code(content.environment, 'cell')],
    ['Made from', `${from.kind} ${code(from.id, 'cell')}: ${cell(from.title)}`],
    ['File', `${code(from.path, 'cell')} ${version}`],
    ['Packet', `${code(content.id, 'cell')}, made ${moment(content.createdAt)}`],
    ['As JSON', `SHA-256 ${code(jsonSum, 'cell')}`],
  ];
  return ['| Fact | Value |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
