/** The policy of an administration that has not chosen one: only what is certain is booked, and nothing is given away. */
import { cents } from '../../../src-shared/money.ts';
import type { MatchPolicy } from './matchTypes.ts';

/**
 * A name with an amount is left to a person; a few cents short are written off; costs of a foreign bank up to fifteen euro; a discount only
 * within its term.
 */
export const cautiousPolicy: MatchPolicy = {
  mayBook: {
    reference: true,
    number: true,
    sum: true,
    letter: true,
    'direct-debit': true,
    order: true,
    'iban-amount': true,
    'iban-sum': true,
    'customer-amount': true,
    instalment: true,
    promise: true,
    'name-amount': false,
  },
  bankCostsMaxCents: cents(1500),
  smallDifferenceMaxCents: cents(5),
  discountGraceDays: 0,
};
