import { z } from 'zod';
import { zBuckets, zCents, zCurrency, zDate, zFileRef, zId, zText, zUiLanguage } from './common.ts';
import { reads } from './method.ts';

const zAgedDocument = z.strictObject({
  documentId: zId<'document'>(),
  number: zText,
  kind: z.enum(['invoice', 'creditNote', 'claim']),
  issueDate: zDate,
  dueDate: zDate.nullable(),
  daysOverdue: z.number().int(),
  bucket: z.enum(['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'undated']),
  total: zCents,
  open: zCents,
  disputed: z.boolean(),
});
const zAsOf = z.strictObject({ asOf: zDate, basis: z.enum(['due', 'issue']) });

export const aging = {
  /** Open items in euro by customer and days past due as of a date; other currencies apart; ties to the ledger to the cent. */
  'aging.list': reads(
    zAsOf,
    z.strictObject({
      asOf: zDate,
      totals: zBuckets,
      open: zCents,
      overdue: zCents,
      unmatched: zCents,
      customers: z
        .array(
          z.strictObject({
            /** Null: receipts of payers that are not known. */
            customerId: zId<'customer'>().nullable(),
            name: zText,
            buckets: zBuckets,
            open: zCents,
            overdue: zCents,
            unmatched: zCents,
            oldestDays: z.number().int(),
            documents: z.number().int(),
          }),
        )
        .max(200_000),
      otherCurrencies: z.array(z.strictObject({ currency: zCurrency, open: zCents, documents: z.number().int() })).max(50),
    }),
  ),
  /** The receivable and unmatched accounts of the journal itself, posting by posting, in euro: must equal the list to the cent. */
  'aging.tieOut': reads(z.strictObject({ asOf: zDate }), z.strictObject({ receivable: zCents, unmatched: zCents })),
  /** What one row of the list is made of, in euro: documents oldest first, and receipts that are not assigned. */
  'aging.customer': reads(
    zAsOf.extend({ customerId: zId<'customer'>().nullable() }),
    z.strictObject({
      documents: z.array(zAgedDocument).max(20_000),
      receipts: z.array(z.strictObject({ bankEntryId: zId<'bankEntry'>(), bookDate: zDate, unmatched: zCents })).max(20_000),
    }),
  ),
  /** Month-end buckets, oldest first, and the day itself last, for the stacked bars. */
  'aging.history': reads(
    zAsOf.extend({ months: z.number().int().min(2).max(36) }),
    z.strictObject({ months: z.array(z.strictObject({ date: zDate, buckets: zBuckets, open: zCents })).max(36) }),
  ),
  'aging.export': reads(
    zAsOf.extend({ format: z.enum(['xlsx', 'csv']), detail: z.enum(['customers', 'documents']), language: zUiLanguage }),
    zFileRef,
  ),
} as const;

const zDsoPoint = z.strictObject({
  date: zDate,
  /** Days, one decimal; null where it cannot be computed; `beyond` when the receivables are older than the sales window. */
  dso: z.number().nullable(),
  bestPossible: z.number().nullable(),
  beyond: z.boolean(),
  receivables: zCents,
  notDue: zCents,
  sales: zCents,
});

export const insight = {
  'insight.dso': reads(
    z.strictObject({ asOf: zDate, months: z.number().int().min(1).max(36) }),
    z.strictObject({
      method: z.enum(['monthly', 'daily']),
      current: zDsoPoint,
      /** DSO minus best possible: days late within DSO. */
      averageDaysDelinquent: z.number().nullable(),
      rolling12: z.number().nullable(),
      simple: z.number().nullable(),
      trend: z.array(zDsoPoint).max(36),
      /** How the current figure was counted back, newest month first. */
      working: z.array(z.strictObject({ from: zDate, to: zDate, sales: zCents, days: z.number(), remaining: zCents })).max(1000),
      centsPerDay: zCents,
      pastDueRatio: z.number().nullable(),
      unmatchedRatio: z.number().nullable(),
    }),
  ),
  /** Where the overdue money is stuck: every overdue euro in exactly one state. */
  'insight.stuck': reads(
    z.strictObject({ asOf: zDate }),
    z.strictObject({
      overdue: zCents,
      states: z
        .array(
          z.strictObject({
            state: z.enum(['reminded', 'not-reminded', 'unmatched', 'disputed', 'promised', 'held', 'insolvent', 'no-contact', 'handed-over', 'in-plan']),
            cents: zCents,
            customers: z.number().int(),
            documents: z.number().int(),
          }),
        )
        .max(12),
    }),
  ),
} as const;
