/** Questions about interest with everything that a test does not speak of filled in. */
import { plainDate } from '../../src-shared/dates.ts';
import { type Cents, cents, parseDecimalCents } from '../../src-shared/money.ts';
import { claimInterest, type ClaimInterest, type ClaimInterestQuestion } from '../../src-main/domain/law/claimInterest.ts';
import { shippedRates } from './lawRates.ts';

const table = shippedRates();

/** Euros as they are written, `1270.50`. */
export function euros(text: string): Cents {
  const value = parseDecimalCents(text);
  if (value === null) throw new RangeError(`not an amount: ${text}`);
  return value;
}

export const paid = (date: string, amount: string) => ({ date: plainDate(date), amountCents: euros(amount), isPrincipalOnly: false });

export const question = (asked: Partial<Omit<ClaimInterestQuestion, 'from' | 'to'>> & { readonly from: string; readonly to: string }): ClaimInterestQuestion => ({
  country: 'NL',
  kind: 'trade',
  principalCents: cents(1000_00),
  payments: [],
  costs: [],
  free: [],
  agreed: { kind: 'none' },
  isSimple: false,
  basis: '365',
  isContractBefore2013: false,
  table,
  ...asked,
  from: plainDate(asked.from),
  to: plainDate(asked.to),
});

export function interest(asked: Parameters<typeof question>[0]): ClaimInterest {
  const answer = claimInterest(question(asked));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
