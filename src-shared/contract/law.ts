import { z } from 'zod';
import { lawRules } from '../lawRules.ts';
import { zCents, zDate, zDone, zId, zNothing, zReason, zText } from './common.ts';
import { reads, writes } from './method.ts';

/** Percent as decimal text, `10.15`. */
export const zPercent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);
const zConfidence = z.enum(['confirmed', 'secondary', 'unconfirmed']);
export const zRateSeries = z.enum(['nl-trade', 'nl-statutory', 'be-trade', 'be-trade-before-2013', 'be-civil']);

/** One line of a working. `to` is the first day that no longer counts. */
const zWorkingLine = z.strictObject({
  from: zDate.nullable(),
  to: zDate.nullable(),
  days: z.number().int(),
  principalCents: zCents,
  ratePercent: zText.nullable(),
  amountCents: zCents,
  rule: z.enum(lawRules),
  source: zText,
});
const zLawAmount = z.strictObject({
  amountCents: zCents,
  working: z.array(zWorkingLine).max(2000),
  rule: z.enum(lawRules),
  source: zText,
  confidence: zConfidence,
  doubts: z.array(zReason).max(100),
});
export type WireLawAmount = z.output<typeof zLawAmount>;

/** A day by the law, with where that stands and how sure it is. */
const zLawDate = z.strictObject({ date: zDate, rule: z.enum(lawRules), source: zText, confidence: zConfidence, doubts: z.array(zReason).max(100) });

const zClaimState = z.enum(['claimed', 'waived', 'booked', 'none']);
const zClaimRow = z.strictObject({
  documentId: zId<'document'>(),
  number: zText,
  dueDate: zDate,
  open: zCents,
  /** First day of default; null with the reason in `missing` when it has not started. */
  defaultFrom: zDate.nullable(),
  missing: zReason.nullable(),
  /** Interest to date, booked parts included. */
  interest: zLawAmount,
  perDayCents: zCents,
  bookedCents: zCents,
  /** What can be asked beside the ledger now: interest to date less what was booked; nothing when waived. */
  claimCents: zCents,
  state: zClaimState,
  /** Set while the interest counts but may not be asked yet. */
  notBefore: zReason.nullable(),
  /** Where the costs of this document stand: part of what is asked, waived, booked, or none. */
  costsState: zClaimState,
  /** The last day before the claim is prescribed, by the shortest reading; null for what is paid. */
  prescription: zLawDate.extend({ interruptedBy: z.strictObject({ on: zDate, step: zText }).nullable(), isNear: z.boolean() }).nullable(),
  /** From when the VAT can be claimed back; null where no Dutch VAT comes back. */
  vatRefund: zLawDate.nullable(),
});

const zCustomerLaw = z.strictObject({
  isTreatedAsConsumer: z.boolean(),
  isTermAgreed: z.boolean().nullable(),
  interestPercent: zPercent.nullable(),
  isSimple: z.boolean(),
  afterPayment: z.enum(['keep', 'waive']).nullable(),
});
export const zLawSettings = z.strictObject({
  /** The term of payment stands in the contract or in accepted terms, not on the invoice alone. */
  isTermAgreed: z.boolean(),
  /** The terms hold a reciprocal clause for Belgian consumers within the law. */
  hasConsumerClause: z.boolean(),
  /** The article of the terms in which the clauses stand, as letters cite it; may be empty. */
  clauseArticle: z.string().max(40),
  /** Percentage of a Belgian clause between businesses; null: the 40 euros of the law. */
  tradeClausePercent: zPercent.nullable(),
  /** A small company by company law: Belgian consumers owe interest from the day after the reminder. */
  isSmallCreditor: z.boolean(),
  isOutsourced: z.boolean(),
  canDeductVat: z.boolean(),
  /** The 40 euros for every invoice instead of once. */
  isFortyPerInvoiceNl: z.boolean(),
  isFortyPerInvoiceBe: z.boolean(),
  afterPayment: z.enum(['keep', 'waive']),
});
export type LawSettings = z.output<typeof zLawSettings>;

const zDecided = z.strictObject({
  documentId: zId<'document'>().nullable(),
  what: z.enum(['interest', 'costs']),
  decision: z.enum(['waive', 'keep', 'book']),
  cents: zCents,
  decidedOn: zDate,
  reason: zText,
  claimDocumentId: zId<'document'>().nullable(),
  claimNumber: zText.nullable(),
  /** The documents that booked costs cover; empty for any other decision. */
  documentIds: z.array(zId<'document'>()).max(2000),
});

/** What the law adds to what a customer owes. Claims live beside the ledger until they are booked. */
export const law = {
  'law.claims': reads(
    z.strictObject({ customerId: zId<'customer'>() }),
    z.strictObject({
      asOf: zDate,
      /** Null for a country whose law is not known here. */
      country: z.enum(['NL', 'BE']).nullable(),
      kind: z.enum(['trade', 'consumer']),
      rows: z.array(zClaimRow).max(2000),
      costs: zLawAmount.extend({ bookedCents: zCents, claimCents: zCents, state: zClaimState, notBefore: zReason.nullable() }),
      interestCents: zCents,
      totalCents: zCents,
      perDayCents: zCents,
      /** What holds for all of it. */
      notes: z.array(zReason).max(20),
      decisions: z.array(zDecided).max(2000),
      customerLaw: zCustomerLaw,
    }),
  ),
  /** Waive, keep or book a claim. Without a document: all documents of the customer. */
  'law.decide': writes(
    z.strictObject({
      customerId: zId<'customer'>(),
      documentId: zId<'document'>().nullable(),
      what: z.enum(['interest', 'costs']),
      decision: z.enum(['waive', 'keep', 'book']),
      reason: z.string().max(500),
    }),
    z.strictObject({ cents: zCents, claimDocumentId: zId<'document'>().nullable(), claimNumber: zText.nullable() }),
  ),
  /** Takes a booked claim back by a counter-entry. */
  'law.undoBooking': writes(z.strictObject({ claimDocumentId: zId<'document'>() }), zDone),
  'law.saveCustomer': writes(z.strictObject({ customerId: zId<'customer'>(), law: zCustomerLaw }), zDone),
  'law.rates': reads(
    zNothing,
    z.strictObject({
      origin: z.enum(['shipped', 'own']),
      problems: z.array(zReason).max(5),
      series: z
        .array(
          z.strictObject({
            key: zRateSeries,
            /** First day that the last row was not meant for. */
            coveredUntil: zDate,
            /** Whether today lies on or after that day: a newer rate must be looked up. */
            isOutdated: z.boolean(),
            rows: z.array(z.strictObject({ from: zDate, percent: zText, source: zText, confidence: zConfidence, isTyped: z.boolean() })).max(2000),
          }),
        )
        .max(20),
    }),
  ),
  /** A rate that the table does not know yet, typed in by a person: dated, logged, and used at once. */
  'law.saveRate': writes(z.strictObject({ series: zRateSeries, from: zDate, percent: zPercent, source: z.string().min(1).max(500) }), zDone),
  'law.settings': reads(zNothing, zLawSettings),
  'law.saveSettings': writes(zLawSettings, zDone),
} as const;
