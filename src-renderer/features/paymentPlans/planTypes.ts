import type { CallInput, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';

export type Plan = OutputOf<'paymentPlans.list'>['plans'][number];
/** States in which a plan still binds, or waits to: its invoices are in no other one. */
export const isInForce = ({ state }: Pick<Plan, 'state'>): boolean => state === 'unsigned' || state === 'running' || state === 'missed' || state === 'noticed' || state === 'broken';

/** The place of the oldest instalment that is not paid, from 0; -1 when all are. */
export const missedPlace = ({ instalments }: Pick<Plan, 'instalments'>): number => instalments.findIndex((one) => one.restCents > 0);

export type Interval = CallInput<'paymentPlans.propose'>['interval'];
export const intervals = ['week', 'two-weeks', 'month'] as const satisfies readonly Interval[];

/** What is being filled in; amounts and days are null while they are not understood. */
export type PlanDraft = {
  readonly documentIds: readonly number[];
  readonly by: 'count' | 'amount';
  readonly count: number | null;
  readonly cents: Cents | null;
  readonly firstOn: PlainDateText | null;
  readonly interval: Interval;
  readonly isInterestWaived: boolean;
};

/** What is asked of the backend; null while something is missing. */
export function termsOf(draft: PlanDraft, customerId: number): CallInput<'paymentPlans.propose'> | null {
  const { documentIds, by, count, cents, firstOn, interval } = draft;
  if (documentIds.length === 0 || firstOn === null) return null;
  const asked = { customerId, documentIds: [...documentIds], firstOn, interval };
  if (by === 'count') return count === null || count < 1 || count > 60 ? null : { ...asked, division: { kind: 'count', count } };
  return cents === null || cents <= 0 ? null : { ...asked, division: { kind: 'amount', cents } };
}
