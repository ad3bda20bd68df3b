import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, addMonths, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { ageItems } from '../../domain/aging/aging.ts';
import type { DueMessage, DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import { firstPossibleDay } from '../../domain/dunning/firstPossibleDay.ts';
import { invoiceStepKey } from '../../domain/dunning/ladder.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields, customerSums, daysLateOfPaid, messagesOfCustomer, salesTo } from '../../ledger/customers/customerRead.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { type DocumentLine, listDocuments } from '../../ledger/documents/documentRead.ts';
import { handoversNow } from '../../ledger/customers/handover.ts';
import { readContacts, readPromises, runningHolds } from '../../ledger/followUp/followUp.ts';
import { withNoticeFirst } from '../../domain/dunning/defaultFirst.ts';
import { followUpPlan, isNoticeFirst, readLadders } from '../../ledger/followUp/followUpPlan.ts';
import { readUnmatched } from '../../ledger/documents/openItems.ts';
import { flagFacts, flagsOf, promiseGraceDays, promiseState } from './flags.ts';

export type NextStep = OutputOf<'customers.get'>['nextStep'];
type DocumentRow = OutputOf<'invoices.list'>['rows'][number];

/** The middle value; null below five, where it would say nothing (metrics.md, general rules). */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < 5) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/**
 * The next step per document and per customer: what is due now, else what waits and why, else what a person must decide, else what comes
 * first. The code of the reason says which of these it is (`held-…`, `decide-…`, `upcoming-step`).
 */
export function nextSteps(plan: DunningPlan, today: PlainDateText): { readonly byDocument: ReadonlyMap<DocumentId, NextStep>; readonly byCustomer: ReadonlyMap<CustomerId, NextStep> } {
  const byDocument = new Map<DocumentId, NextStep>();
  const byCustomer = new Map<CustomerId, NextStep>();
  for (const message of plan.due) {
    byCustomer.set(message.customerId, { step: message.stepKey, on: message.sendOn, reason: message.reason });
    for (const item of message.items) byDocument.set(item.documentId, { step: item.stepKey, on: message.sendOn, reason: item.reason });
  }
  const add = (customerId: CustomerId, documentId: DocumentId | null, next: NonNullable<NextStep>): void => {
    if (documentId !== null && !byDocument.has(documentId)) byDocument.set(documentId, next);
    if (!byCustomer.has(customerId)) byCustomer.set(customerId, next);
  };
  for (const { customerId, items, reason, until } of plan.held)
    for (const item of items) add(customerId, item.documentId, { step: item.stepKey, on: firstPossibleDay({ reason, until }, today), reason });
  for (const decision of plan.decisions) add(decision.customerId, decision.documentId, { step: decision.stepKey ?? '', on: today, reason: decision.reason });
  for (const step of [...plan.upcoming].sort((a, b) => a.on.localeCompare(b.on))) {
    const next = { step: step.stepKey, on: step.on, reason: codedReason('upcoming-step', { step: step.stepKey, onDate: step.on }) };
    add(step.customerId, step.documentId, next);
  }
  return { byDocument, byCustomer };
}

export const toDocumentRow = (line: DocumentLine, today: PlainDateText, steps: ReadonlyMap<DocumentId, NextStep>): DocumentRow => ({
  ...line,
  daysOverdue: line.dueDate === null || line.open <= 0 ? 0 : Math.max(0, daysBetween(line.dueDate, today)),
  nextStep: line.open > 0 ? (steps.get(line.documentId) ?? null) : null,
});

type LadderView = OutputOf<'customers.get'>['ladder'];

