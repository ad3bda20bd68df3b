import { z } from 'zod';
import { zDate, zDone, zId, zNothing, zText } from './common.ts';
import { reads, writes } from './method.ts';

/** To whom a claim can go. `registration`: number in the register that the law asks of an agency that writes to consumers. */
export const zHandoverParty = z.strictObject({
  kind: z.enum(['bailiff', 'agency', 'lawyer']),
  name: z.string().trim().min(1).max(120),
  attention: z.string().max(120),
  street: z.string().max(120),
  postcode: z.string().max(12),
  city: z.string().max(80),
  country: z.enum(['NL', 'BE']),
  email: z.string().max(160),
  phone: z.string().max(40),
  registration: z.string().max(60),
});
export type HandoverPartyFields = z.output<typeof zHandoverParty>;

const zHandover = z.strictObject({ party: zHandoverParty, on: zDate, endedOn: zDate.nullable(), reason: zText });

export const handover = {
  /** Parties in the order of their names. The standard one of a country is named in the announcement to customers there. */
  'handover.parties': reads(zNothing, z.strictObject({ parties: z.array(z.strictObject({ partyId: zId<'handoverParty'>(), fields: zHandoverParty, isStandard: z.boolean() })).max(500) })),
  /** `partyId` null adds one. A standard one takes the place of the former of its country. */
  'handover.saveParty': writes(z.strictObject({ partyId: zId<'handoverParty'>().nullable(), fields: zHandoverParty, isStandard: z.boolean() }), z.strictObject({ partyId: zId<'handoverParty'>() })),
  'handover.removeParty': writes(z.strictObject({ partyId: zId<'handoverParty'>() }), zDone),
  /** Handovers of a customer, newest first; the first one runs where it has no end. */
  'handover.ofCustomer': reads(z.strictObject({ customerId: zId<'customer'>() }), z.strictObject({ handovers: z.array(zHandover).max(200) })),
  /** Our own follow-up goes on; `not-found` when the customer is not handed over, `reason-missing` without a word why. */
  'handover.resume': writes(z.strictObject({ customerId: zId<'customer'>(), reason: z.string().max(500) }), zDone),
} as const;
