// Without the schemas' library: forms in a browser are made from this. The schema is in `packet.ts`.

/** The packets that can be made: what somebody must say depends on what it is made from. */
export const packetSources = ['triage', 'diagnosis', 'page'] as const;
export type PacketSource = (typeof packetSources)[number];

interface Fact {
  /** What it is called in a form and in the packet. */
  label: string;
  /** Asked where it is missing. */
  question: string;
  /** How an answer looks; never filled in. */
  example: string;
  /** Most characters. */
  most: number;
  /** `line`, a text of several `lines`, or a `list` of one-line values. */
  shape: 'line' | 'lines' | 'list' | 'time';
  /** The packets that are not complete without it. What nobody knows is answered with `unknown`. */
  essentialFor: readonly PacketSource[];
}

const all = packetSources;

/** What a person adds to what Runlight knows itself, in the order in which a reader needs it. */
export const facts = {
  impact: {
    label: 'Impact',
    question: 'What does not work, for whom, in one line?',
    example: 'Swaps on BNB Smart Chain fail for everybody',
    most: 200,
    shape: 'line',
    essentialFor: all,
  },
  firstSeen: {
    label: 'First seen (UTC)',
    question: 'When was it first seen, in UTC?',
    example: '2026-11-25 14:30',
    most: 40,
    shape: 'time',
    essentialFor: all,
  },
  who: {
    label: 'Who',
    question: 'Who is affected?',
    example: 'Users of the Android app in Brazil',
    most: 200,
    shape: 'line',
    essentialFor: all,
  },
  howMany: {
    label: 'How many',
    question: 'How many: tickets, users, orders?',
    example: '12 tickets since 14:30',
    most: 100,
    shape: 'line',
    essentialFor: all,
  },
  appVersion: {
    label: 'App version',
    question: 'Which version of the app?',
    example: '12.4.1',
    most: 80,
    shape: 'line',
    essentialFor: all,
  },
  platform: {
    label: 'Platform',
    question: 'Which platform: iOS, Android, extension, and its version?',
    example: 'Android 16',
    most: 80,
    shape: 'line',
    essentialFor: all,
  },
  chain: {
    label: 'Chain',
    question: 'Which chain? `none` where none plays a part.',
    example: 'BNB Smart Chain',
    most: 80,
    shape: 'line',
    essentialFor: all,
  },
  reproduction: {
    label: 'Reproduction',
    question: 'Which steps lead to it, one a line?',
    example: 'Open Swap\nChoose BNB to USDT\nPress Review',
    most: 4000,
    shape: 'lines',
    essentialFor: all,
  },
  expected: {
    label: 'Expected',
    question: 'What should happen?',
    example: 'A quote within three seconds',
    most: 1000,
    shape: 'lines',
    essentialFor: all,
  },
  actual: {
    label: 'Actual',
    question: 'What happens instead?',
    example: '“No quote available” after ten seconds',
    most: 1000,
    shape: 'lines',
    essentialFor: all,
  },
  hashes: {
    label: 'Hashes',
    question: 'Which transactions, one hash or signature a line?',
    example: `0x${'ab12'.repeat(16)}`,
    most: 4000,
    shape: 'list',
    essentialFor: [],
  },
  orders: {
    label: 'Order ids',
    question: 'Which orders or tickets, one id a line?',
    example: 'ord-48213',
    most: 4000,
    shape: 'list',
    essentialFor: [],
  },
  errorText: {
    label: 'Error text',
    question: 'What does the error say, word for word? `none` where there is none.',
    example: 'execution reverted: TRANSFER_FROM_FAILED',
    most: 8000,
    shape: 'lines',
    essentialFor: all,
  },
  tried: {
    label: 'Tried so far',
    question: 'What was tried, and what came of it? `nothing yet` is an answer.',
    example: 'Another network: works. Reinstalled: no change.',
    most: 4000,
    shape: 'lines',
    essentialFor: all,
  },
  askFor: {
    label: 'What is asked',
    question: 'What do you want them to do?',
    example: 'Switch to the second aggregator',
    most: 400,
    shape: 'line',
    essentialFor: ['diagnosis', 'page'],
  },
  askOf: {
    label: 'Of whom',
    question: 'Which role or team?',
    example: 'Engineering on call',
    most: 120,
    shape: 'line',
    essentialFor: ['diagnosis', 'page'],
  },
  askBy: {
    label: 'By when (UTC)',
    question: 'By when do you need an answer, in UTC?',
    example: '2026-11-25 15:00',
    most: 40,
    shape: 'time',
    essentialFor: ['diagnosis', 'page'],
  },
} as const satisfies Record<string, Fact>;
export type FactName = keyof typeof facts;
export const factNames = Object.keys(facts) as FactName[];

/** What a person has said: by name, as typed; what is missing or empty was not said. */
export type CaseFacts = Partial<Record<FactName, string | undefined>>;
