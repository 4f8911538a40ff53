import { describe, expect, it } from 'vitest';
import { severities } from '../schemas/frontmatter.ts';
import { type Incident, incidentPhases } from '../schemas/incident.ts';
import type { Journey } from '../schemas/journey.ts';
import { type CardState, verdicts } from '../schemas/verdict.ts';
import { type BlockProof, journeyVerdict } from './journey-verdict.ts';
import { publicStatus } from './public-status.ts';
import { userStatus, worstOf } from './user-status.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const hour = 60 * 60_000;

/** Every state that the team can see of a block: a fresh verdict, a stale one, or none. */
const blockStates: (BlockProof | null)[] = [
  null,
  ...verdicts.map((verdict) => ({ verdict, provenAt: new Date(now - 60_000).toISOString(), freshFor: hour })),
  { verdict: 'pass', provenAt: new Date(now - 2 * hour).toISOString(), freshFor: hour },
  { verdict: 'fail', provenAt: new Date(now - 2 * hour).toISOString(), freshFor: hour },
];

/** What the internal board calls it: the worst of its blocks, a stale one never being green. */
function internalVerdict(blocks: readonly (BlockProof | null)[]): CardState {
  const states = blocks.map((block): CardState => {
    if (block === null) return 'skip';
    return now > Date.parse(block.provenAt) + block.freshFor ? 'stale' : block.verdict;
  });
  return (['fail', 'error', 'warn', 'stale', 'skip', 'pass'] as const).find((each) => states.includes(each)) ?? 'skip';
}

const journey = (publicName: string): Journey => ({
  title: publicName,
  does: 'Does it.',
  publicName: { en: publicName },
  entries: [],
  parts: [],
});

function incident(
  phase: Incident['status'][number]['phase'],
  severity: Incident['severity'],
  isPublic: boolean,
): Incident {
  return {
    id: '2026-11-20-x',
    path: 'x.md',
    title: 'x',
    severity,
    public: isPublic,
    headline: { en: 'It fails' },
    status: [
      { phase: 'investigating', at: '2026-11-20T11:00Z' },
      { phase, at: '2026-11-20T11:30Z' },
    ],
    journeys: ['swap'],
    providers: [],
    chains: [],
    followUps: [],
    body: '',
  };
}

/** Every pair of block states, without and with every incident that the team may have open. */
const worlds = blockStates.flatMap((a) =>
  blockStates.flatMap((b) =>
    [
      null,
      ...incidentPhases.flatMap((phase) =>
        severities.flatMap((severity) => [incident(phase, severity, true), incident(phase, severity, false)]),
      ),
    ].map((open) => ({ a, b, open })),
  ),
);

function told(a: BlockProof | null, b: BlockProof | null, open: Incident | null) {
  const status = publicStatus(
    {
      journeys: new Map([['swap', journey('Swaps')]]),
      incidents: open ? [open] : [],
      blocksOf: new Map([['swap', ['p#a', 'p#b']]]),
      proofs: { ...(a ? { 'p#a': a } : {}), ...(b ? { 'p#b': b } : {}) },
    },
    now,
  );
  return { status, users: userStatus(status, now) };
}

describe('what users are told and what the team sees', () => {
  it(`never contradict each other, in all ${worlds.length} combinations of proofs and incidents`, () => {
    for (const { a, b, open } of worlds) {
      const { users } = told(a, b, open);
      const internal = internalVerdict([a, b]);
      const isOpen = open !== null && open.status.at(-1)?.phase !== 'resolved';
      const isNoticed = open?.severity !== 'sev4' && open?.severity !== 'sev5';
      const said = `${users.state} while ${internal}, ${JSON.stringify(open?.status.at(-1))} ${open?.severity} ${open?.public}`;
      // Good news only where the team sees nothing bad, old or unknown, and has nothing open that users notice.
      if (users.state === 'works') {
        expect(['pass', 'skip'], said).toContain(internal);
        expect(isOpen && (open?.public || isNoticed), said).toBe(false);
      }
      // Bad news only where the team sees bad, or has said so itself.
      if (users.state === 'down' || users.state === 'slow') {
        const seesBad = [a, b].some((each) => each && (each.verdict === 'fail' || each.verdict === 'warn'));
        expect(seesBad || (isOpen && open?.public), said).toBe(true);
      }
      // What fails for the team is never called merely slow, but where nothing may be said.
      if (internal === 'fail' && !(isOpen && !open?.public && isNoticed)) expect(users.state, said).toBe('down');
      // A public incident that is open is always told.
      if (isOpen && open?.public) expect(['down', 'slow'], said).toContain(users.state);
      // The sentence and the journey are one.
      expect(users.state).toBe(worstOf(users.journeys.map(({ state }) => state)));
    }
  });

  it('say neither yes nor no while an incident that is not public is open', () => {
    const [works] = blockStates.filter((each) => each?.verdict === 'pass');
    expect(told(works ?? null, works ?? null, incident('identified', 'sev1', false)).users.state).toBe('unknown');
    expect(told(works ?? null, works ?? null, incident('resolved', 'sev1', false)).users.state).toBe('works');
    expect(JSON.stringify(told(works ?? null, null, incident('identified', 'sev1', false)).status)).not.toContain('x');
  });

  it('call a day by what lasted: a phase that ended within its minute leaves none', () => {
    const open = incident('monitoring', 'sev1', true);
    const [first, last] = open.status;
    const at = '2026-11-20T11:30Z';
    const status = [{ ...first, at } as const, { ...last, at } as const] as Incident['status'];
    expect(told(null, null, { ...open, status }).status.incidents[0]?.spans).toEqual([
      { from: '2026-11-20T11:30:00.000Z', to: null, effect: 'slow' },
    ]);
  });

  it('end with the proof: what no longer holds is not known', () => {
    const block: BlockProof = { verdict: 'pass', provenAt: new Date(now).toISOString(), freshFor: hour };
    const { status } = told(block, { ...block, freshFor: 2 * hour }, null);
    expect(userStatus(status, now + hour).state).toBe('works');
    expect(userStatus(status, now + hour + 1).state).toBe('unknown');
  });
});

describe('the verdict of a journey', () => {
  it('holds as long as the first proof it needs, and bad news as long as the last', () => {
    const at = (verdict: BlockProof['verdict'], freshFor: number): BlockProof => ({
      verdict,
      provenAt: new Date(now).toISOString(),
      freshFor,
    });
    const options = { now, isWithheld: false };
    expect(journeyVerdict([at('pass', 1000), at('pass', 5000)], options).until).toBe(
      new Date(now + 1000).toISOString(),
    );
    expect(journeyVerdict([at('fail', 1000), at('fail', 5000)], options).until).toBe(
      new Date(now + 5000).toISOString(),
    );
    expect(journeyVerdict([at('pass', 1000), at('skip', 1000)], options).verdict).toBe('works');
    expect(journeyVerdict([], options)).toEqual({ verdict: 'unknown', provenAt: null, until: null });
  });
});