/** The ladder as dots: what was done, where it stands, what would follow. */
function ladderView(db: ReadableDb, customer: { readonly customerId: CustomerId; readonly ladderKey: string | null; readonly today: PlainDateText; readonly isHandedOver: boolean }, next: NextStep, after: DueMessage['nextStep']): LadderView {
  const { customerId, ladderKey, today, isHandedOver } = customer;
  const { ladders, standard } = readLadders(db);
  const chosen = ladders.find((known) => known.key === (ladderKey ?? standard)) ?? ladders[0];
  if (chosen === undefined) return [];
  const ladder = isNoticeFirst(db, { today, customerId }) ? withNoticeFirst(chosen) : chosen;
  const done = new Map<string, PlainDateText>();
  for (const message of messagesOfCustomer(db, customerId)) if (message.state !== 'cancelled' && message.state !== 'failed' && !done.has(message.step)) done.set(message.step, message.on);
  const steps = ladder.steps.filter((step) => step.key !== invoiceStepKey && (!isHandedOver || done.has(step.key)));
  const nowIndex = next === null || isHandedOver ? -1 : steps.findIndex((step) => step.key === next.step);
  return steps.slice(0, 8).map((step, index) => {
    const state = index === nowIndex ? 'now' : done.has(step.key) && (nowIndex === -1 || index < nowIndex) ? 'done' : 'later';
    return { step: step.key, state, on: state === 'now' ? (next?.on ?? null) : state === 'done' ? (done.get(step.key) ?? null) : step.key === after?.stepKey ? after.on : null, channel: step.channel };
  });
}

/** Everything about one customer on one page. `not-found` when there is none. */
export function customerPage(db: ReadableDb, customerId: CustomerId, today: PlainDateText): Result<OutputOf<'customers.get'>, AppError> {
  const stored = customerFields(db, customerId);
  const [sums] = customerSums(db, { today, query: '', customerId });
  if (stored === null || sums === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const plan = followUpPlan(db, { today, customerId });
  const isHandedOver = handoversNow(db, customerId).running.has(customerId);
  // Where the claims are elsewhere nothing follows, for what is not due yet neither.
  const steps = nextSteps(isHandedOver ? { ...plan, upcoming: [] } : plan, today);
  const question = { today, query: '', customerId, documentId: null, sort: 'due', descending: false, offset: 0, limit: 1000 } as const;
  const { rows } = listDocuments(db, { ...question, filter: 'open' });
  const aged = ageItems({ items: rows.map((row) => ({ ...row, openCents: row.open })), unmatched: [], asOf: today, basis: 'due' });
  const euro = aged.currencies.find((currency) => currency.currency === 'EUR')?.totals;
  const daysLate = daysLateOfPaid(db, customerId, 14).get(customerId) ?? [];
  const nextStep = steps.byCustomer.get(customerId) ?? null;
  const zero = sumCents([]);
  return ok({
    customerId,
    fields: stored.fields,
    editedFields: [...stored.editedFields],
    since: stored.since,
    open: sums.open,
    overdue: sums.overdue,
    unmatched: sumCents(readUnmatched(db, today).filter((receipt) => receipt.customerId === customerId).map((receipt) => receipt.unmatched)),
    buckets: euro?.buckets ?? { notDue: zero, days1to30: zero, days31to60: zero, days61to90: zero, over90: zero, undated: zero },
    openDocuments: rows.length,
    overdueDocuments: rows.filter((row) => row.open > 0 && row.dueDate !== null && row.dueDate < today).length,
    oldestDays: sums.oldestDue === null ? 0 : daysBetween(sums.oldestDue, today),
    daysLate: [...daysLate],
    medianDaysLate: medianOf(daysLate),
    salesLast12Months: salesTo(db, customerId, { from: addDays(addMonths(today, -12), 1), to: today }),
    flags: flagsOf(sums, daysLate, flagFacts(db, today, customerId), today),
    nextStep,
    ladder: ladderView(db, { customerId, ladderKey: stored.fields.ladder, today, isHandedOver }, nextStep, plan.due[0]?.nextStep ?? null),
    contacts: readContacts(db, customerId).map(({ customerId: _customer, ...contact }) => contact),
    openItems: rows.map((row) => toDocumentRow(row, today, steps.byDocument)),
    holds: runningHolds(db, today, customerId).map(({ customerId: _customer, ...hold }) => hold),
    disputes: openDisputes(db, customerId).map(({ customerId: _customer, ...dispute }) => dispute),
    promises: readPromises(db, customerId, promiseGraceDays).map((promise) => ({ promiseId: promise.promiseId, on: promise.on, cents: promise.cents, state: promiseState(promise, today) })),
  });
}
