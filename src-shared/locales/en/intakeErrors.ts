import type { IntakeErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** Texts of what taking in says about files and documents. */
export const intakeErrors = {
  'import-file-gone': {
    what: 'The file is no longer there.',
    why: 'Files that wait for an import are removed after a day or after a restart.',
    todo: 'Choose the file again.',
  },
  'watched-folder-unreadable': {
    what: 'The folder {{folder}} cannot be read.',
    why: 'It does not exist, is no folder or Termijn has no access to it.',
    todo: 'Choose an existing folder, give its full path and check your rights to it.',
  },
  'import-too-slow': {
    what: 'Reading the file took too long and was stopped.',
    why: 'The file is very large or damaged.',
    todo: 'Export again over a shorter period.',
  },
  'import-reading-failed': {
    what: 'The file could not be read.',
    why: 'Something in the file broke off the reading. Nothing of it was taken in.',
    todo: 'Export again. If this stays, export in another format.',
  },
  'import-preview-gone': {
    what: 'The preview of this import has expired.',
    why: 'A preview is kept for an hour and holds as long as the files do not change.',
    todo: 'Choose the files again.',
  },
  'import-undone': {
    what: 'This import was undone already.',
    why: 'Undoing can be done once.',
    todo: 'Import the files again if they are needed after all.',
  },
  'import-other-kind': {
    what: '{{file}} does not belong to this command; nothing was taken in.',
    why: 'It is a bank file where invoices were expected, or the other way round.',
    todo: 'Give bank files and invoices each to their own command.',
  },
  'document-purchase': {
    what: '{{number}} is a purchase invoice and was skipped.',
    why: 'The administration is the buyer on this invoice; {{seller}} asks for the money.',
    todo: 'There is nothing to do.',
  },
  'document-other-seller': {
    what: '{{number}} is from another seller and was skipped.',
    why: 'The invoice names {{seller}} as the seller, with a VAT or company number that differs from Settings.',
    todo: 'Not right? Check the VAT number and the company number in Settings.',
  },
  'document-foreign-seller': {
    what: '{{number}} was skipped: this invoice seems to be sent by another company.',
    why: 'The invoice names {{seller}} as the seller. That name differs from Settings, and there are no numbers to compare.',
    todo: 'Is it your own invoice? Enter the VAT number and the company number in Settings, or the name as on the invoice, and import again.',
  },
  'document-seller-alike': {
    what: '{{number}} seems to be sent by another company: {{seller}}.',
    why: 'The name resembles the one in Settings but is not the same, and there are no numbers to compare.',
    todo: 'Is it a purchase invoice? Then undo this import. The VAT number and the company number in Settings make it certain.',
  },
  'document-not-a-claim': {
    what: '{{number}} asks for no money and was skipped.',
    why: 'The document is a pro-forma invoice.',
    todo: 'Import the real invoice once it is there.',
  },
  'document-undated': {
    what: '{{number}} has no date and was skipped.',
    why: 'Without an invoice date or due date nobody can say when it should be paid.',
    todo: 'Add the date to the file and import it again.',
  },
  'document-customer-missing': {
    what: '{{number}} has no customer and was skipped.',
    why: 'The file names no customer and no customer number.',
    todo: 'Add the customer to the file and import it again.',
  },
  'document-paid-odd': {
    what: '{{number}} was paid for more than its total, or with the wrong sign.',
    why: 'The total is {{total, amount}}, paid is {{paid, amount}}.',
    todo: 'Check the invoice. No more than the total is open.',
  },
  'document-twice': {
    what: '{{number}} is in these files twice, with different amounts.',
    why: 'One amount is {{first, amount}}, the other {{second, amount}}. The first was taken in.',
    todo: 'Check which amount is right.',
  },
  'document-currency-changed': {
    what: '{{number}} now has another currency and was not changed.',
    why: 'An invoice that is booked does not change its currency.',
    todo: 'Undo the earlier import if it was wrong, and import again.',
  },
  'document-below-paid': {
    what: '{{number}} was not changed.',
    why: 'The new total {{after, amount}} is lower than what was settled already (the total was {{before, amount}}).',
    todo: 'Undo the matching of the payment first, or book a credit note.',
  },
  'document-balance-differs': {
    what: 'The open amount of {{number}} differs from the list.',
    why: 'Here {{ledger, amount}} is open, in the list {{list, amount}}. Payments were booked here, so the balance stays.',
    todo: 'Compare the payments of this invoice with the bookkeeping.',
  },
  'bank-account-unanswered': {
    what: 'The statements of {{account, iban}} were skipped.',
    why: 'It is not known whether this account belongs to the administration.',
    todo: 'Import the file again and answer the question beside the account.',
  },
  'bank-account-unnamed': {
    what: 'This file names no account and was skipped.',
    why: 'There is more than one account, or none yet. Then it cannot be told which one these bookings belong to.',
    todo: 'Download the statement as CAMT.053, MT940 or CODA: these name the account.',
  },
  'bank-account-not-ours': {
    what: 'The statements of {{account, iban}} were skipped.',
    why: 'This account was said not to belong to the administration.',
    todo: 'If that is wrong, change it under Bank and import again.',
  },
  'bank-entries-possibly-known': {
    what: '{{count}} {{count, plural(one: booking; other: bookings)}} on {{account, iban}} may be known already and {{count, plural(one: was; other: were)}} not taken in.',
    why: 'Day and amount equal a booking from another file, but the text differs.',
    todo: 'Judge them on the import page, under Possibly double.',
  },
} as const satisfies Record<IntakeErrorCode, ErrorText>;
