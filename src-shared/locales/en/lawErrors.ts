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
    why: 'Something stands in the way: the free letter or its term, a dispute, or possible prescription.',
    todo: 'See on the page of the customer what stands beside the invoice; then book again.',
  },
  'law-claim-touched': {
    what: 'This booking cannot be undone any more.',
    why: 'Something was already paid or set off against the booked claim.',
    todo: 'Undo that payment or set-off first.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
