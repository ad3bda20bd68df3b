import { z } from 'zod';
import { zDate, zFileRef, zId, zJobId } from './common.ts';
import { runs } from './method.ts';

export const dossier = {
  /**
   * Everything about one customer's debt for a bailiff, an agency or a court, as one PDF portfolio
   * and as an archive of the same files: the claim to date and per day, its calculation,
   * the invoices, every message as sent with its fingerprint, contacts and history. With `stopsFollowUp` our own follow-up pauses from then on.
   */
  'dossier.make': runs(
    z.strictObject({ jobId: zJobId, customerId: zId<'customer'>(), stopsFollowUp: z.boolean(), recipient: z.string().max(200) }),
    z.strictObject({ file: zFileRef, portfolio: zFileRef, files: z.number().int(), pausedUntil: zDate.nullable() }),
  ),
} as const;
