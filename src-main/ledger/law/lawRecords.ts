/** Rates that were typed in, how a customer is treated by the law, and decisions about claims. All but the settings is only ever added to. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { RateSeriesKey, TypedRate } from '../../domain/law/rates.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { bookedCostsDocument, claimDecision, customerLaw, lawRate } from '../schema/schema.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** Rates typed in, in the order they were typed. They come from a person, so they count as secondary. */
export function typedRates(db: ReadableDb): readonly TypedRate[] {
  const rows = prepared<[], Omit<TypedRate, 'confidence'>>(db, 'SELECT series, from_date AS "from", percent, source FROM law_rate ORDER BY id').all();
  return rows.map((row) => ({ ...row, confidence: 'secondary' }));
}

export type NewRate = { readonly series: RateSeriesKey; readonly from: PlainDateText; readonly percent: string; readonly source: string; readonly at: string };

export function saveTypedRate(db: WritableDb, { series, from, percent, source, at }: NewRate): void {
  db.orm.insert(lawRate).values({ series, fromDate: from, percent, source, at }).run();
  logEvent(db, { at, actor: 'person', kind: 'law-rate-typed', subject: 'law-rate', subjectId: null, detail: { series, from, percent, source } });
}

/** How one customer is treated; null fields follow the settings of the company. */
export type CustomerLaw = {
  /** A sole trader to whom everything is asked as of a consumer, as caution. */
  readonly isTreatedAsConsumer: boolean;
  readonly isTermAgreed: boolean | null;
  /** Agreed interest in percent a year, as decimal text. */
  readonly interestPercent: string | null;
  /** Compounding contracted out. */
  readonly isSimple: boolean;
  /** What becomes of interest when the principal is paid. */
  readonly afterPayment: 'keep' | 'waive' | null;
};

type LawRow = Pick<CustomerLaw, 'interestPercent' | 'afterPayment'> & { readonly isTreatedAsConsumer: 0 | 1; readonly isTermAgreed: 0 | 1 | null; readonly isSimple: 0 | 1 };
export const usualCustomerLaw: CustomerLaw = { isTreatedAsConsumer: false, isTermAgreed: null, interestPercent: null, isSimple: false, afterPayment: null };

export function readCustomerLaw(db: ReadableDb, customerId: CustomerId): CustomerLaw {
  const row = prepared<[CustomerId], LawRow>(
    db,
    `SELECT is_treated_as_consumer AS isTreatedAsConsumer, is_term_agreed AS isTermAgreed, interest_percent AS interestPercent, is_simple AS isSimple, after_payment AS afterPayment
     FROM customer_law WHERE customer_id = ?`,
  ).get(customerId);
  if (row === undefined) return usualCustomerLaw;
  const { isTreatedAsConsumer, isTermAgreed, isSimple } = row;
  return { ...row, isTreatedAsConsumer: isTreatedAsConsumer === 1, isTermAgreed: isTermAgreed === null ? null : isTermAgreed === 1, isSimple: isSimple === 1 };
}

export function saveCustomerLaw(db: WritableDb, customerId: CustomerId, change: { readonly law: CustomerLaw; readonly at: string }): void {
  const { law, at } = change;
  const was = readCustomerLaw(db, customerId);
  db.orm
    .insert(customerLaw)
    .values({ customerId, ...law, changedAt: at })
    .onConflictDoUpdate({ target: customerLaw.customerId, set: { ...law, changedAt: at } })
    .run();
  logEvent(db, { at, actor: 'person', kind: 'customer-law-changed', subject: 'customer', subjectId: customerId, detail: { was, is: law } });
}

export type ClaimPart = 'interest' | 'costs';
export type ClaimDecision = {
  readonly documentId: DocumentId | null;
  readonly what: ClaimPart;
  readonly decision: 'waive' | 'keep' | 'book';
  readonly cents: Cents;
  readonly decidedOn: PlainDateText;
  readonly reason: string;
  readonly claimDocumentId: DocumentId | null;
  /** The number of the claim document that was booked. */
  readonly claimNumber: string | null;
  /** The documents that booked costs cover; empty for any other decision. */
  readonly documentIds: readonly DocumentId[];
};
type DecisionRow = Omit<ClaimDecision, 'documentIds'> & { readonly covered: string };

/** Decisions about one customer's claims, oldest first. A booking that was undone is left out. */
export function claimDecisions(db: ReadableDb, customerId: CustomerId): readonly ClaimDecision[] {
  const rows = prepared<[CustomerId], DecisionRow>(
    db,
    `SELECT x.document_id AS documentId, x.what, x.decision, x.cents, x.decided_on AS decidedOn, x.reason, x.claim_document_id AS claimDocumentId,
       d.number AS claimNumber, (SELECT coalesce(group_concat(b.document_id), '') FROM booked_costs_document b WHERE b.decision_id = x.id) AS covered
     FROM claim_decision x LEFT JOIN document d ON d.id = x.claim_document_id
     WHERE x.customer_id = ? AND (x.entry_id IS NULL OR NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = x.entry_id)) ORDER BY x.id`,
  ).all(customerId);
  return rows.map(({ covered, ...row }) => ({ ...row, documentIds: covered === '' ? [] : covered.split(',').map((id) => Number(id) as DocumentId) }));
}

export type NewDecision = {
  readonly customerId: CustomerId;
  readonly documentId: DocumentId | null;
  readonly what: ClaimPart;
  readonly decision: 'waive' | 'keep' | 'book';
  readonly cents: Cents;
  readonly working: unknown;
  readonly reason: string;
  readonly booked: { readonly entryId: EntryId; readonly claimDocumentId: DocumentId } | null;
  /** The documents that booked costs are for; empty for any other decision. */
  readonly covers: readonly DocumentId[];
  readonly decidedOn: PlainDateText;
  readonly at: string;
};

export function addClaimDecision(db: WritableDb, { booked, working, covers, ...decision }: NewDecision): void {
  const { lastInsertRowid } = db.orm
    .insert(claimDecision)
    .values({ ...decision, working: JSON.stringify(working), entryId: booked?.entryId ?? null, claimDocumentId: booked?.claimDocumentId ?? null })
    .run();
  for (const covered of covers) db.orm.insert(bookedCostsDocument).values({ decisionId: Number(lastInsertRowid), documentId: covered }).run();
  const { customerId, documentId, what, cents, reason, at } = decision;
  logEvent(db, { at, actor: 'person', kind: `claim-${decision.decision}`, subject: 'customer', subjectId: customerId, detail: { documentId, what, cents, reason } });
}

/** The entry that booked a claim document and still counts; null when there is none. */
export function bookedEntryOf(db: ReadableDb, claimDocumentId: DocumentId): EntryId | null {
  return (
    prepared<[DocumentId], { entryId: EntryId }>(
      db,
      `SELECT x.entry_id AS entryId FROM claim_decision x WHERE x.claim_document_id = ?
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = x.entry_id) LIMIT 1`,
    ).get(claimDocumentId)?.entryId ?? null
  );
}
