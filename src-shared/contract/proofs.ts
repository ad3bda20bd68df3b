import { z } from 'zod';
import { zDone, zFileRef, zId, zInstant, zNothing, zText } from './common.ts';
import { reads, runs, writes } from './method.ts';

export const zProofKind = z.enum(['delivery', 'sending', 'other']);
const zProof = z.strictObject({
  proofId: zId<'proof'>(),
  kind: zProofKind,
  name: zText,
  mime: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  size: z.number().int(),
  pages: z.number().int(),
  documentId: zId<'document'>().nullable(),
  documentNumber: zText,
  messageId: zId<'message'>().nullable(),
  messageReference: zText,
  /** Goes along with later messages about its invoice, or about those of its message. */
  isEnclosed: z.boolean(),
  addedAt: zInstant,
});

export const proofs = {
  /** Proofs of delivery and sending of a customer, oldest first. */
  'proofs.list': reads(z.strictObject({ customerId: zId<'customer'>() }), z.strictObject({ proofs: z.array(zProof).max(5000) })),
  /** The largest file in bytes, and the most pages. */
  'proofs.limits': reads(zNothing, z.strictObject({ bytes: z.number().int(), pages: z.number().int() })),
  /**
   * Keeps an uploaded file as proof, with its pages as pictures that were uploaded beside it. Errors: `proof-type`, `proof-too-large`,
   * `not-found` for an invoice or a message of somebody else.
   */
  'proofs.add': runs(
    z.strictObject({
      customerId: zId<'customer'>(),
      documentId: zId<'document'>().nullable(),
      messageId: zId<'message'>().nullable(),
      kind: zProofKind,
      isEnclosed: z.boolean(),
      stagedId: z.string().min(1).max(100),
      pages: z.array(z.string().min(1).max(100)).min(1).max(20),
    }),
    z.strictObject({ proofId: zId<'proof'>() }),
  ),
  /** The file as it came. */
  'proofs.open': reads(z.strictObject({ proofId: zId<'proof'>() }), zFileRef),
  'proofs.enclose': writes(z.strictObject({ proofId: zId<'proof'>(), isEnclosed: z.boolean() }), zDone),
  /** Takes a proof away, or puts it back; what was sent with it stays as it was sent. */
  'proofs.remove': writes(z.strictObject({ proofId: zId<'proof'>(), isRemoved: z.boolean() }), zDone),
} as const;
