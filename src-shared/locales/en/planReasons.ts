import type { CatalogShape } from '../catalogShape.ts';
import type { planReasons as dutch } from '../nl/planReasons.ts';

/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'In payment plan {{reference}}: the instalment of {{instalmentDate, date}} can come in up to and including {{untilDate, date}}.',
  'decide-instalment-missed': 'The instalment of {{instalmentDate, date}} of payment plan {{reference}} was not paid ({{amountCents, amount}}); follow-up goes on. End the plan or wait for the payment.',
  'cancel-payment-plan': 'A payment plan is running ({{reference}}); there is time for its next instalment up to and including {{untilDate, date}}.',
  'timeline-plan': 'Payment plan {{reference}} agreed',
  'timeline-plan-ended': 'Payment plan {{reference}} ended',
  'match-plan-instalment': 'The payer names plan {{reference}} and this is exactly the instalment of {{dueDate, date}}.',
  'batch-split': 'Divided over its payments according to {{origin}}',
  'correspondence-by-person': 'Sent by a person, apart from follow-up.',
} as const satisfies CatalogShape<typeof dutch>;
