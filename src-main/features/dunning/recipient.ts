import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import type { StoredContact } from '../../ledger/followUp/followUp.ts';

export type Recipient = { readonly addresses: Readonly<Record<'email' | 'letter', string>>; readonly name: string; readonly language: 'nl' | 'fr' | 'en' | 'de' };

/** Payment messages go to the payment contact; without one to the customer's own address (requirement 35). */
export function recipientOf(db: ReadableDb, due: Pick<DueMessage, 'customerId' | 'channel'>, contacts: readonly StoredContact[]): Recipient {
  const fields = customerFields(db, due.customerId)?.fields;
  const contact = contacts.find((known) => known.isPaymentContact && (due.channel === 'letter' || known.email !== ''));
  const letter = [fields?.street, `${fields?.postcode ?? ''} ${fields?.city ?? ''}`.trim()].filter(Boolean).join(', ');
  const mailContact = contacts.find((known) => known.isPaymentContact && known.email !== '');
  return { addresses: { email: mailContact?.email ?? fields?.email ?? '', letter }, name: contact === undefined || contact.name === contact.email ? '' : contact.name, language: contact?.language ?? fields?.language ?? 'nl' };
}
