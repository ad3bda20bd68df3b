/**
 * Payment plans: what was agreed is kept and never changed, what became of it is read from the journal. Money booked on a document of the
 * plan after it was made pays it; undone or returned money pays nothing. A plan ends by a row of its own.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId, PaymentPlanId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { PlannedPayment } from '../../domain/dunning/dunningFacts.ts';
import { type InstalmentStanding, instalmentStandings, nextInstalment } from '../../domain/paymentPlans/planStanding.ts';
import type { Instalment } from '../../domain/paymentPlans/schedule.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { notToBeAsked } from './notToBeAsked.ts';
import { type PlanEvent, planEvents, type PlanEvents } from './planEvents.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type PlanDocument = { readonly documentId: DocumentId; /** Open when the plan was made. */ readonly open: Cents };
export type NewPaymentPlan = {
  readonly customerId: CustomerId;
  readonly currency: string;
  readonly agreedOn: PlainDateText;
  readonly signBy: PlainDateText;
  readonly isInterestWaived: boolean;
  readonly documents: readonly PlanDocument[];
  readonly instalments: readonly Instalment[];
  readonly at: string;
};
export type PlanEnd = { readonly kind: 'ended' | 'cancelled'; readonly reason: string; readonly on: PlainDateText };
export type StoredPlan = {
  readonly planId: PaymentPlanId;
  readonly customerId: CustomerId;
  readonly reference: string;
  readonly currency: string;
  readonly agreedOn: PlainDateText;
  readonly signBy: PlainDateText;
  readonly isInterestWaived: boolean;
  readonly end: PlanEnd | null;
  /** When both signed, and who; null as long as they did not. */
  readonly accepted: PlanEvent | null;
  /** The written notices of missed instalments, by their place from 1. */
  readonly notices: PlanEvents['notices'];
  readonly documents: readonly (PlanDocument & { readonly number: string; readonly openNow: Cents })[];
  readonly instalments: readonly InstalmentStanding[];
};

type OpenDocument = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly currency: string; readonly open: Cents; readonly takenBy: string | null };

/** A plan that was not signed in time has lapsed: its documents may be in another one. Of plan `p`, on `@today`. */
export const isInForce = `NOT EXISTS (SELECT 1 FROM payment_plan_end x WHERE x.payment_plan_id = p.id)
        AND (p.sign_by >= @today OR EXISTS (SELECT 1 FROM payment_plan_event e WHERE e.payment_plan_id = p.id AND e.kind = 'accepted'
          AND NOT EXISTS (SELECT 1 FROM payment_plan_event_withdrawal w WHERE w.payment_plan_event_id = e.id)))`;

const openDocument = (db: ReadableDb, asked: { readonly documentId: DocumentId; readonly today: PlainDateText }): OpenDocument | undefined =>
  prepared<[typeof asked], OpenDocument>(
    db,
    `SELECT d.id AS documentId, d.customer_id AS customerId, d.currency, coalesce(b.open, 0) AS open,
       (SELECT p.reference FROM payment_plan_document q JOIN payment_plan p ON p.id = q.payment_plan_id
        WHERE q.document_id = d.id AND ${isInForce} LIMIT 1) AS takenBy
     FROM document d LEFT JOIN document_balance b ON b.document_id = d.id WHERE d.id = @documentId AND d.removed_at IS NULL`,
  ).get(asked);

/** The reference of the plan in force that a document is in; null for none. */
export const planThatTook = (db: ReadableDb, asked: { readonly documentId: DocumentId; readonly today: PlainDateText }): string | null => openDocument(db, asked)?.takenBy ?? null;

export type OpenQuestion = { readonly customerId: CustomerId; readonly documentIds: readonly DocumentId[]; readonly today: PlainDateText };
export type OpenForPlan = { readonly currency: string; readonly documents: readonly PlanDocument[]; readonly totalCents: Cents };

/**
 * What is open of the documents that a plan would cover. `not-found` for one that is not this customer's, `plan-nothing-open` for one that
 * is paid or a credit, `plan-document-taken` where a plan runs already, `plan-currency` when they are not all in one currency, and
 * `plan-insolvent` or `plan-handed-over` for a customer who is not ours to ask any more.
 */
