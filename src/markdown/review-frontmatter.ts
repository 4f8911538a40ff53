import { suggest } from '../text/nearest.ts';
import { showDuration } from '../text/show-value.ts';
import type { Findings, PageWorld } from './page-world.ts';
import type { ScannedFrontmatter } from './scan-frontmatter.ts';

interface Subject {
  path: string;
  id: string;
  sourceId: string | null;
  /** Local ids of the page's blocks. */
  blockIds: ReadonlySet<string>;
  /** By local id: the parameters that a block asks for. */
  asked: ReadonlyMap<string, readonly string[]>;
}

/** Holds front matter against the teams, the page's own blocks and the calendar. */
export function reviewFrontmatter(
  { frontmatter, positionOf }: ScannedFrontmatter,
  subject: Subject,
  world: PageWorld,
  findings: Findings,
): void {
  const { owner, reviewed, audience, examples, drills } = frontmatter;
  if (owner !== undefined && !world.teams.includes(owner)) {
    findings.add('unknown-owner', positionOf('owner'), `There is no team \`${owner}\`.${suggest(owner, world.teams)}`);
  }
  const blockIds = [...subject.blockIds];
  for (const [block, values] of Object.entries(examples)) {
    const asked = subject.asked.get(block);
    if (!asked)
      findings.add(
        'unknown-example',
        positionOf('examples', block),
        `The page has no block \`${block}\`.${suggest(block, blockIds)}`,
      );
    else
      for (const name of Object.keys(values)) {
        if (!asked.includes(name))
          findings.add(
            'unknown-example',
            positionOf('examples', block, name),
            `The block \`${block}\` does not ask for \`${name}\`.${suggest(name, asked)}`,
          );
      }
  }
  drills.forEach((drill, index) => {
    for (const block of Object.keys(drill.turns)) {
      if (!subject.blockIds.has(block))
        findings.add(
          'unknown-drill',
          positionOf('drills', index, 'turns', block),
          `The page has no block \`${block}\`.${suggest(block, blockIds)}`,
        );
    }
  });
  if (audience === 'public' && subject.path.startsWith('runbooks/')) {
    findings.add(
      'public-runbook',
      positionOf('audience'),
      'A runbook is written for the team, and this one says `audience: public`.',
    );
  }
  if (frontmatter.description === undefined)
    findings.add('missing-description', { line: 1, column: 1 }, 'The page has no `description`.');
  // Owner, review and examples of a translation are those of its source; home pages are layout.
  if (subject.sourceId !== null || subject.id === 'index') return;
  if (owner === undefined)
    findings.add(
      'missing-owner',
      { line: 1, column: 1 },
      `The page has no \`owner\`; expected one of ${world.teams.map((t) => `\`${t}\``).join(', ')}.`,
    );
  if (reviewed === undefined)
    findings.add('missing-review', { line: 1, column: 1 }, 'The page has no `reviewed` date.');
  else {
    const late = world.now.getTime() - (Date.parse(reviewed) + (frontmatter.reviewEvery ?? world.reviewEvery));
    if (late > 0)
      findings.add(
        'review-overdue',
        positionOf('reviewed'),
        `The review of ${reviewed} is overdue by ${showDuration(late)}.`,
      );
  }
}
