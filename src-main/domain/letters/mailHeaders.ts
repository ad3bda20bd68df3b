/**
 * What may stand in a header of a mail. A line break in a subject, name or address would let its writer add headers or recipients of his
 * own (header injection), so it is refused rather than repaired: somebody put it there.
 */
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';

const unsafe = /[\p{Cc}\u2028\u2029]/u;
/** One address: a local part of plain characters, a host with a dot. Quoted local parts and comments are not for invoices. */
const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
const longestText = 250;

/** The text without outer blanks, or `mail-header-unsafe` with the name of the field. */
export function headerText(field: string, text: string): Result<string, AppError> {
  return unsafe.test(text) || text.length > longestText ? err(appError('mail-header-unsafe', { field })) : ok(text.trim());
}

/** A name and one address, or `mail-header-unsafe`. Two addresses in one field are refused as well. */
export function headerMailbox(
  field: string,
  mailbox: { readonly name: string; readonly address: string },
): Result<{ readonly name: string; readonly address: string }, AppError> {
  const name = headerText(field, mailbox.name);
  if (!name.ok) return name;
  const host = mailbox.address.slice(mailbox.address.indexOf('@') + 1);
  const isAddress = address.test(mailbox.address) && host.includes('.') && !host.includes('..');
  return isAddress ? ok({ name: name.value, address: mailbox.address }) : err(appError('mail-header-unsafe', { field }));
}