export function openForPlan(db: ReadableDb, { customerId, documentIds: ids, today }: OpenQuestion): Result<OpenForPlan, AppError> {
  const barred = notToBeAsked(db, customerId);
  if (barred?.kind === 'insolvent') return err(appError('plan-insolvent', { sinceDate: barred.sinceDate }));
  if (barred?.kind === 'handed-over') return err(appError('plan-handed-over', { to: barred.to, sinceDate: barred.sinceDate }));
  const documents: OpenDocument[] = [];
  for (const id of new Set(ids)) {
    const row = openDocument(db, { documentId: id, today });
    if (row === undefined || row.customerId !== customerId) return err(appError('not-found', { what: 'document', id }));
    if (row.open <= 0) return err(appError('plan-nothing-open'));
    if (row.takenBy !== null) return err(appError('plan-document-taken', { reference: row.takenBy }));
    documents.push(row);
  }
  const [first] = documents;
  if (first === undefined) return err(appError('plan-nothing-open'));
  if (documents.some((one) => one.currency !== first.currency)) return err(appError('plan-currency'));
  return ok({ currency: first.currency, documents: documents.map(({ documentId, open }) => ({ documentId, open })), totalCents: sumCents(documents.map((one) => one.open)) });
}

/** The next free reference of the year, `R-2026-0001`. */
function nextReference(db: ReadableDb, agreedOn: PlainDateText): string {
  const start = `R-${agreedOn.slice(0, 4)}-`;
  const row = prepared<[string], { highest: number | null }>(db, `SELECT max(CAST(substr(reference, 8) AS INTEGER)) AS highest FROM payment_plan WHERE reference LIKE ? || '%'`).get(start);
  return `${start}${String((row?.highest ?? 0) + 1).padStart(4, '0')}`;
}

