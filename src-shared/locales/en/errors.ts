import type { ErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';
import { bankErrors } from './bankErrors.ts';
import { bankFormatErrors } from './bankFormatErrors.ts';
import { handoverErrors } from './handoverErrors.ts';
import { intakeErrors } from './intakeErrors.ts';
import { invoiceErrors } from './invoiceErrors.ts';
import { lawErrors } from './lawErrors.ts';
import { correspondenceErrors } from './correspondenceErrors.ts';
import { planErrors } from './planErrors.ts';
import { printErrors } from './printErrors.ts';
import { templateErrors } from './templateErrors.ts';

/** Per code: what happened, why that is likely, what to do next. Parameters of the error go in as `{{name}}`. */
export const errors = {
  ...bankErrors,
  ...templateErrors,
  ...bankFormatErrors,
  ...invoiceErrors,
  ...handoverErrors,
  ...intakeErrors,
  ...lawErrors,
  ...correspondenceErrors,
  ...planErrors,
  ...printErrors,
  'file-empty': {
    what: 'The file is empty.',
    why: 'Usually the download or the saving was cut short.',
    todo: 'Download the file again and retry.',
  },
  'file-too-large': {
    what: 'The file is too large to read.',
    why: 'There is a limit, so that a damaged file cannot stall this computer.',
    todo: 'Make the export again over a shorter period.',
  },
  'file-binary': {
    what: 'This is not a text file.',
    why: 'The contents match no bank or invoice file that can be read.',
    todo: 'Choose the file that the bank or the bookkeeping gives as an export.',
  },
  'file-truncated': {
    what: 'The file ends too early.',
    why: 'Usually the download or the saving was cut short.',
    todo: 'Download the file again and retry.',
  },
  'file-line-too-long': {
    what: 'A line in the file is longer than allowed.',
    why: 'The file is damaged or has another format than its name suggests.',
    todo: 'Make the export again and do not change the file in another program.',
  },
  'file-encoding-invalid': {
    what: 'The characters in the file cannot be read.',
    why: 'The file was saved in another character set than it says itself.',
    todo: 'Make the export again, preferably as UTF-8.',
  },
  'format-unknown': {
    what: 'The format of this file is not recognised.',
    why: 'It looks like no bank or invoice file that can be read.',
    todo: 'Choose CAMT.053 or MT940 for the bank, and UBL, CSV or Excel for invoices.',
  },
  'xml-doctype': {
    what: 'The XML file contains a DOCTYPE and is therefore not read.',
    why: 'Such a reference can be dangerous and does not occur in bank and invoice files.',
    todo: 'Ask the sender for the file without a DOCTYPE.',
  },
  'xml-malformed': {
    what: 'The XML file contains an error.',
    why: 'The file is damaged or was changed by hand.',
    todo: 'Download the file again and do not change it.',
  },
  'xml-too-deep': {
    what: 'The XML file is nested deeper than allowed.',
    why: 'An ordinary bank or invoice file comes nowhere near this limit.',
    todo: 'Download the file again from the bank or the sender.',
  },
  'zip-bomb': {
    what: 'The zip file becomes too large when unpacked.',
    why: 'There is a limit, so that a malicious file cannot stall this computer.',
    todo: 'Unpack the file yourself and import the files you need.',
  },
  'zip-invalid': {
    what: 'The zip file cannot be opened.',
    why: 'The file is damaged or was not downloaded completely.',
    todo: 'Download the file again, or unpack it yourself.',
  },
  'ledger-not-open': {
    what: 'No administration is open.',
    why: 'The administration was closed or has not been chosen yet.',
    todo: 'Choose an administration at the top left.',
  },
  'ledger-in-use': {
    what: 'This administration is already open.',
    why: 'Another window or another program is using the file.',
    todo: 'Close the other window and try again.',
  },
  'ledger-from-the-future': {
    what: 'This administration was made with a newer version of Termijn.',
    why: 'An older version could damage data and therefore does not open the file.',
    todo: 'Install the newest version of Termijn.',
  },
  'ledger-damaged': {
    what: 'The file of this administration is damaged.',
    why: 'A failing disk or an unfinished copy can cause this. Nothing in it was changed.',
    todo: 'Restore the last good backup: on the start screen, or under Settings.',
  },
  'ledger-not-termijn': {
    what: 'This file is not a Termijn administration.',
    why: 'It is another kind of file, or another program made it.',
    todo: 'Choose another file.',
  },
  'ledger-pragma-failed': {
    what: 'The administration cannot be opened safely.',
    why: 'The disk or the folder does not support what is needed to keep data for certain.',
    todo: 'Move the data folder to an ordinary local disk.',
  },
  'ledger-unbalanced': {
    what: 'The posting was not saved, because it does not balance.',
    why: 'Debit and credit must be equal. This is a fault in the program.',
    todo: 'Report the code below. Nothing was changed.',
  },
  'ledger-disk-full': {
    what: 'Nothing was saved: the disk is full.',
    why: 'There is no space left on the disk with the data folder.',
    todo: 'Free some space and try again.',
  },
  'ledger-migration-failed': {
    what: 'The administration could not be updated to this version.',
    why: 'One step of the update failed. The administration is unchanged.',
    todo: 'Report the code below. The previous version of Termijn keeps working.',
  },
  'backup-failed': {
    what: 'The backup was not made.',
    why: 'The copy could not be written or was rejected after checking.',
    todo: 'Check that there is space and that the folder can be written to, and try again.',
  },
  'export-too-large': {
    what: 'This administration is too large for one download.',
    why: 'An export in the window may be {{limitMb}} MB.',
    todo: 'Make the export with the command line: `termijn export --ledger file --to folder`.',
  },
  'allocation-too-large': {
    what: 'This amount does not fit.',
    why: 'More is being matched than is open or left of the receipt.',
    todo: 'Lower the amount or choose another invoice.',
  },
  'allocation-currency': {
    what: 'The currency differs.',
    why: 'The receipt and {{number}} are in different currencies.',
    todo: 'Choose an invoice in the same currency.',
  },
  'money-back-differs': {
    what: 'This amount does not fit what went back.',
    why: '{{cents, amount}} left; what you chose is {{available, amount}}.',
    todo: 'Choose the payment or the credit of exactly this amount, or divide it until all is accounted for.',
  },
  'write-off-above-limit': {
    what: 'This is more than may be written off just like that.',
    why: 'The policy allows {{limit, amount}}; this is {{cents, amount}}.',
    todo: 'Leave the difference open, or raise the limit in the policy for matching.',
  },
  'reason-missing': {
    what: 'A reason is missing.',
    why: 'Without a reason nobody can see later why this was decided.',
    todo: 'Say briefly why, and save again.',
  },
  'account-in-use': {
    what: 'This account cannot be removed from yours.',
    why: '{{statements}} statements of this account are booked.',
    todo: 'Undo the import of those statements first.',
  },
  'letter-step-unavailable': {
    what: 'This letter does not exist yet.',
    why: 'This version does not write a letter for the step {{step}} yet.',
    todo: 'Choose what follows on the customer page, for instance a call.',
  },
  'message-not-due': {
    what: 'This message need not go out any more.',
    why: 'Nothing is due for {{customer}} now: it was paid, put on hold or decided otherwise.',
    todo: 'Look at the customer; nothing was sent.',
  },
  'message-state': {
    what: 'This message has moved on.',
    why: 'The state of the message is {{state}}, and this action does not fit it.',
    todo: 'Refresh the list and look under Sent.',
  },
  'bank-data-too-old': {
    what: 'The bank data are too old to send.',
    why: 'The last booking is {{age, days}} old; the policy allows {{maximum}}. A payment may have come in.',
    todo: 'Import a new statement first, or confirm that you want to send all the same.',
  },
  'smtp-not-encrypted': {
    what: 'The connection with {{host}} is not encrypted.',
    why: 'Without encryption the password and the letters travel readably.',
    todo: 'Choose STARTTLS or TLS; unencrypted is only for a server on this computer.',
  },
  'smtp-not-set': {
    what: 'No mail server has been set up yet.',
    why: 'Without a mail server Termijn cannot send e-mail.',
    todo: 'Enter the mail server under Settings and send yourself a test message.',
  },
  'recipient-invalid': {
    what: 'The e-mail address is not right.',
    why: '{{address}} is not a valid address of one recipient.',
    todo: 'Correct the address at the customer or in this message.',
  },
  'not-found': {
    what: 'This was not found.',
    why: 'It was deleted, or the reference belongs to another administration.',
    todo: 'Go back and look it up again.',
  },
  'bad-request': {
    what: 'The command was not understood.',
    why: 'A value is missing or not allowed.',
    todo: 'Check the fields. If it stays like this, report the code below.',
  },
  'unknown-method': {
    what: 'This command does not exist.',
    why: 'The window and the program are of different versions.',
    todo: 'Close Termijn and start it again.',
  },
  forbidden: {
    what: 'This is not allowed.',
    why: 'The request did not come from Termijn’s own window, or the session has expired.',
    todo: 'Open Termijn again.',
  },
  cancelled: {
    what: 'The task was stopped.',
    why: 'The task was cancelled before it was done. Nothing was saved halfway.',
    todo: 'Start the task again whenever you like.',
  },
  internal: {
    what: 'Something went wrong in the program.',
    why: 'This is a fault in Termijn. What was saved before stays saved.',
    todo: 'Try again. If it stays like this, report the code below.',
  },
  'not-allowed-now': {
    what: 'This is not possible now.',
    why: 'The situation has changed in the meantime.',
    todo: 'Refresh the list and look at it again.',
  },
  'letter-nothing-to-pay': {
    what: 'On balance there is nothing to pay.',
    why: 'Credit notes and payments together equal or exceed the invoices.',
    todo: 'Set the credit notes off against the invoices, or pay the credit back.',
  },
  'letter-currency': {
    what: 'A letter with a payment box is in euro only; these items are in {{currency}}.',
    why: 'The European credit transfer and its QR code know only the euro.',
    todo: 'Remind this customer in another way, or record the items in euro.',
  },
  'letter-sender-incomplete': {
    what: 'The company details lack something that every letter must carry.',
    why: 'A letter always names the company, its address, registration number, IBAN and a contact with telephone or e-mail.',
    todo: 'Complete the company details in Settings.',
  },
  'letter-customer-incomplete': {
    what: 'The customer’s address is not complete.',
    why: 'Without name, street and town a letter does not arrive.',
    todo: 'Complete the address with the customer, or choose e-mail.',
  },
  'letter-description-missing': {
    what: 'Invoice {{number}} does not say what was supplied.',
    why: 'The first reminder to a Belgian consumer must name the product or service (art. XIX.2 of the Code of Economic Law).',
    todo: 'Enter a short description with the invoice.',
  },
  'letter-earlier-message-missing': {
    what: 'No date of the first reminder is known for this second one.',
    why: 'The letter says when the customer was written to before.',
    todo: 'Send the first reminder first.',
  },
  'letter-item-invalid': {
    what: 'The amounts or dates of {{number}} do not fit a reminder.',
    why: 'An invoice in a letter has a due date, and its open amount is the amount less what was received.',
    todo: 'Open the invoice and look at due date, amount and receipts.',
  },
  'letter-item-not-overdue': {
    what: 'Invoice {{number}} is not overdue yet.',
    why: 'A reminder lists only invoices whose term has passed.',
    todo: 'Take this invoice out of the reminder, or wait until after the due date.',
  },
  'letter-deadline-free-day': {
    what: 'The final date for payment, {{date, date}}, is a weekend day or a public holiday.',
    why: 'Banks do not always book on such a day, and often the term does not count it.',
    todo: 'Choose the next working day.',
  },
  'letter-deadline-too-early': {
    what: 'The final date for payment, {{date, date}}, is too early; {{earliest, date}} is the first one allowed.',
    why: 'The term that the law gives the customer must have passed on the day that the letter names.',
    todo: 'Choose {{earliest, date}} or later.',
  },
  'letter-block-missing': {
    what: 'The letter lacks a required part.',
    why: 'Every letter names amount, invoices, due dates, pay-by date, how to pay, what happens next and a contact.',
    todo: 'Put the part back into the text.',
  },
  'letter-wording-forbidden': {
    what: 'Your own text says “{{word}}”, which does not belong in a first reminder.',
    why: 'A first reminder is a service to the customer: no costs, no interest, no threat.',
    todo: 'Take the word out of the text, or keep it for a later step.',
  },
  'letter-characters-missing': {
    what: 'The type of the letter cannot print these characters: {{characters}}.',
    why: 'It knows Latin, Greek and Cyrillic letters, but no other scripts and no pictograms.',
    todo: 'Write the name or the text in Latin letters.',
  },
  'letter-address-too-large': {
    what: 'The address does not fit the window of the envelope: {{address}}.',
    why: 'Even in the smallest type there are too many lines or they are too long; an address is never cut off.',
    todo: 'Shorten the address: leave the department out, for example.',
  },
  'letter-too-long': {
    what: 'Your own text is too long: the payment box no longer fits the first page.',
    why: 'Whoever opens the letter must see at once how much, where to and when.',
    todo: 'Shorten the first paragraph.',
  },
  'letter-logo-unreadable': {
    what: 'The logo cannot be read.',
    why: 'Only an undamaged PNG or JPEG picture fits the letter.',
    todo: 'Choose another file in Settings, or leave the logo out.',
  },
  'payment-code-refused': {
    what: 'The payment QR cannot be made.',
    why: 'The European payment QR sets limits to name, IBAN, amount and text (EPC069-12).',
    todo: 'Look at IBAN and account name (at most 70 characters) in Settings.',
  },
  'mail-header-unsafe': {
    what: 'A header of the e-mail (subject, name or address) holds something that may not stand there.',
    why: 'A line break or control character in a header can change a mail without anyone seeing it.',
    todo: 'Type the field again, on one line.',
  },
} as const satisfies Record<ErrorCode, ErrorText>;
