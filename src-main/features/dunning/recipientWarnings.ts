import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { isGenericMailbox } from '../../domain/contacts/genericMailbox.ts';
import type { StoredContact } from '../../ledger/followUp.ts';
import type { MessageRow } from '../../ledger/messages.ts';

/** A warning about the address a message goes to; not a block (requirements 32, 33). */
export function recipientWarnings(message: Pick<MessageRow, 'channel' | 'recipient' | 'customerId'>, contacts: readonly StoredContact[]): CodedReason[] {
  if (message.channel !== 'email') return [];
  const address = message.recipient;
  const warnings: CodedReason[] = [];
  if (isGenericMailbox(address)) warnings.push(codedReason('warn-generic-mailbox', { address }));
  const contact = contacts.find((known) => known.customerId === message.customerId && known.email.toLowerCase() === address.toLowerCase());
  if (contact?.role === 'buyer' || contact?.role === 'project') warnings.push(codedReason('warn-buyer', { name: contact.name }));
  return warnings;
}
