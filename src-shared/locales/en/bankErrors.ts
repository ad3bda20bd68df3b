import type { ErrorText } from '../errorText.ts';

/** What there is to say about a bank file while it is read: about the file, a statement or one booking. */
export const bankErrors = {
  'file-field-too-long': {
    what: 'A field in the file is longer than {{limit, number}} characters.',
    why: 'The file is damaged or has another layout than it seems.',
    todo: 'Download the file again from the bank or the bookkeeping.',
  },
  'format-archive': {
    what: 'This is a ZIP archive.',
    why: 'Some banks deliver statements packed; an archive is not opened by itself.',
    todo: 'Unpack the archive and choose the files inside.',
  },
  'format-payment-order': {
    what: 'This is a payment order, not a statement.',
    why: 'A payment order (pain) goes to the bank; what was paid is in the statement.',
    todo: 'Download the statement from the bank, preferably as CAMT.053.',
  },
  'bank-no-statement': {
    what: 'There is no statement in the file.',
    why: 'The file has the form of a bank file, but it is empty or incomplete.',
    todo: 'Download the statement again from the bank.',
  },
  'bank-account-missing': {
    what: 'A statement names no account.',
    why: 'Without an account number it is unknown where the bookings belong.',
    todo: 'Download the statement again from the bank.',
  },
  'bank-amount-unreadable': {
    what: 'An amount cannot be read: “{{text}}”.',
    why: 'The amount has an unknown form, or more than two decimals that are not zero.',
    todo: 'Compare with the statement of the bank; this booking was not read.',
  },
  'bank-date-unreadable': {
    what: 'A date cannot be read: “{{text}}”.',
    why: 'The date is missing or does not exist.',
    todo: 'Compare with the statement of the bank; this booking was not read.',
  },
  'bank-entry-unreadable': {
    what: 'A booking cannot be read: “{{text}}”.',
    why: 'The line differs from the layout of the format.',
    todo: 'Compare with the statement of the bank; this booking was not read.',
  },
  'bank-entry-not-booked': {
    what: '{{count, number}} {{count, plural(one: line is; other: lines are)}} not booked yet and {{count, plural(one: was; other: were)}} left out.',
    why: 'The bank reports them as expected or for information; the balance does not count them.',
    todo: 'There is nothing to do: once booked they are in a later statement.',
  },
  'bank-statement-unbalanced': {
    what: 'Statement {{number}} of {{account, iban}} does not add up: {{opening, amount}} plus {{sum, amount}} is not {{closing, amount}} (difference {{difference, amount}}).',
    why: 'Bookings are missing, there are too many, or the file was changed.',
    todo: 'Compare with the bank and download the statement again if need be.',
  },
  'bank-opening-missing': {
    what: 'Statement {{number}} of {{account, iban}} has no opening balance.',
    why: 'Not every bank delivers it; without it the sum cannot be checked.',
    todo: 'See whether the bookings are complete.',
  },
  'bank-closing-missing': {
    what: 'Statement {{number}} of {{account, iban}} has no readable closing balance.',
    why: 'The file is incomplete, or the bank delivers no closing balance.',
    todo: 'See whether the bookings are complete.',
  },
  'bank-balance-gap': {
    what: 'Statement {{number}} of {{account, iban}} opens with {{opened, amount}}, the previous one closes with {{closed, amount}}.',
    why: 'A statement is missing, or a period is in the file twice.',
    todo: 'Download the missing days as well.',
  },
  'bank-statement-missing': {
    what: 'Statement {{numbers}} of {{account, iban}} is missing.',
    why: 'Between {{afterDate, date}} and {{beforeDate, date}} the balance differs by {{difference, amount}}.',
    todo: 'Download the statement from the bank and import it.',
  },
  'bank-days-ahead': {
    what: 'The file of {{account, iban}} names {{bookDate, date}}, a day that is yet to come.',
    why: 'Today is {{today, date}}. The year may be wrong, day and month may be the wrong way round, or the clock of this computer is behind.',
    todo: 'Check the dates. Such a day does not count for how recent the bank data are.',
  },
  'bank-days-missing': {
    what: 'A statement of {{account, iban}} is missing between {{afterDate, date}} and {{beforeDate, date}}.',
    why: 'The balance differs by {{difference, amount}}.',
    todo: 'Download the statements of those days from the bank and import them.',
  },
  'bank-totals-differ': {
    what: 'The file states a total of {{told, amount}}, but {{found, amount}} was read.',
    why: 'Bookings are missing, there are too many, or the file was changed.',
    todo: 'Compare with the bank and download the statement again if need be.',
  },
  'bank-currency-differs': {
    what: 'Statement {{number}} of {{account, iban}} has balances or bookings in different currencies.',
    why: 'Amounts in different currencies are not added, so the sum cannot be checked.',
    todo: 'See whether this statement belongs to one account.',
  },
  'bank-reversals-turned': {
    what: '{{count, number}} {{count, plural(one: reversal was; other: reversals were)}} turned around, as only then the statement adds up.',
    why: 'Some programs write the direction of the original booking with a reversal.',
    todo: 'Check these reversals.',
  },
  'bank-batch-kept-whole': {
    what: 'A batch booking of {{bookDate, date}} was read as one amount.',
    why: '{{count, plural(one: The payment in it names no amount; other: The payments in it name no amounts)}}, or {{count, plural(one: is; other: together are)}} not the amount booked ({{count, number}}).',
    todo: 'Divide the amount over the invoices yourself.',
  },
  'bank-pages-missing': {
    what: 'A statement is not complete: pages are missing.',
    why: 'The first or last page is in another file.',
    todo: 'Import the other pages as well.',
  },
  'bank-running-balance-gap': {
    what: 'The balance of {{account, iban}} does not continue here: {{closed, amount}} was expected, the file says {{opened, amount}}.',
    why: 'Transactions are missing, or the file was changed after it was downloaded.',
    todo: 'Download the period again from the bank and do not change the file.',
  },
  'bank-balances-only': {
    what: 'This is an overview of balances without transactions.',
    why: 'No payments can be read from it.',
    todo: 'Download the transactions from the bank, preferably as CAMT.053.',
  },
  'bank-card-statement': {
    what: 'This is an overview of a credit card, not of a bank account.',
    why: 'Payments by customers arrive on the bank account.',
    todo: 'Download the statement of the bank account.',
  },
  'bank-table-columns-missing': {
    what: 'It is not clear yet which column is the date and which the amount.',
    why: 'Without those two a row is not a transaction.',
    todo: 'Point out the columns; they are remembered for next time.',
  },
  'bank-table-account-unknown': {
    what: 'The file does not name your own bank account.',
    why: 'Transactions belong to an account; otherwise duplicates cannot be recognised.',
    todo: 'Enter the IBAN of the account, or point out the column that holds it.',
  },
  'bank-table-sign-unclear': {
    what: 'All amounts are positive and no column says whether money came in or went out.',
    why: 'They are read as receipts.',
    todo: 'Point out the column that says debit or credit, if there is one.',
  },
  'bank-stray-minus': {
    what: 'An amount also carries a minus sign: “{{text}}”.',
    why: 'A letter already says in or out; the minus sign was read as the opposite.',
    todo: 'Compare this booking with the statement of the bank.',
  },
  'bank-provisional': {
    what: 'This is an interim report (CAMT.052 or MT942) with {{count, number}} {{count, plural(one: booking; other: bookings)}}, and is not booked.',
    why: 'Bookings of the day itself may still change and come again in the statement of that day.',
    todo: 'Import the statement as soon as the bank delivers it: CAMT.053 or MT940.',
  },
  'bank-details-only': {
    what: 'This is a notification (CAMT.054) with details of {{count, number}} {{count, plural(one: booking; other: bookings)}}; it is not booked itself.',
    why: 'A notification names the payments inside a collective booking; the amount itself stands in the statement.',
    todo: 'Import the statement too; the collective booking is then split into the payments of the notification.',
  },
  'bank-details-split': {
    what: 'A collective booking of {{bookDate, date}} has been split into {{count, number}} {{count, plural(one: payment; other: payments)}} from a notification.',
    why: 'The notification (CAMT.054) names the same account, amount, day and reference.',
    todo: 'There is nothing to do.',
  },
  'bank-details-known': {
    what: 'The collective booking of {{bookDate, date}} is divided over its {{count, plural(one: payment; other: payments)}} already ({{count, number}}).',
    why: 'This notification was taken in before, or the statement named the payments itself.',
    todo: 'There is nothing to do.',
  },
  'bank-details-decided': {
    what: 'The collective booking of {{bookDate, date}} is assigned or parked already and is not divided.',
    why: 'What was decided about the whole amount would be turned back unasked.',
    todo: 'Undo that decision and take the notification in again.',
  },
  'bank-details-unmatched': {
    what: 'For {{count, number}} {{count, plural(one: booking; other: bookings)}} in the notification there is no collective booking that can still be split.',
    why: 'There is no booking of the same account, amount and day, there are several, or it has been processed already.',
    todo: 'Import the statement together with the notification.',
  },
  'bank-header-repeated': {
    what: 'For account {{account, iban}} the file holds a statement without bookings and without an end; it has been left out.',
    why: 'Another statement begins in the middle of it, behind a mark that stands for the end of a file.',
    todo: 'No bookings are missing. Download the statement of this account again if you want to check its balance.',
  },
  'archive-empty': {
    what: 'The archive holds no file that can be read.',
    why: 'The archive is empty, is encrypted or only holds other files.',
    todo: 'Unpack the archive and choose the files in it.',
  },
  'archive-nested': {
    what: 'The archive holds another archive.',
    why: 'Archives inside archives are not opened.',
    todo: 'Unpack the outer archive and choose what is in it.',
  },
} as const satisfies Record<string, ErrorText>;
