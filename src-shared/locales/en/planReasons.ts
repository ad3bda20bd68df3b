import type { CatalogShape } from '../catalogShape.ts';
import type { planReasons as dutch } from '../nl/planReasons.ts';

/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'In payment plan {{reference}}: the instalment of {{instalmentDate, date}} can come in up to and including {{untilDate, date}}.',
  'held-plan-unsigned': 'Payment plan {{reference}} waits to be signed, up to and including {{untilDate, date}}.',
  'held-plan-notice-due': 'Instalment of {{instalmentDate, date}} of payment plan {{reference}} missed: first a written notice goes out.',
  'held-plan-noticed': 'Instalment of {{instalmentDate, date}} of payment plan {{reference}} missed; notice given on {{noticeDate, date}}, payable up to and including {{untilDate, date}}.',
  'decide-instalment-missed': 'Instalment of {{instalmentDate, date}} of payment plan {{reference}} missed ({{amountCents, amount}}): send the notice and record when. Follow-up waits until seven days after it.',
  'decide-plan-broken': 'Instalment of {{instalmentDate, date}} of payment plan {{reference}} ({{amountCents, amount}}) was not paid after the notice of {{noticeDate, date}} either; all of it is payable and follow-up goes on. End the plan.',
  'decide-plan-lapsed': 'Payment plan {{reference}} was not signed by {{signDate, date}} and has lapsed; follow-up goes on. Record the signatures after all or end the plan.',
  'cancel-plan-notice': 'An instalment of payment plan {{reference}} was missed; the written notice goes out first.',
  'cancel-payment-plan': 'Payment plan {{reference}} holds follow-up up to and including {{untilDate, date}}.',
  'timeline-plan': 'Payment plan {{reference}} agreed',
  'timeline-plan-ended': 'Payment plan {{reference}} ended',
  'match-plan-instalment': 'The payer names plan {{reference}} and this is exactly the instalment of {{dueDate, date}}.',
  'batch-split': 'Divided over its payments according to {{origin}}',
  'correspondence-by-person': 'Sent by a person, apart from follow-up.',
} as const satisfies CatalogShape<typeof dutch>;
