import type { ErrorText } from '../errorText.ts';

/** Letters that a person sends of his own accord. */
export const correspondenceErrors = {
  'correspondence-no-address': {
    what: 'There is no e-mail address to send to.',
    why: 'Neither this customer nor its contacts have an e-mail address.',
    todo: 'Enter an e-mail address with the customer, or choose a letter.',
  },
  'correspondence-nothing-open': {
    what: 'Nothing is open, so there is no statement to make.',
    why: 'An account statement lists open invoices and credits in euros.',
    todo: 'Choose a confirmation or a thank-you to write about a payment.',
  },
  'correspondence-receipt-gone': {
    what: 'This receipt can no longer be confirmed.',
    why: 'Its assignment was undone, or it was received too long ago.',
    todo: 'Choose another receipt.',
  },
  'correspondence-nothing-crossed': {
    what: 'No message crossed this payment.',
    why: 'Nothing about these invoices was sent shortly before or after this payment.',
    todo: 'Send a confirmation of receipt or a thank-you.',
  },
  'correspondence-changed': {
    what: 'The letter now says something else than what you looked at.',
    why: 'Something was booked or changed meanwhile.',
    todo: 'Look at the letter again and approve it then.',
  },
  'correspondence-one-a-day': {
    what: 'This customer already gets a message today.',
    why: 'We never send a customer two messages on one day.',
    todo: 'Wait until tomorrow, or withdraw today\'s message under Sent.',
  },
  'correspondence-insolvent': {
    what: 'This customer is insolvent since {{sinceDate, date}}.',
    why: 'An account statement asks for payment of the balance, which may no longer be asked of the customer.',
    todo: 'File the claim with the administrator; a confirmation of receipt is still possible.',
  },
  'correspondence-handed-over': {
    what: 'The claim was handed over to {{to}} on {{sinceDate, date}}.',
    why: 'An account statement asks for payment to us, and payment now goes through that party.',
    todo: 'Have {{to}} report the balance, or take follow-up back first.',
  },
} as const satisfies Record<string, ErrorText>;
