import type { CatalogShape } from '../catalogShape.ts';
import type { matchingReasons as dutch } from '../nl/matchingReasons.ts';

/** What speaks for and against the assignment of a receipt. Marks as in `reasons.ts`. */
export const matchingReasons = {
  'match-direct-debit': 'Reference {{reference}} is of our own direct debit of {{number}} and the amount is exact.',
  'match-order-exact': 'The customer’s order number {{order}} is on invoice {{number}} and the amount is exact.',
  'match-sum-with':
    'The items named ({{numbers}}) and {{count, number}} other open {{count, plural(one: item; other: items)}} of this customer are together exactly the amount.',
  'match-iban-sum': 'The account belongs to this customer, and only these {{count, number}} open items add up to exactly the amount.',
  'match-customer-exact': 'Customer number {{customer}} is in the text, and only {{numbers}} is exactly this amount.',
  'match-name-exact': 'The payer is called exactly like this customer, and only invoice {{number}} has exactly this amount open.',
  'match-instalment': 'The payer is known and this is exactly the instalment of {{dueDate, date}} of the plan for {{number}}.',
  'match-promise':
    'The payer is known and this is exactly what was promised for {{promiseDate, date}}; it goes to what has been open longest.',
  'match-with-discount': '{{numbers}} is named; paid in time with {{discountCents, amount}} discount.',
  'match-with-bank-costs': '{{numbers}} is named; the bank took off {{costsCents, amount}}.',
  'match-with-small-difference': '{{numbers}} is named; the small difference of {{differenceCents, amount}} is written off by policy.',
  'match-with-small-surplus': '{{numbers}} is named; {{differenceCents, amount}} more was paid and is booked as a payment difference by policy.',
  'unmatched-settlement': 'This is a payout of {{provider}}: many orders less fees, never of one customer.',
  'unmatched-payment-service':
    'This comes from {{provider}}, which pays for many; without a number and the exact amount it does not tell for whom.',
  'unmatched-direct-debit-amount':
    'Reference {{reference}} is of our direct debit, but {{openCents, amount}} of it is open and {{amountCents, amount}} was received.',
  'unmatched-paid-again': 'Exactly the amount of {{number}}, which was paid on {{paidDate, date}}; possibly a double payment.',
  'unmatched-other-currency': '{{number}}, named in the text, is in another currency; choose how it is converted.',
  'unmatched-number-unknown':
    'The text names something like an invoice number that is no open invoice; check what is meant.',
  'unmatched-name-only': 'The name resembles that of a customer, but a name and an amount are not enough to book.',
  'unmatched-by-policy': 'This fits, but the policy leaves such a receipt to a person.',
  'unmatched-customer-conflict': 'The customer number in the text is of another customer than the account.',
  'evidence-order': 'The customer’s order number {{order}} is in the text.',
  'evidence-number-tail': 'A longer number in the text ends in {{number}}.',
  'evidence-number-near': '{{text}} in the text looks like number {{number}} mistyped.',
  'evidence-direct-debit': 'Reference {{reference}} is of our own direct debit.',
  'evidence-customer-number': 'Customer number {{customer}} is in the text.',
  'evidence-shared-iban': 'The account is known as this customer’s, and as that of {{count, number}} {{count, plural(one: other; other: others)}}.',
  'evidence-group': 'The account is of another company of the same group.',
  'evidence-same-name': 'The payer is called exactly like {{name}}.',
  'evidence-all-open': 'This is exactly everything this customer has open.',
  'evidence-discount': 'The difference is exactly the discount for payment by {{untilDate, date}}.',
  'evidence-bank-costs': 'The difference of {{costsCents, amount}} fits costs of a foreign bank.',
  'evidence-small-difference': 'The difference is only {{differenceCents, amount}}.',
  'evidence-instalment': 'This is exactly the instalment of {{dueDate, date}} of the plan.',
  'evidence-promise': 'This is exactly what was promised for {{promiseDate, date}}.',
  'evidence-undisputed': 'This is exactly the part that is not disputed.',
  'evidence-habit': 'This customer did so {{times, number}} {{times, plural(one: time; other: times)}} before, confirmed by a person each time.',
  'missing-discount-late': 'The discount was valid until {{untilDate, date}}; payment came later.',
  'against-other-customers': 'The items are of {{count, number}} different customers.',
} as const satisfies CatalogShape<typeof dutch>;
