import type { ErrorText } from '../errorText.ts';
import type { planErrors as dutch } from '../nl/planErrors.ts';

/** Payment plans and our own direct debits. */
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
  'plan-insolvent': {
    what: 'No plan can be made with this customer: insolvent since {{sinceDate, date}}.',
    why: 'An insolvent customer no longer pays his debts himself.',
    todo: 'File the claim with the administrator.',
  },
  'plan-handed-over': {
    what: 'No plan can be made with this customer: the claim was handed over to {{to}} on {{sinceDate, date}}.',
    why: 'Agreements about payment now go through that party.',
    todo: 'Have {{to}} make the agreement, or take follow-up back first.',
  },
  'plan-currency': {
    what: 'The chosen invoices are in different currencies.',
    why: 'The instalments of a plan are in one currency.',
    todo: 'Make a plan for each currency.',
  },
  'plan-day-wrong': {
    what: 'That day is not possible.',
    why: 'It lies before {{earliestDate, date}}, is the very day on which could still be paid, or lies after today.',
    todo: 'Choose the day on which it happened.',
  },
  'plan-signed-late': {
    what: 'The plan was not signed in time.',
    why: 'It could be signed up to and including {{signDate, date}}; after that the proposal lapsed.',
    todo: 'Make a new plan if you still want to agree on one.',
  },
  'plan-nothing-missed': {
    what: 'This instalment was not missed.',
    why: 'It is paid, can still come in time, or an older instalment is not paid yet.',
    todo: 'Look at the schedule again.',
  },
  'debit-order-unreadable': {
    what: 'This is no readable order for direct debits.',
    why: 'Only an order in pain.008 (SEPA) with a message id and amounts can be read; a payment order or a statement cannot.',
    todo: 'Export the order again from the program that made it.',
  },
  'debit-order-too-large': {
    what: 'This order has more than {{most}} direct debits.',
    why: 'Larger orders are not read in one go.',
    todo: 'Split the order and read the parts.',
  },
  'debit-order-not-ours': {
    what: 'The order collects to {{iban}}, which is no account of this administration.',
    why: 'Only our own direct debits say anything about the invoices.',
    todo: 'Add the account to the company profile if it is yours.',
  },
  'debit-order-known': {
    what: 'Order {{message}} was read already.',
    why: 'An id counts once.',
    todo: 'Withdraw the earlier reading to read it again.',
  },
  'debit-order-nothing': {
    what: 'No direct debit in this order names an invoice of this administration.',
    why: 'The invoice number or payment reference must stand in the text, the reference or the end-to-end id.',
    todo: 'Import the invoices first, or check the texts.',
  },
};
