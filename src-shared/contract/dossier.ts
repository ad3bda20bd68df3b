import { z } from 'zod';
import { zFileRef, zId, zJobId, zText } from './common.ts';
import { runs } from './method.ts';

export const dossier = {
  /**
   * Everything about one customer's debt for a bailiff, an agency or a court, as one PDF portfolio and as an archive of the same
   * files: the claim to date and per day, its calculation, the invoices, every message as sent with its fingerprint, contacts and history.
   * With `stopsFollowUp` the claims are the party's from then on and nothing of ours goes out. Errors: `not-found`; `handover-party-missing` when
   * it is handed over to nobody; `handover-party-unregistered` for an agency without its register when the customer is a consumer.
   */
  'dossier.make': runs(
    z.strictObject({ jobId: zJobId, customerId: zId<'customer'>(), stopsFollowUp: z.boolean(), partyId: zId<'handoverParty'>().nullable() }),
    z.strictObject({ file: zFileRef, portfolio: zFileRef, files: z.number().int(), /** To whom the claims of the customer went; null where our own follow-up goes on. */ handedOverTo: zText.nullable() }),
  ),
} as const;
