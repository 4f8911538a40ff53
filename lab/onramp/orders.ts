/** The on-ramp's orders: what one of them says, and the last hour in figures. */

export type OrderStatus = 'awaiting-payment' | 'verifying' | 'processing' | 'completed' | 'failed' | 'refunded';

/** Normal, orders that do not move on after payment, or banks that decline. */
export type OrderFlow = 'normal' | 'stuck' | 'declining';

interface Draft {
  status: OrderStatus;
  /** How long ago it was made, and how long after that it last changed. */
  ageSeconds: number;
  changedAfterSeconds: number;
  /** The stage that it has reached, from 0, and whether it failed there. */
  stage: number;
  failureReason: string | null;
  delivered: boolean;
}

const stages = ['ordering', 'verification', 'processing', 'delivery'];
const finished = stages.length;
const fine = { failureReason: null, delivered: false };

/** The orders that pages can look up, by the name they have in `lab:order.NAME`. */
const drafts: Readonly<Record<string, Draft>> = {
  completed: {
    ...fine,
    status: 'completed',
    stage: finished,
    ageSeconds: 2_700,
    changedAfterSeconds: 214,
    delivered: true,
  },
  processing: { ...fine, status: 'processing', stage: 2, ageSeconds: 95, changedAfterSeconds: 60 },
  failed: {
    ...fine,
    status: 'failed',
    stage: 1,
    ageSeconds: 5_400,
    changedAfterSeconds: 41,
    failureReason: 'payment_authorization_declined',
  },
  'awaiting-payment': { ...fine, status: 'awaiting-payment', stage: 0, ageSeconds: 130, changedAfterSeconds: 2 },
  verifying: { ...fine, status: 'verifying', stage: 1, ageSeconds: 600, changedAfterSeconds: 75 },
  refunded: {
    ...fine,
    status: 'refunded',
    stage: 3,
    ageSeconds: 172_800,
    changedAfterSeconds: 9_000,
    failureReason: 'refund',
  },
};

const idOf = (index: number): string => `7c1e4a52-0b7d-4c1e-9a52-00000000000${index + 1}`;

/** Named values: `order.completed` and so on. */
export const orderValues: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(drafts).map((name, index) => [`order.${name}`, idOf(index)]),
);

const stuckSeconds = 10_800;

/** One order as it is at `now` (milliseconds), or `null`. */
export function findOrder(id: string, flow: OrderFlow, now = Date.now()): object | null {
  const index = Object.keys(drafts).findIndex((_, candidate) => idOf(candidate) === id);
  const draft = Object.values(drafts)[index];
  if (!draft) return null;
  const stuck = flow === 'stuck' && draft.status === 'processing';
  const ageSeconds = stuck ? stuckSeconds : draft.ageSeconds;
  const createdMs = now - ageSeconds * 1_000;
  return {
    id,
    status: draft.status,
    failureReason: draft.failureReason,
    stages: stages.map((stage, position) => ({ stage, status: stageStatus(draft, position) })),
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: new Date(createdMs + draft.changedAfterSeconds * 1_000).toISOString(),
    ageSeconds,
    payment: { method: 'card', currency: 'USD', amount: '100.00' },
    delivery: {
      asset: 'ETH',
      network: 'ethereum',
      address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      transactionHash: draft.delivered ? `0x${'5ca1ab1e'.repeat(8)}` : null,
    },
  };
}

/** The last hour's orders in figures; shares in per cent, ages in seconds. */
export function orderSummary(flow: OrderFlow): object {
  return { windowMinutes: 60, ...figures[flow] };
}

const figures: Readonly<Record<OrderFlow, object>> = {
  normal: {
    ...{ total: 480, completed: 451, processing: 16, failed: 13 },
    ...{ completedPercent: 94, declinedPercent: 2, oldestProcessingAgeSeconds: 240 },
    failuresByReason: { payment_authorization_declined: 10, timeout_3d_secure: 3 },
  },
  stuck: {
    ...{ total: 480, completed: 182, processing: 285, failed: 13 },
    ...{ completedPercent: 38, declinedPercent: 2, oldestProcessingAgeSeconds: stuckSeconds },
    failuresByReason: { payment_authorization_declined: 10, timeout_3d_secure: 3 },
  },
  declining: {
    ...{ total: 480, completed: 173, processing: 12, failed: 295 },
    ...{ completedPercent: 36, declinedPercent: 60, oldestProcessingAgeSeconds: 240 },
    failuresByReason: { payment_authorization_declined: 290, timeout_3d_secure: 5 },
  },
};

function stageStatus(draft: Draft, position: number): string {
  if (position < draft.stage) return 'success';
  if (position > draft.stage) return 'not_started';
  return draft.failureReason ? 'failed' : 'in_progress';
}
