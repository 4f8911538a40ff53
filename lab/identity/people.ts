/** Who has an account at the wallet's company. The team file of the repository, `src/content/team.yaml`, names the same people. */
export interface LabPerson {
  handle: string;
  mail: string;
  groups: readonly string[];
  /** Days since the account was made, since the last sign-in, and since the rights were last looked at. */
  created: number;
  used: number;
  reviewed: number;
  active: boolean;
}

export interface IdentityState {
  leaver: 'disabled' | 'active';
  joiner: 'there' | 'missing';
  stranger: 'none' | 'active';
  adminReview: 'done' | 'overdue';
  idle: 'none' | 'one';
  factors: 'all' | 'one-off';
  made: 'now' | 'stale';
  pages: 'whole' | 'short';
  shape: 'right' | 'wrong';
  errorInside: boolean;
  token: 'valid' | 'refused';
}

export const healthyIdentity: Readonly<IdentityState> = {
  leaver: 'disabled',
  joiner: 'there',
  stranger: 'none',
  adminReview: 'done',
  idle: 'none',
  factors: 'all',
  made: 'now',
  pages: 'whole',
  shape: 'right',
  errorInside: false,
  token: 'valid',
};

/** The credential of the lab; it opens nothing else. */
export const labToken = 'lab-identity-token';

/** How old a stale list is, in days. */
export const staleDays = 40;

const usual = { groups: ['support'], created: 400, used: 1, reviewed: 40, active: true };

const team: readonly LabPerson[] = [
  { ...usual, handle: 'ana.souza', mail: 'ana.souza@example.com' },
  { ...usual, handle: 'ben.okafor', mail: 'ben.okafor@example.com', groups: ['support', 'support-leads'] },
  { ...usual, handle: 'carla.mendez', mail: 'carla.mendez@example.com' },
  { ...usual, handle: 'dmitri.petrov', mail: 'dmitri.petrov@example.com', groups: ['engineering'] },
  { ...usual, handle: 'elif.kaya', mail: 'elif.kaya@example.com', groups: ['security', 'admins'] },
  { ...usual, handle: 'farah.nasser', mail: 'farah.nasser@example.com', created: 8, reviewed: 8 },
  { ...usual, handle: 'gustavo.lima', mail: 'gustavo.lima@example.com', groups: ['engineering'] },
  { ...usual, handle: 'hana.sato', mail: 'hana.sato@example.com', groups: ['security', 'admins'] },
];
const leaver: LabPerson = { ...usual, handle: 'ivan.rossi', mail: 'ivan.rossi@example.com', used: 30, active: false };
const stranger: LabPerson = { ...usual, handle: 'jo.walker', mail: 'jo.walker@example.com', created: 12, reviewed: 12 };

/** The accounts as they are now. */
export function peopleNow(state: IdentityState): LabPerson[] {
  return [
    ...team
      .filter(({ handle }) => state.joiner === 'there' || handle !== 'farah.nasser')
      .map((person) => ({
        ...person,
        ...(state.adminReview === 'overdue' && person.handle === 'hana.sato' ? { reviewed: 210 } : {}),
        ...(state.idle === 'one' && person.handle === 'gustavo.lima' ? { used: 120 } : {}),
      })),
    { ...leaver, ...(state.leaver === 'active' ? { active: true, used: 1 } : {}) },
    ...(state.stranger === 'active' ? [stranger] : []),
  ];
}

export const hasFactor = ({ handle }: LabPerson, { factors }: IdentityState): boolean =>
  factors === 'all' || handle !== 'carla.mendez';

/** An id that tells nothing of the person. */
export function idOf({ handle }: LabPerson): string {
  const digits = [...handle].map((letter) => letter.charCodeAt(0).toString(16)).join('');
  return `a${digits.slice(0, 7)}-0000-4000-8000-${digits.slice(-12).padStart(12, '0')}`;
}

/** Some days before now. */
export const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

/** What every answer says of when it was made. */
export const madeHeaders = ({ made }: IdentityState): Record<string, string> => ({
  'last-modified': daysAgo(made === 'stale' ? staleDays : 0).toUTCString(),
});
