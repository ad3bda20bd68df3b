import type { CatalogShape } from '../catalogShape.ts';
import type { paymentPlans as dutch } from '../nl/paymentPlans.ts';

/** Texts of payment plans on the page of a customer. */
export const paymentPlans = {
  action: 'Make a payment plan',
  title: 'Payment plan',
  titleMany: 'Payment plans',
  form: {
    lead: 'As long as the instalments come in on time, follow-up of these invoices waits.',
    documents: 'Invoices',
    none: 'No invoice is open that is not in a plan already.',
    division: 'Divide into',
    byCount: 'Number of instalments',
    byAmount: 'Amount of each',
    count: 'Instalments',
    amount: 'Each',
    firstOn: 'First instalment',
    interval: 'Every',
    intervals: { week: 'week', 'two-weeks': 'two weeks', month: 'month' },
    noInterest: 'No interest and costs while the instalments are on time',
    schedule: 'Schedule',
    save: 'Keep the plan',
    saved: 'Plan {{reference}} is kept.',
  },
  column: { number: 'Instalment', dueOn: 'No later than', cents: 'Amount', rest: 'Still to pay', state: 'State' },
  instalment: { paid: 'Paid', open: 'Running', partly: 'Partly paid', missed: 'Missed' },
  state: {
    running: 'running',
    missed: 'not kept, follow-up goes on',
    paid: 'paid in full',
    ended: 'ended',
    cancelled: 'cancelled',
  },
  agreed: 'agreed on {{date}}, for {{numbers}}',
  endedOn: '{{date}}: {{reason}}',
  print: 'Agreement (PDF)',
  end: {
    action: 'End',
    title: 'End plan {{reference}}',
    lead: 'Follow-up of the invoices then goes on.',
    kind: 'What happened?',
    kinds: { ended: 'The plan no longer holds', cancelled: 'The plan was kept by mistake' },
    reason: 'Reason',
    save: 'End the plan',
    saved: 'Plan {{reference}} is ended.',
  },
} as const satisfies CatalogShape<typeof dutch>;
