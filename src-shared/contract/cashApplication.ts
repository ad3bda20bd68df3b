import { z } from 'zod';
import { zCents, zCurrency, zDate, zDone, zId, zInstant, zLanguage, zNothing, zReason, zText } from './common.ts';
import { reads, writes } from './method.ts';

/** Where a difference goes: a few cents, costs a bank took, a discount for paying early. */
export const zDifferenceAccount = z.enum(['payment-difference', 'bank-charges', 'early-payment-discount']);
const zPart = z.strictObject({ documentId: zId<'document'>(), cents: zCents });
const zNamedPart = zPart.extend({ number: zText, open: zCents, dueDate: zDate.nullable() });
const zClaim = z.enum(['costs', 'interest']);

const rules = ['reference', 'number', 'sum', 'letter', 'direct-debit', 'order', 'iban-amount', 'iban-sum', 'customer-amount', 'instalment', 'promise', 'name-amount'] as const;
export const zMatchRule = z.enum(rules);
/** What the program may do by itself in this administration. Zero cents turns a tolerance off. */
export const zMatchingPolicy = z.strictObject({
  mayBook: z.strictObject({
    reference: z.boolean(),
    number: z.boolean(),
    sum: z.boolean(),
    letter: z.boolean(),
    'direct-debit': z.boolean(),
    order: z.boolean(),
    'iban-amount': z.boolean(),
    'iban-sum': z.boolean(),
    'customer-amount': z.boolean(),
    instalment: z.boolean(),
    promise: z.boolean(),
    'name-amount': z.boolean(),
  }),
  /** Returns that the bank calls so and that fit one receipt. */
  mayBookReturns: z.boolean(),
  bankCostsMaxCents: zCents.refine((cents) => cents >= 0 && cents <= 10_000),
  smallDifferenceMaxCents: zCents.refine((cents) => cents >= 0 && cents <= 1_000),
  discountGraceDays: z.number().int().min(0).max(30),
  /** Most that a person writes off in one decision. */
  writeOffMaxCents: zCents.refine((cents) => cents >= 0 && cents <= 100_000),
});
export type MatchingPolicy = z.output<typeof zMatchingPolicy>;

const zReturnCandidate = z.strictObject({
  /** The receipt that went back, or the refund of ours that came back. */
  bankEntryId: zId<'bankEntry'>(),
  bookDate: zDate,
  amount: zCents,
  counterName: zText.nullable(),
  text: zText,
  /** What the bank took on top. */
  costs: zCents,
  documents: z.array(zPart.extend({ number: zText })).max(200),
  evidence: z.array(zReason).max(10),
  /** Whether the program would book it by itself. */
  isCertain: z.boolean(),
});
const zRefundSource = z.strictObject({
  kind: z.enum(['document', 'receipt']),
  /** Row of the document or of the receipt. */
  id: z.number().int().positive(),
  customerId: zId<'customer'>(),
  customerName: zText,
  label: zText,
  on: zDate,
  available: zCents,
  evidence: z.array(zReason).max(5),
});
const zMoneyBack = z.strictObject({
  bankEntryId: zId<'bankEntry'>(),
  bookDate: zDate,
  amount: zCents,
  currency: zCurrency,
  counterName: zText.nullable(),
  counterIban: zText.nullable(),
  text: z.string().max(5000),
  /** The bank's code, or `return`; null when the bank does not call it a return. */
  returnReason: zText.nullable(),
  customerId: zId<'customer'>().nullable(),
  customerName: zText.nullable(),
  returns: z.array(zReturnCandidate).max(5),
  refunds: z.array(zRefundSource).max(20),
});
const zLearned = z.strictObject({
  kind: z.enum(['account', 'name', 'takes-discount', 'deducts-bank-costs', 'leaves-small-difference']),
  /** The account or the name; empty for a habit. */
  key: zText,
  customerId: zId<'customer'>(),
});
const zTrendPoint = z.strictObject({ date: zDate, cents: zCents, count: z.number().int(), received: zCents, ratio: z.number().nullable(), oldestDays: z.number().int().nullable() });

