import { daysBetween } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { isGenericMailbox } from '../../domain/contacts/genericMailbox.ts';
import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import { freeLetterOf } from '../../domain/dunning/freeLetter.ts';
import type { StoredContact } from '../../ledger/followUp/followUp.ts';
import type { MessageRow } from '../../ledger/followUp/messages.ts';

type Recipient = Pick<MessageRow, 'channel' | 'recipient' | 'customerId'>;

function aboutAddress({ channel, recipient: address, customerId }: Recipient, contacts: readonly StoredContact[]): CodedReason[] {
  if (channel !== 'email') return [];
  const own = contacts.filter((known) => known.customerId === customerId);
  const contact = own.find((known) => known.email.toLowerCase() === address.toLowerCase());
  return [
    ...(isGenericMailbox(address) ? [codedReason('warn-generic-mailbox', { address })] : []),
    ...(contact?.role === 'buyer' || contact?.role === 'project' ? [codedReason('warn-buyer', { name: contact.name })] : []),
    // People are known there, and nobody said which of them pays.
    ...(own.length > 0 && !own.some((known) => known.isPaymentContact) ? [codedReason('warn-no-payment-contact', {})] : []),
  ];
}

/** A reasonable term for a notice of default: eight days between businesses, fourteen for a consumer, as courts usually see it. */
const usualTerm = { business: 8, consumer: 14 } as const;

function aboutStep({ stepKey, customerKind, country, sendOn, payBy, nextStep }: DueMessage): CodedReason[] {
  const isFreeLetter = freeLetterOf({ kind: customerKind, country })?.stepKey === stepKey && stepKey !== 'reminder-1';
  if (stepKey !== 'default-notice' && !isFreeLetter) return [];
  const days = daysBetween(sendOn, payBy);
  const usual = usualTerm[customerKind];
  const isShort = stepKey === 'default-notice' && days < usual;
  // To a Dutch consumer it comes before the fourteen-day letter only when the term is not known to be agreed (BW 6:82, 6:83).
  const startsDefault = stepKey === 'default-notice' && customerKind === 'consumer' && country === 'NL' && nextStep?.stepKey === 'demand-1';
  return [...(startsDefault ? [codedReason('warn-notice-first', {})] : []), codedReason('warn-no-proof', { step: isFreeLetter ? 'fourteen-day-letter' : stepKey }), ...(isShort ? [codedReason('warn-term-short', { days, usual })] : [])];
}

/** Warnings about the address that a message goes to, and about what its step needs; not a block (requirements 32, 33). */
export const recipientWarnings = (message: Recipient, due: DueMessage, contacts: readonly StoredContact[]): CodedReason[] => [
  ...aboutAddress(message, contacts),
  ...aboutStep(due),
];
