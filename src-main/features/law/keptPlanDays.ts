/** On which days the documents of a customer bear no interest: while a payment plan that says so was kept. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { calendarFor } from '../../domain/calendar/workCalendar.ts';
import { standardPolicy } from '../../domain/dunning/dunningFacts.ts';
import type { FreePeriod } from '../../domain/law/accrueInterest.ts';
import { keptPeriod } from '../../domain/paymentPlans/planPhase.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { paymentPlans, plannedPayment } from '../../ledger/customers/paymentPlans.ts';

type Question = { readonly customerId: CustomerId; readonly today: PlainDateText; readonly country: string };

/** By document. A plan that was cancelled should never have been made, and one that nobody signed never began: neither counts. */
export function keptPlanDays(db: ReadableDb, { customerId, today, country }: Question): ReadonlyMap<DocumentId, readonly FreePeriod[]> {
  const days = new Map<DocumentId, FreePeriod[]>();
  const plans = paymentPlans(db, { customerId, onlyRunning: false }).filter((plan) => plan.isInterestWaived && plan.accepted !== null && plan.end?.kind !== 'cancelled');
  if (plans.length === 0) return days;
  const grace = { today, calendar: calendarFor(readWorkCalendar(db), country), graceDays: standardPolicy.promiseGraceDays };
  for (const plan of plans) {
    const period = keptPeriod({ agreedOn: plan.agreedOn, endedOn: plan.end?.on ?? null, planned: plannedPayment(plan) }, grace);
    if (period === null) continue;
    for (const { documentId } of plan.documents) days.set(documentId, [...(days.get(documentId) ?? []), period]);
  }
  return days;
}
