/** What the tables of payment plans, of our own direct debits and of bookings taken apart later mean, for the export (see exportColumns.ts). */
export const paymentPlanTables = {
  payment_plan: {
    about: 'Payment plans agreed with customers; rows are only ever added, and a plan ends by a row of payment_plan_end.',
    columns: {
      reference: 'what the customer writes with each instalment',
      agreed_on: 'day on which it was agreed',
      sign_by: 'day by which both sign',
      is_interest_waived: '1 when no interest is charged while it is kept',
      after_entry_id: 'newest row of journal_entry when it was made; what was booked later pays it',
    },
  },
  payment_plan_document: {
    about: 'The documents of a payment plan.',
    columns: {
      payment_plan_id: 'row of payment_plan',
      open: 'what was open of the document when the plan was made, in cents',
    },
  },
  payment_plan_instalment: {
    about: 'The instalments of a payment plan; together the open amounts of its documents.',
    columns: {
      payment_plan_id: 'row of payment_plan',
      position: 'place in the plan, from 1',
      due_on: 'day by which it is paid',
      cents: 'amount in cents',
    },
  },
  payment_plan_end: {
    about: 'Payment plans that were ended, because they were not kept, or cancelled.',
    columns: {
      payment_plan_id: 'row of payment_plan',
      kind: 'ended, or cancelled when it should never have been made',
      ended_on: 'day from which it no longer held',
    },
  },
  payment_plan_event: {
    about: 'What happened to a payment plan after it was made; rows are only ever added.',
    columns: {
      payment_plan_id: 'row of payment_plan',
      kind: 'accepted when both signed, noticed when a missed instalment was told in writing',
      position: 'the instalment that a notice is about, from 1; empty for a signature',
      happened_on: 'day on which that was',
      by_whom: 'who signed or gave the notice; empty for a plan from before this was kept',
    },
  },
  payment_plan_event_withdrawal: {
    about: 'What was recorded of a payment plan by mistake: it counts no more.',
    columns: { payment_plan_event_id: 'row of payment_plan_event' },
  },
  direct_debit_order: {
    about: 'Orders for direct debits that were sent to the bank (pain.008), as they were read; rows are only ever added.',
    columns: {
      message: 'identification of the message',
      account: 'our account that collects',
      file_name: 'name of the file it was read from',
    },
  },
  direct_debit: {
    about: 'What an order collects: one row for each document of a debit.',
    columns: {
      direct_debit_order_id: 'row of direct_debit_order',
      end_to_end_id: 'end-to-end id that comes back with the money, and with a return',
      cents: 'amount of the whole debit in cents',
      collect_on: 'day on which the bank was asked to collect',
      mandate_id: 'mandate',
      debtor_iban: 'account of the debtor',
    },
  },
  direct_debit_withdrawal: {
    about: 'Orders that were withdrawn again: their ids count no more.',
    columns: { direct_debit_order_id: 'row of direct_debit_order' },
  },
  batch_split: {
    about: 'Collective bookings that a later notification took apart; the booking itself is marked as removed while its payments count.',
    columns: {},
  },
  batch_split_part: {
    about: 'The payments that took the place of such a booking.',
    columns: { batch_split_id: 'row of batch_split' },
  },
};
