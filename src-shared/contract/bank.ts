import { z } from 'zod';
import { zCents, zCurrency, zDate, zDone, zId, zInstant, zNothing, zReason, zText } from './common.ts';
import { zDifferenceAccount } from './cashApplication.ts';
import { reads, writes } from './method.ts';

const zEvidence = z.strictObject({ stance: z.enum(['for', 'missing', 'against']), reason: zReason });
const zPart = z.strictObject({ documentId: zId<'document'>(), cents: zCents });

export const zOpenItem = z.strictObject({
  documentId: zId<'document'>(),
  customerId: zId<'customer'>(),
  customerName: zText,
  number: zText,
  kind: z.enum(['invoice', 'creditNote', 'claim']),
  issueDate: zDate,
  dueDate: zDate.nullable(),
  total: zCents,
  open: zCents,
});

const zUnmatchedReceipt = z.strictObject({
  bankEntryId: zId<'bankEntry'>(),
  bookDate: zDate,
  amount: zCents,
  unmatched: zCents,
  currency: zCurrency,
  counterName: zText.nullable(),
  counterIban: zText.nullable(),
  text: z.string().max(5000),
  structuredRef: zText.nullable(),
  account: zText,
  parked: z.strictObject({ reason: zText, until: zDate.nullable() }).nullable(),
  ageDays: z.number().int(),
  customerId: zId<'customer'>().nullable(),
  customerName: zText.nullable(),
});
/** What the list says about a receipt before it is opened: its best proposal, and how many messages of follow-up wait for it. */
const zWaitingReceipt = zUnmatchedReceipt.extend({
  best: z.strictObject({ customerName: zText, numbers: z.array(zText).max(3), count: z.number().int(), rest: zCents, difference: zCents }).nullable(),
  heldSteps: z.number().int(),
  /** When the payer was asked what it is for; null when never. */
  askedOn: zDate.nullable(),
});

export const bank = {
  'bank.accounts': reads(
    zNothing,
    z.strictObject({
      accounts: z
        .array(
          z.strictObject({
            id: zId<'ownAccount'>(),
            iban: zText,
            ownership: z.enum(['ours', 'not-ours', 'unknown']),
            currency: zCurrency,
            closing: zCents.nullable(),
            lastBookDate: zDate.nullable(),
            /** The number of the newest statement, as the bank gave it. */
            lastNumber: zText.nullable(),
            statements: z.number().int(),
            doNotAddUp: z.number().int(),
            gaps: z
              .array(
                z.strictObject({
                  after: zDate,
                  before: zDate,
                  difference: zCents,
                  /** An account of several currencies has a chain of balances in each. */
                  currency: zCurrency,
                  /** First and last missing number, where the bank counts its statements. */
                  numbers: z.strictObject({ first: z.number().int(), last: z.number().int() }).nullable(),
                }),
              )
              .max(500),
          }),
        )
        .max(200),
      unmatched: z.strictObject({ cents: zCents, count: z.number().int(), oldestDays: z.number().int().nullable(), ratio: z.number().nullable() }),
    }),
  ),
  'bank.saveAccount': writes(z.strictObject({ id: zId<'ownAccount'>(), ownership: z.enum(['ours', 'not-ours']) }), zDone),
  /** Receipts that are not, or not fully, assigned; oldest first; parked ones last. */
  'bank.unmatched': reads(z.strictObject({ includeParked: z.boolean() }), z.strictObject({ receipts: z.array(zWaitingReceipt).max(5000) })),
  'bank.candidates': reads(
    z.strictObject({ bankEntryId: zId<'bankEntry'>() }),
    z.strictObject({
      receipt: zUnmatchedReceipt,
      /** Why the program did not assign it by itself; null when it would now, or when a person undid that. */
      why: zReason.nullable(),
      proposals: z
        .array(
          z.strictObject({
            customerId: zId<'customer'>(),
            customerName: zText,
            parts: z.array(zPart.extend({ number: zText, open: zCents, dueDate: zDate.nullable() })).max(200),
            /** Settled without money beside the parts, as `bank.decide` takes it. */
            differences: z.array(zPart.extend({ account: zDifferenceAccount })).max(200),
            sum: zCents,
            rest: zCents,
            evidence: z.array(zEvidence).max(20),
          }),
        )
        .max(5),
      raw: z.strictObject({ text: z.string().max(20_000), file: zText, origin: zText }),
    }),
  ),
  'bank.openItems': reads(z.strictObject({ query: zText, customerId: zId<'customer'>().nullable() }), z.strictObject({ items: z.array(zOpenItem).max(200) })),
  'bank.allocate': writes(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), parts: z.array(zPart).min(1).max(200) }),
    z.strictObject({ entryIds: z.array(zId<'entry'>()).max(400), rest: zCents }),
  ),
  /** Keeps the rest as credit of a customer: money that waits for a later invoice. Stays in unmatched cash, with a name. */
  'bank.assignCustomer': writes(z.strictObject({ bankEntryId: zId<'bankEntry'>(), customerId: zId<'customer'>().nullable() }), zDone),
  /** `isForNothingNamed`: a person says that it does not pay the documents it names, so that their follow-up goes on. */
  'bank.park': writes(
    z.strictObject({ bankEntryId: zId<'bankEntry'>(), reason: z.string().min(1).max(500), until: zDate.nullable(), isForNothingNamed: z.boolean().optional() }),
    zDone,
  ),
  'bank.unpark': writes(z.strictObject({ bankEntryId: zId<'bankEntry'>() }), zDone),
  /** Reverses allocations by counter-entries. */
  'bank.undoAllocation': writes(z.strictObject({ entryIds: z.array(zId<'entry'>()).min(1).max(400) }), z.strictObject({ reversed: z.number().int() })),
  'bank.allocations': reads(
    z.strictObject({ limit: z.number().int().min(1).max(1000) }),
    z.strictObject({
      allocations: z
        .array(
          z.strictObject({
            entryId: zId<'entry'>(),
            /** Money assigned, money that the bank took back (below zero), or money refunded (below zero). */
            kind: z.enum(['allocation', 'return', 'refund']),
            bankEntryId: zId<'bankEntry'>(),
            bookDate: zDate,
            recordedAt: zInstant,
            counterName: zText.nullable(),
            customerId: zId<'customer'>(),
            customerName: zText,
            parts: z.array(zPart.extend({ number: zText })).max(200),
            cents: zCents,
            reason: zReason,
            byPerson: z.boolean(),
          }),
        )
        .max(1000),
      /** What the program assigned by itself today and still counts. */
      today: z.strictObject({ count: z.number().int(), cents: zCents }),
    }),
  ),
  'matching.run': writes(
    zNothing,
    z.strictObject({ booked: z.number().int(), bookedCents: zCents, returned: z.number().int(), unmatched: z.number().int(), unmatchedCents: zCents }),
  ),
} as const;
