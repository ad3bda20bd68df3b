import { z } from 'zod';
import { zCents, zCurrency, zDate, zDone, zId, zInstant, zNothing, zText, zToken } from './common.ts';
import { reads, runs, writes } from './method.ts';

const mostLines = 5000;
const zFile = z.strictObject({ stagedId: zToken });

/** Our own orders for direct debits (pain.008), read beside the statements: their end-to-end ids tell what comes in and what comes back. */
export const directDebits = {
  /** What an order collects; nothing is kept. Refuses other messages, orders of an account that is not ours, and orders that are kept already. */
  'bank.readDebitOrder': runs(
    zFile,
    z.strictObject({
      message: zText,
      account: zText,
      lines: z
        .array(
          z.strictObject({
            endToEndId: zText,
            debtorName: zText,
            cents: zCents,
            currency: zCurrency,
            collectOn: zDate.nullable(),
            numbers: z.array(zText).max(50),
            state: z.enum(['fits', 'differs', 'several', 'unknown', 'no-id']),
          }),
        )
        .max(mostLines),
      /** How many of them can be kept: those that name an invoice. */
      kept: z.number().int(),
    }),
  ),
  'bank.keepDebitOrder': writes(zFile, z.strictObject({ orderId: zId<'directDebitOrder'>(), kept: z.number().int() })),
  'bank.debitOrders': reads(
    zNothing,
    z.strictObject({ orders: z.array(z.strictObject({ orderId: zId<'directDebitOrder'>(), message: zText, fileName: zText, at: zInstant, debits: z.number().int(), cents: zCents })).max(100) }),
  ),
  'bank.withdrawDebitOrder': writes(z.strictObject({ orderId: zId<'directDebitOrder'>() }), zDone),
} as const;
