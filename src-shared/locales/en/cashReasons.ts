import type { CatalogShape } from '../catalogShape.ts';
import type { cashReasons as dutch } from '../nl/cashReasons.ts';

/** Sentences about money that came in, went back or was settled without money. Marks as in reasons.ts. */
export const cashReasons = {
  'return-end-to-end': 'The end-to-end reference is that of this receipt.',
  'return-mandate': 'The same direct debit mandate.',
  'return-reference': 'The same reference.',
  'return-number': 'Number {{number}} is in the description.',
  'return-account': 'The same account.',
  'return-name': 'The same name.',
  'return-amount': 'Exactly the same amount.',
  'return-costs': 'The bank kept {{costCents, amount}} in costs.',
  'return-booked': 'Taken back on {{bookDate, date}}: the payment of {{paidDate, date}} no longer counts.',
  'return-reason': 'Taken back by the bank ({{code}}) on {{bookDate, date}}: the payment of {{paidDate, date}} no longer counts.',
  'refund-booked': 'Refunded on {{bookDate, date}}.',
  'return-costs-claimed': 'Costs of the direct debit returned on {{bookDate, date}}.',
  'refund-exact': 'Exactly this amount is open as credit.',
  'refund-account': 'The same account as the receipt.',
  'written-off-by-person': 'Written off by hand.',
  'order-nl': 'Nothing said: costs first, then interest, then principal; what is due first, then the oldest (Dutch Civil Code 6:43 and 6:44).',
  'order-be-business': 'Nothing said: interest first, then principal, then the indemnity; the oldest first (Belgian old Civil Code 1254 and 1256).',
  'order-be-consumer': 'Nothing said, and a consumer: principal first, then interest, then costs; the oldest first.',
  'held-named-receipt': '{{amountCents, amount}} came in on {{bookDate, date}} from {{payer}}; the payment names this invoice or a letter about it and is not assigned yet.',
  'cancel-named-receipt': 'The payment of {{amountCents, amount}} from {{payer}} on {{bookDate, date}} names an invoice of this message and is not assigned.',
  'held-same-amount': '{{amountCents, amount}} came in on {{bookDate, date}} from a payer nobody knows; exactly that amount is open here.',
  'held-doubtful-booking': 'A booking of {{amountCents, amount}} of {{bookDate, date}} waits under Import for your judgement; it may be a payment of this customer.',
  'cancel-same-amount': '{{amountCents, amount}} came in that is not assigned; exactly that is asked for here.',
  'timeline-return': 'Taken back: {{number}} is open again',
  'timeline-refund': 'Refunded for {{number}}',
  'timeline-difference': 'Difference written off on {{number}}',
  'timeline-claim': 'Interest or costs {{number}}',
} as const satisfies CatalogShape<typeof dutch>;
