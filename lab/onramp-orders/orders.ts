/** The orders that every on-ramp of the lab holds, by the name they have in `lab:order.NAME`. */

export type OrderName =
  | 'delivered'
  | 'sent'
  | 'processing'
  | 'stuck'
  | 'on-hold'
  | 'awaiting-payment'
  | 'verifying'
  | 'declined'
  | 'refunded'
  | 'expired'
  | 'cancelled';

interface Draft {
  /** How long ago it was made, and how long ago it last changed. Seconds. */
  age: number;
  idle: number;
  hasHash: boolean;
}

const drafts: Readonly<Record<OrderName, Draft>> = {
  delivered: { age: 2_700, idle: 2_400, hasHash: true },
  sent: { age: 420, idle: 40, hasHash: true },
  processing: { age: 95, idle: 35, hasHash: false },
  stuck: { age: 10_800, idle: 10_500, hasHash: false },
  'on-hold': { age: 7_200, idle: 6_600, hasHash: false },
  'awaiting-payment': { age: 130, idle: 125, hasHash: false },
  verifying: { age: 600, idle: 525, hasHash: false },
  declined: { age: 5_400, idle: 5_350, hasHash: false },
  refunded: { age: 172_800, idle: 160_000, hasHash: false },
  expired: { age: 90_000, idle: 3_600, hasHash: false },
  cancelled: { age: 14_400, idle: 9_000, hasHash: false },
};

export const orderNames = Object.keys(drafts) as OrderName[];

/** What is wrong with the orders. */
export type Trouble = 'none' | 'stuck' | 'unknown-state' | 'lost' | 'without-hash';

/** An order as it is when somebody asks. */
export interface LabOrder {
  name: OrderName;
  id: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
  hash: string | null;
}

const arrived: readonly OrderName[] = ['delivered', 'sent'];

/** The order of that name; with `stuck`, one that would have arrived never got beyond the payment. */
export function orderNow(name: OrderName, id: string, trouble: Trouble, now = Date.now()): LabOrder {
  const actual = trouble === 'stuck' && arrived.includes(name) ? 'stuck' : name;
  const { age, idle, hasHash } = drafts[actual];
  const ago = (seconds: number): string => new Date(now - seconds * 1_000).toISOString();
  return {
    name: actual,
    id,
    createdAt: ago(age),
    updatedAt: ago(idle),
    hash: hasHash && trouble !== 'without-hash' ? `0x${'5ca1ab1e'.repeat(8)}` : null,
  };
}