/** Keeps a plan. What {@link openForPlan} refuses is refused, and `plan-total-changed` when another amount is open by now than the instalments pay. */
export function makePaymentPlan(db: WritableDb, plan: NewPaymentPlan): Result<{ readonly planId: PaymentPlanId; readonly reference: string }, AppError> {
  const { customerId, agreedOn, at } = plan;
  const open = openForPlan(db, { customerId, documentIds: plan.documents.map((one) => one.documentId), today: agreedOn });
  if (!open.ok) return open;
  const isSame = open.value.documents.every(({ documentId, open: now }) => plan.documents.some((one) => one.documentId === documentId && one.open === now));
  const total = sumCents(plan.instalments.map((one) => one.cents));
  if (!isSame || total !== open.value.totalCents) return err(appError('plan-total-changed'));
  const reference = nextReference(db, agreedOn);
  const newest = prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM journal_entry').get()?.id ?? 0;
  const { lastInsertRowid } = prepared<[CustomerId, string, string, PlainDateText, PlainDateText, number, number, string], never>(
    db,
    'INSERT INTO payment_plan (customer_id, reference, currency, agreed_on, sign_by, is_interest_waived, after_entry_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(customerId, reference, open.value.currency, agreedOn, plan.signBy, plan.isInterestWaived ? 1 : 0, newest, at);
  const planId = Number(lastInsertRowid) as PaymentPlanId;
  const addDocument = prepared<[PaymentPlanId, DocumentId, Cents], never>(db, 'INSERT INTO payment_plan_document (payment_plan_id, document_id, open) VALUES (?, ?, ?)');
  for (const { documentId, open: cents } of open.value.documents) addDocument.run(planId, documentId, cents);
  const addInstalment = prepared<[PaymentPlanId, number, PlainDateText, Cents], never>(db, 'INSERT INTO payment_plan_instalment (payment_plan_id, position, due_on, cents) VALUES (?, ?, ?, ?)');
  for (const [index, { dueOn, cents }] of plan.instalments.entries()) addInstalment.run(planId, index + 1, dueOn, cents);
  logEvent(db, { at, actor: 'person', kind: 'payment-plan', subject: 'customer', subjectId: customerId, detail: { planId, reference, cents: total, instalments: plan.instalments.length } });
  return ok({ planId, reference });
}

/** Ends a plan: from then on its documents are followed up again. `not-found` for none, `not-allowed-now` when it ended before, `reason-missing`. */
export function endPaymentPlan(db: WritableDb, end: PlanEnd & { readonly planId: PaymentPlanId; readonly at: string }): Result<null, AppError> {
  const { planId, kind, reason, on, at } = end;
  const row = prepared<[PaymentPlanId], { customerId: CustomerId; reference: string; ended: 0 | 1 }>(
    db,
    `SELECT p.customer_id AS customerId, p.reference, EXISTS (SELECT 1 FROM payment_plan_end x WHERE x.payment_plan_id = p.id) AS ended FROM payment_plan p WHERE p.id = ?`,
  ).get(planId);
  if (row === undefined) return err(appError('not-found', { what: 'payment-plan', id: planId }));
  if (row.ended === 1) return err(appError('not-allowed-now', { what: 'payment-plan', id: planId }));
  if (reason.trim() === '') return err(appError('reason-missing'));
  prepared<[PaymentPlanId, string, string, PlainDateText, string], never>(db, 'INSERT INTO payment_plan_end (payment_plan_id, kind, reason, ended_on, at) VALUES (?, ?, ?, ?, ?)').run(planId, kind, reason.trim(), on, at);
  logEvent(db, { at, actor: 'person', kind: 'payment-plan-ended', subject: 'customer', subjectId: row.customerId, detail: { planId, reference: row.reference, kind, reason: reason.trim() } });
  return ok(null);
}

type PlanRow = Pick<StoredPlan, 'planId' | 'customerId' | 'reference' | 'currency' | 'agreedOn' | 'signBy'> & {
  readonly isInterestWaived: 0 | 1;
  readonly endKind: PlanEnd['kind'] | null;
  readonly endReason: string | null;
  readonly endedOn: PlainDateText | null;
};
type DocumentRow = StoredPlan['documents'][number] & { readonly planId: PaymentPlanId; readonly receivedCents: Cents };
type InstalmentRow = Instalment & { readonly planId: PaymentPlanId };
export type PlanQuestion = { readonly customerId: CustomerId | null; /** Leaves out what was ended. */ readonly onlyRunning: boolean };

/** The plans of a customer or of all, newest first, each with what is paid of it now. */
export function paymentPlans(db: ReadableDb, { customerId, onlyRunning }: PlanQuestion): readonly StoredPlan[] {
  const asked = { customerId, onlyRunning: onlyRunning ? 1 : 0 };
  // Two conditions in one would read every plan there is, also for one customer.
  const whose = customerId === null ? '1' : 'p.customer_id = @customerId';
  const rows = prepared<[typeof asked], PlanRow>(
    db,
    `SELECT p.id AS planId, p.customer_id AS customerId, p.reference, p.currency, p.agreed_on AS agreedOn, p.sign_by AS signBy, p.is_interest_waived AS isInterestWaived,
       x.kind AS endKind, x.reason AS endReason, x.ended_on AS endedOn
     FROM payment_plan p LEFT JOIN payment_plan_end x ON x.payment_plan_id = p.id
     WHERE ${whose} AND (@onlyRunning = 0 OR x.kind IS NULL) ORDER BY p.id DESC`,
  ).all(asked);
  if (rows.length === 0) return [];
  const ofPlan = `q.payment_plan_id IN (SELECT p.id FROM payment_plan p WHERE ${whose})`;
  const documents = Map.groupBy(
    prepared<[Pick<PlanQuestion, 'customerId'>], DocumentRow>(
      db,
      `SELECT q.payment_plan_id AS planId, q.document_id AS documentId, q.open, d.number, coalesce(b.open, 0) AS openNow,
         (SELECT coalesce(sum(a.cents), 0) FROM allocation a WHERE a.document_id = q.document_id AND a.bank_entry_id IS NOT NULL
            AND a.entry_id > (SELECT p.after_entry_id FROM payment_plan p WHERE p.id = q.payment_plan_id)
            AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = a.entry_id)) AS receivedCents
       FROM payment_plan_document q JOIN document d ON d.id = q.document_id LEFT JOIN document_balance b ON b.document_id = d.id
       WHERE ${ofPlan} ORDER BY q.payment_plan_id, coalesce(d.due_date, d.issue_date), d.id`,
    ).all({ customerId }),
    (row) => row.planId,
  );
  const instalments = Map.groupBy(
    prepared<[Pick<PlanQuestion, 'customerId'>], InstalmentRow>(
      db,
      `SELECT q.payment_plan_id AS planId, q.due_on AS dueOn, q.cents FROM payment_plan_instalment q WHERE ${ofPlan} ORDER BY q.payment_plan_id, q.position`,
    ).all({ customerId }),
    (row) => row.planId,
  );
  const eventsOf = planEvents(db, customerId);
  return rows.map(({ endKind, endReason, endedOn, isInterestWaived, ...row }) => {
    const own = documents.get(row.planId) ?? [];
    const receivedCents = sumCents(own.map((one) => one.receivedCents));
    const fallen = subtractCents(sumCents(own.map((one) => one.open)), sumCents(own.map((one) => one.openNow)));
    const agreed = (instalments.get(row.planId) ?? []).map(({ dueOn, cents }) => ({ dueOn, cents }));
    return {
      ...row,
      ...eventsOf(row.planId),
      isInterestWaived: isInterestWaived === 1,
      end: endKind === null || endedOn === null ? null : { kind: endKind, reason: endReason ?? '', on: endedOn },
      documents: own.map(({ documentId, open, number, openNow }) => ({ documentId, open, number, openNow })),
      instalments: instalmentStandings({ instalments: agreed, receivedCents, reducedCents: subtractCents(fallen, receivedCents) }),
    };
  });
}

export type PlansOfDocuments = {
  /** The first instalment that is still to be paid, for each document of a running plan that has one. */
  readonly next: ReadonlyMap<DocumentId, PlannedPayment>;
  /** The day on which a plan over the document ended; the newest. */
  readonly endedOn: ReadonlyMap<DocumentId, PlainDateText>;
};

/** The first instalment of a plan that is still to be paid, with what is known for follow-up; null when all are paid. */
export function plannedPayment({ instalments, reference, signBy, accepted, notices }: Pick<StoredPlan, 'instalments' | 'reference' | 'signBy' | 'accepted' | 'notices'>): PlannedPayment | null {
  const due = nextInstalment(instalments);
  if (due === null) return null;
  const { dueOn, restCents } = due;
  return { reference, dueOn, restCents, signBy: accepted === null ? signBy : null, noticedOn: notices.get(instalments.indexOf(due) + 1)?.on ?? null };
}

export function plansOfDocuments(db: ReadableDb, customerId: CustomerId | null): PlansOfDocuments {
  const next = new Map<DocumentId, PlannedPayment>();
  const endedOn = new Map<DocumentId, PlainDateText>();
  const seen = new Set<DocumentId>();
  // Newest first: what is known of a document already is newer, and only its newest plan counts.
  for (const plan of paymentPlans(db, { customerId, onlyRunning: false })) {
    const { documents, end } = plan;
    const due = end === null ? plannedPayment(plan) : null;
    for (const { documentId } of documents) {
      if (due !== null && !seen.has(documentId)) next.set(documentId, due);
      seen.add(documentId);
      if (end !== null && !endedOn.has(documentId)) endedOn.set(documentId, end.on);
    }
  }
  return { next, endedOn };
}

/** One plan with what is paid of it; null when there is none. */
export function paymentPlan(db: ReadableDb, planId: PaymentPlanId): StoredPlan | null {
  const customerId = prepared<[PaymentPlanId], { customerId: CustomerId }>(db, 'SELECT customer_id AS customerId FROM payment_plan WHERE id = ?').get(planId)?.customerId;
  return customerId === undefined ? null : (paymentPlans(db, { customerId, onlyRunning: false }).find((plan) => plan.planId === planId) ?? null);
}

export type PlanItem = {
  readonly documentId: DocumentId;
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly total: Cents;
  readonly paymentReference: string | null;
};

/** The documents of a plan as they were issued, the oldest due first. */
export const planItems = (db: ReadableDb, planId: PaymentPlanId): readonly PlanItem[] =>
  prepared<[PaymentPlanId], PlanItem>(
    db,
    `SELECT d.id AS documentId, d.number, d.issue_date AS issueDate, d.due_date AS dueDate, d.total, d.payment_reference AS paymentReference
     FROM payment_plan_document q JOIN document d ON d.id = q.document_id WHERE q.payment_plan_id = ? ORDER BY coalesce(d.due_date, d.issue_date), d.id`,
  ).all(planId);