export const cashApplication = {
  /**
   * One decision about a receipt, booked as a whole and undone with one click (`bank.undoAllocation`). The parts are in the currency of the
   * documents, of any customers; with a fee they are more than the receipt by that much.
   */
  'bank.decide': writes(
    z.strictObject({
      bankEntryId: zId<'bankEntry'>(),
      parts: z.array(zPart).max(200),
      /** Settled on documents without money. */
      writeOffs: z.array(zPart.extend({ account: zDifferenceAccount })).max(200),
      /** What a payment service kept. */
      fee: zCents,
      /** A rest of the receipt that belongs to nobody. */
      leftover: z.strictObject({ cents: zCents, account: zDifferenceAccount }).nullable(),
      /** How much of the receipt was taken over into the currency of the documents. */
      exchange: z.strictObject({ currency: zCurrency, cents: zCents }).nullable(),
      /** Whose the rest is: it stays as that customer's credit. */
      creditTo: zId<'customer'>().nullable(),
    }),
    z.strictObject({ entryIds: z.array(zId<'entry'>()).max(1), rest: zCents }),
  ),
  /** The receipt is in a list of open items already (reason `unmatched-in-list`): it takes the place of what that list took off, and no balance changes. */
  'bank.bookInList': writes(z.strictObject({ bankEntryId: zId<'bankEntry'>() }), z.strictObject({ entryIds: z.array(zId<'entry'>()).max(1), rest: zCents })),
  /** What was settled without money, newest first, with the sums per account. Undone by `entryId` like any decision. */
  'bank.writtenOff': reads(
    z.strictObject({ limit: z.number().int().min(1).max(1000) }),
    z.strictObject({
      rows: z
        .array(
          z.strictObject({
            entryId: zId<'entry'>(),
            account: zDifferenceAccount,
            bookDate: zDate,
            recordedAt: zInstant,
            customerName: zText,
            number: zText,
            cents: zCents,
            currency: zCurrency,
            byPerson: z.boolean(),
            reason: zReason,
          }),
        )
        .max(1000),
      totals: z.array(z.strictObject({ account: zDifferenceAccount, currency: zCurrency, cents: zCents, count: z.number().int() })).max(100),
    }),
  ),
  /** Returns and refunds that wait for a decision, oldest first, each with what it may turn back and what it may be set against. */
  'bank.moneyBack': reads(zNothing, z.strictObject({ lines: z.array(zMoneyBack).max(200) })),
  'bank.bookReturn': writes(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), returnedBankEntryId: zId<'bankEntry'>() }),
    z.strictObject({
      entryIds: z.array(zId<'entry'>()).max(1),
      reopened: z.array(zPart.extend({ number: zText })).max(400),
      /** Costs that may be claimed on the customer with `bank.claimReturnCosts`; null when the bank took none. */
      claim: z.strictObject({ customerId: zId<'customer'>(), cents: zCents }).nullable(),
    }),
  ),
  'bank.bookRefund': writes(
    z.strictObject({
      bankEntryId: zId<'bankEntry'>(),
      sources: z.array(z.strictObject({ kind: z.enum(['document', 'receipt']), id: z.number().int().positive(), cents: zCents })).min(1).max(100),
    }),
    z.strictObject({ entryIds: z.array(zId<'entry'>()).max(1) }),
  ),
  /** Books what a return cost as a claim on the customer, a document of its own. */
  'bank.claimReturnCosts': writes(
    z.strictObject({ entryId: zId<'entry'>(), customerId: zId<'customer'>(), cents: zCents }),
    z.strictObject({ documentId: zId<'document'>(), number: zText }),
  ),
  /** How the law divides a receipt over what a customer owes when the payer says nothing: costs, interest and principal in their order. */
  'bank.orderByLaw': reads(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), customerId: zId<'customer'>() }),
    z.strictObject({ parts: z.array(zNamedPart.extend({ claim: zClaim.nullable() })).max(200), rest: zCents, reason: zReason }),
  ),
  /** Reads a remittance advice (pasted text or CSV) for a receipt. Books nothing. */
  'bank.readRemittance': reads(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), text: z.string().max(200_000) }),
    z.strictObject({
      lines: z
        .array(
          z.strictObject({
            line: z.number().int(),
            number: zText,
            cents: zCents.nullable(),
            documentId: zId<'document'>().nullable(),
            customerName: zText,
            open: zCents.nullable(),
            state: z.enum(['fits', 'part', 'more-than-open', 'no-amount', 'settled', 'unknown', 'several', 'twice', 'other-currency']),
          }),
        )
        .max(1000),
      parts: z.array(zNamedPart).max(200),
      sum: zCents,
      /** The receipt minus the parts: below zero when the advice is of more than came in. */
      rest: zCents,
      /** The total the advice gives itself; null without one. */
      stated: zCents.nullable(),
      unread: z.array(z.strictObject({ line: z.number().int(), text: zText })).max(100),
    }),
  ),
  /** An e-mail that asks what a payment is for, prepared and not sent, to the payer's known contact in the customer's language. */
  'bank.askPayer': reads(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), customerId: zId<'customer'>().nullable(), language: zLanguage.nullable() }),
    z.strictObject({
      customerId: zId<'customer'>().nullable(),
      customerName: zText,
      to: zText,
      contactName: zText,
      language: zLanguage,
      subject: zText,
      text: z.string().max(5000),
      /** Opens the draft in the user's own mail program. */
      mailto: z.string().max(12_000),
      /** When the payer was asked before; null when never. */
      askedOn: zDate.nullable(),
    }),
  ),
  /** Remembers that the payer was asked. */
  'bank.payerAsked': writes(z.strictObject({ bankEntryId: zId<'bankEntry'>(), to: zText }), zDone),
  /** Unmatched cash as a figure: amount, ratio to the receipts of 30 days and to what is owed, age of the oldest, and twelve weeks of it. */
  'bank.unmatchedCash': reads(
    zNothing,
    z.strictObject({
      cents: zCents,
      count: z.number().int(),
      received: zCents,
      ratio: z.number().nullable(),
      owed: zCents,
      ratioToOwed: z.number().nullable(),
      oldestDays: z.number().int().nullable(),
      oldestBankEntryId: zId<'bankEntry'>().nullable(),
      /** Older than five working days: should be nothing. */
      late: z.strictObject({ cents: zCents, count: z.number().int() }),
      /** Of these, in the name of a customer: credit that waits for a later invoice. */
      credit: z.strictObject({ cents: zCents, count: z.number().int() }),
      foreign: z.array(z.strictObject({ currency: zCurrency, cents: zCents, count: z.number().int() })).max(50),
      /** One point a week, oldest first, the last one today; a receipt waits from its day until the day it was assigned. */
      trend: z.array(zTrendPoint).length(12),
    }),
  ),
  'matching.policy': reads(zNothing, z.strictObject({ policy: zMatchingPolicy, changedAt: zInstant.nullable() })),
  'matching.savePolicy': writes(z.strictObject({ policy: zMatchingPolicy }), zDone),
  /** What decisions taught: accounts and names of payers, and habits. */
  'matching.learned': reads(
    zNothing,
    z.strictObject({
      facts: z
        .array(
          zLearned.extend({
            customerName: zText,
            origin: z.enum(['match', 'person', 'import']),
            at: zInstant,
            times: z.number().int(),
            maxCents: zCents,
            /** Whether it counts already: a habit does from the second time. */
            counts: z.boolean(),
          }),
        )
        .max(5000),
    }),
  ),
  /** Revokes what was learned; the program does not learn it again by itself. */
  'matching.forget': writes(zLearned, zDone),
  /** Discount for early payment that a customer may take. */
  'matching.discountTerms': reads(zNothing, z.strictObject({ terms: z.array(z.strictObject({ customerId: zId<'customer'>(), customerName: zText, basisPoints: z.number().int(), days: z.number().int() })).max(5000) })),
  'matching.saveDiscountTerm': writes(
    z.strictObject({ customerId: zId<'customer'>(), term: z.strictObject({ basisPoints: z.number().int().min(1).max(5000), days: z.number().int().min(0).max(365) }).nullable() }),
    zDone,
  ),
} as const;
