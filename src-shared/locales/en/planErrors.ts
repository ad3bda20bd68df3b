import type { ErrorText } from '../errorText.ts';
import type { planErrors as dutch } from '../nl/planErrors.ts';

/** Payment plans. */
export const planErrors: Record<keyof typeof dutch, ErrorText> = {
  'plan-nothing-open': {
    what: 'Nothing is open for which a plan can be made.',
    why: 'A chosen document is paid or is a credit, or nothing is chosen.',
    todo: 'Choose one or more invoices with an open amount.',
  },
  'plan-too-many-instalments': {
    what: 'This would make more than {{most}} instalments, or instalments of less than a cent.',
    why: 'A plan has 1 to {{most}} instalments.',
    todo: 'Choose fewer instalments or a higher amount for each.',
  },
  'plan-document-taken': {
    what: 'A chosen invoice is in payment plan {{reference}} already.',
    why: 'An invoice can only be in one running plan; otherwise it would not be clear which instalment a payment is for.',
    todo: 'End that plan first, or leave the invoice out.',
  },
  'plan-first-day-past': {
    what: 'The first instalment is not after today.',
    why: 'Both parties sign before the first instalment is due.',
    todo: 'Choose a later first day.',
  },
  'plan-total-changed': {
    what: 'The open amount has changed since the schedule was worked out.',
    why: 'A receipt or credit note was booked meanwhile.',
    todo: 'Look at the new schedule and keep the plan then.',
  },
  'plan-currency': {
    what: 'The chosen invoices are in different currencies.',
    why: 'The instalments of a plan are in one currency.',
    todo: 'Make a plan for each currency.',
  },
};
