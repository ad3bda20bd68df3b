/** What a letter claims, put together from what the rules of law answered about each invoice. Reads their working; computes nothing but sums. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, cents, negateCents, zeroCents } from '../../../src-shared/money.ts';
import { percentOf, quotient } from '../law/exactShare.ts';
import type { LawAmount, LawRule } from '../law/lawTypes.ts';
import { linesOf } from './claimLines.ts';
import type { Claim, ClaimPayment, InterestClaim, LetterItem } from './letterFacts.ts';

/** An invoice of the letter with its interest up to and including the day of the letter, as `documentClaim` or `claimInterest` answers it. */
export type InvoiceInterest = {
  readonly item: Pick<LetterItem, 'number' | 'open'>;
  readonly interest: LawAmount;
  readonly perDayCents: Cents;
  /** Days on which the customer named this invoice with his payment. */
  readonly designatedOn: ReadonlySet<PlainDateText>;
};

const shares: Partial<Record<LawRule, 'toCosts' | 'toInterest' | 'toPrincipal'>> = {
  'payment-to-costs': 'toCosts',
  'payment-to-interest': 'toInterest',
  'payment-to-principal': 'toPrincipal',
};

/** The payments in the working of one invoice, day by day, and what each part of them was for. */
function paymentsIn({ item, interest, designatedOn }: InvoiceInterest): readonly ClaimPayment[] {
  const days = new Map<PlainDateText, ClaimPayment>();
  for (const line of interest.working) {
    const share = shares[line.rule];
    if (share === undefined || line.from === null) continue;
    const known = days.get(line.from) ?? {
      on: line.from,
      number: item.number,
      amount: zeroCents,
      toCosts: zeroCents,
      toInterest: zeroCents,
      toPrincipal: zeroCents,
      isDesignated: designatedOn.has(line.from),
    };
    const paid = negateCents(line.amountCents);
    days.set(line.from, { ...known, amount: addCents(known.amount, paid), [share]: addCents(known[share], paid) });
  }
  return [...days.values()].filter((payment) => payment.amount > 0).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** What a further day adds to all together, rounded once and half up. */
function perDayOf(claims: readonly InterestClaim[]): Cents {
  const exact = claims.reduce((sum, claim) => {
    const last = linesOf(claim).at(-1);
    return last === undefined ? sum : sum + BigInt(last.principalCents) * percentOf(last.ratePercent);
  }, 0n);
  // Percent in millionths, over 100 and over 365 days.
  return cents(Number(quotient(exact, 36_500_000_000n, 'half-up')));
}

/**
 * The claim of a letter. Interest that is not asked (waived, or a consumer whose term still runs) is left out by leaving the invoice out of
 * `invoices`; costs likewise. The open principal is what is open in the ledger, raised by what payments gave to interest and costs.
 */
export function claimFromWorking(
  invoices: readonly InvoiceInterest[],
  rest: Pick<Claim, 'interestKind' | 'costs' | 'laterCosts' | 'chargesFrom' | 'clauseArticle'>,
): Claim {
  const payments = invoices.flatMap(paymentsIn);
  const claims = invoices.map(({ item, interest, perDayCents }): InterestClaim => {
    const toOthers = payments.filter((paid) => paid.number === item.number).reduce((sum, paid) => addCents(sum, addCents(paid.toCosts, paid.toInterest)), zeroCents);
    return { number: item.number, accrued: interest, perDay: perDayCents, principalOpen: addCents(item.open, toOthers) };
  });
  return { ...rest, interest: claims, perDay: perDayOf(claims), payments };
}
