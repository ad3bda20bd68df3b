import { z } from 'zod';
import { correspondenceKinds } from '../correspondence.ts';
import { zCents, zCurrency, zDate, zFileRef, zId, zLongText, zText } from './common.ts';
import { reads, runs } from './method.ts';

const zLetter = z.strictObject({
  customerId: zId<'customer'>(),
  kind: z.enum(correspondenceKinds),
  channel: z.enum(['email', 'letter']),
  /** The receipt that is confirmed; null for an account statement. */
  bankEntryId: zId<'bankEntry'>().nullable(),
  /** An own paragraph before the closing; empty = none. */
  note: z.string().max(2000),
});

/** Account statements, confirmations, thanks and apologies, sent by a person when he wants to. */
export const correspondence = {
  /** What there is to write about: where it would go, and what was received lately. */
  'correspondence.choices': reads(
    z.strictObject({ customerId: zId<'customer'>() }),
    z.strictObject({
      email: z.string().max(300),
      address: z.string().max(300),
      openCents: zCents,
      receipts: z.array(z.strictObject({ bankEntryId: zId<'bankEntry'>(), on: zDate, cents: zCents, currency: zCurrency, numbers: zText, isAllPaid: z.boolean(), /** The reminder that crossed it, or null. */ messageOn: zDate.nullable() })).max(50),
    }),
  ),
  /** As it would leave now; nothing is kept. */
  'correspondence.preview': reads(
    zLetter,
    z.strictObject({ subject: zText, from: zText, to: zText, text: zLongText, html: zFileRef.nullable(), pdf: zFileRef }),
  ),
  /** Freezes it as a message that waits to be sent or printed, like those of the day. */
  'correspondence.approve': runs(zLetter, z.strictObject({ messageId: zId<'message'>(), reference: zText })),
} as const;
