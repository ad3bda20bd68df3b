import type { ErrorText } from '../errorText.ts';

/** Questions about the law that have no answer, and decisions about claims that cannot be taken. */
export const lawErrors = {
  'law-amount-negative': {
    what: 'An amount is below zero.',
    why: 'Interest and costs are only counted over a positive amount.',
    todo: 'Enter the principal and the payments as positive amounts.',
  },
  'law-rate-invalid': {
    what: '{{percent}} is not a rate.',
    why: 'A rate is a number of zero or more with a dot and at most six decimals.',
    todo: 'Enter for example 10.15.',
  },
  'law-rate-unknown': {
    what: 'No statutory rate is known for {{from}}.',
    why: 'The table starts on {{first}}.',
    todo: 'Let the period start later or enter the rate of that time.',
  },
  'law-rates-unreadable': {
    what: 'Your own file of rates cannot be read.',
    why: '{{finding}}. The table that ships with the program was used.',
    todo: 'Repair law-rates.json in the data folder or remove it.',
  },
  'law-nothing-to-book': {
    what: 'There is nothing to book.',
    why: 'No interest or costs can be charged on this customer or document now.',
    todo: 'Nothing was changed.',
  },
  'law-book-not-allowed': {
    what: 'This may not be booked yet.',
    why: 'The free letter must have been sent first and its term must have ended.',
    todo: 'Send that letter or wait until the end of its term.',
  },
  'law-claim-touched': {
    what: 'This booking cannot be undone any more.',
    why: 'Something was already paid or set off against the booked claim.',
    todo: 'Undo that payment or set-off first.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
