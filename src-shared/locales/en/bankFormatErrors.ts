import type { ErrorText } from '../errorText.ts';

/** What only some bank formats know: control records, messages of the bank, dates without a fixed order. */
export const bankFormatErrors = {
  'bank-records-differ': {
    what: 'The file says it has {{told, number}} {{told, plural(one: record; other: records)}}, but it counts {{found, number}}.',
    why: 'Records are missing, there are too many, or the file was changed.',
    todo: 'Compare with the bank and download the statement again if need be.',
  },
  'bank-trailer-missing': {
    what: 'The closing record of statement {{number}} of {{account, iban}} is missing.',
    why: 'Every statement in CODA ends with control totals; without that record they cannot be checked.',
    todo: 'Compare with the bank and download the statement again if need be.',
  },
  'bank-account-differs': {
    what: 'A statement begins with account {{account, iban}} and ends with {{other, iban}}.',
    why: 'The file was changed, or two statements were mixed up.',
    todo: 'Find out which account the bookings belong to and download the statement again if need be.',
  },
  'bank-statement-copy': {
    what: 'The bank delivers statement {{number}} of {{account, iban}} again.',
    why: 'The file is marked as a copy of an earlier one.',
    todo: 'There is nothing to do: bookings that are already there are recognised.',
  },
  'bank-message': {
    what: 'The bank writes with the statement: “{{text}}”.',
    why: 'A file may carry a message of the bank.',
    todo: 'Read the message; it changes nothing about the bookings.',
  },
  'bank-date-order-unclear': {
    what: 'It is not certain whether dates are day-month or month-day; read as {{order}}.',
    why: 'No date in the file has a day above 12.',
    todo: 'Check the first booking: {{text}} was read as {{bookDate, date}}. If that is wrong, choose the other order.',
  },
  'bank-split-differs': {
    what: 'The parts of a booking are {{found, amount}} together, but the booking is {{told, amount}}.',
    why: 'The booking was split in the other program, and the split does not add up.',
    todo: 'The booking was read as one amount; split it yourself.',
  },
  'bank-sum-too-large': {
    what: 'The amounts in the file are too large to add up exactly.',
    why: 'Such amounts do not occur on an account: the file is damaged.',
    todo: 'Download the statement again from the bank.',
  },
  'bank-more-problems': {
    what: 'There {{count, plural(one: is; other: are)}} {{count, number}} more {{count, plural(one: finding; other: findings)}} about this file; {{count, plural(one: it is; other: they are)}} not shown.',
    why: 'With so many findings the file is damaged or has another layout.',
    todo: 'Download the statement again from the bank.',
  },
  'bank-correction': {
    what: 'The bank corrects an earlier booking ({{text}}).',
    why: 'The file names a booking that replaces or withdraws another; it was not read as a new payment.',
    todo: 'Find the earlier booking and compare with the bank.',
  },
  'bank-sign-unclear': {
    what: 'Of a booking of {{amount, amount}} (type {{type}}) it is not certain whether money came in or went out.',
    why: 'The amount has no minus, while its type or the rest of the file says that money went out; the booking was not read.',
    todo: 'Look it up at the bank; if money came in, import the period as CAMT or MT940.',
  },
} as const satisfies Record<string, ErrorText>;
