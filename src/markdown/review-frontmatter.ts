import type { z } from 'zod';
import { paramMeta } from '../checks/param.ts';
import { suggest } from '../text/nearest.ts';
import type { Review } from './judge-review.ts';
import type { Findings, PageWorld } from './page-world.ts';
import type { ScannedFrontmatter } from './scan-frontmatter.ts';

interface Subject {
  path: string;
  id: string;
  sourceId: string | null;
  /** Local ids of the page's blocks. */
  blockIds: ReadonlySet<string>;
  /** By local id: the parameters that a block asks for. */
  asked: ReadonlyMap<string, Readonly<Record<string, z.ZodType>>>;
}

/** Holds front matter against the teams, the journeys and the page's own blocks. Returns its review, for the calendar to judge. */
export function reviewFrontmatter(
  { frontmatter, positionOf }: ScannedFrontmatter,
  subject: Subject,
  world: PageWorld,
  findings: Findings,
): Review | null {
  const { owner, reviewed, audience, examples, drills, journeys } = frontmatter;
  if (owner !== undefined && !world.teams.includes(owner)) {
    findings.add('unknown-owner', positionOf('owner'), `There is no team \`${owner}\`.${suggest(owner, world.teams)}`);
  }
  if (world.journeys.length > 0)
    journeys.forEach((journey, index) => {
      if (!world.journeys.includes(journey))
        findings.add(
          'unknown-journey',
          positionOf('journeys', index),
          `There is no journey \`${journey}\`.${suggest(journey, world.journeys)}`,
        );
    });
  judgeTopic(frontmatter.topic, positionOf, subject, world, findings);
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
      for (const [name, value] of Object.entries(values)) {
        const schema = asked[name];
        const at = positionOf('examples', block, name);
        if (!schema)
          findings.add(
            'unknown-example',
            at,
            `The block \`${block}\` does not ask for \`${name}\`.${suggest(name, Object.keys(asked))}`,
          );
        else if (!value.startsWith('lab:') && !schema.safeParse(value).success)
          findings.add(
            'invalid-parameter',
            at,
            `The example \`${name}\` is \`${value}\`; expected ${paramMeta(schema).expected}.`,
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
  if (subject.sourceId !== null || subject.id === 'index') return null;
  if (owner === undefined)
    findings.add(
      'missing-owner',
      { line: 1, column: 1 },
      `The page has no \`owner\`; expected one of ${world.teams.map((t) => `\`${t}\``).join(', ')}.`,
    );
  if (reviewed === undefined) {
    findings.add('missing-review', { line: 1, column: 1 }, 'The page has no `reviewed` date.');
    return null;
  }
  const due = Date.parse(reviewed) + (frontmatter.reviewEvery ?? world.reviewEvery);
  return { reviewed, due, position: positionOf('reviewed') };
}

/** A tree without topics does not judge what its pages name; in one with topics, each source article has one. */
function judgeTopic(
  topic: string | undefined,
  positionOf: ScannedFrontmatter['positionOf'],
  { id, sourceId }: Subject,
  { topics }: PageWorld,
  findings: Findings,
): void {
  if (topics.length === 0) return;
  if (topic !== undefined && !topics.includes(topic))
    findings.add('unknown-topic', positionOf('topic'), `There is no topic \`${topic}\`.${suggest(topic, topics)}`);
  if (topic === undefined && sourceId === null && id.startsWith('help/'))
    findings.add(
      'missing-topic',
      { line: 1, column: 1 },
      `The article has no \`topic\`; expected one of ${topics.map((each) => `\`${each}\``).join(', ')}.`,
    );
}
