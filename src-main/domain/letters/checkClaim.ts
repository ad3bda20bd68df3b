/** Whether what a letter asks beside the invoices follows from its working, and may be asked at all (law/nl.md §3, law/be.md §1). */
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { addCents, type Cents, negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { dutchCollectionCosts } from '../law/collectionCosts.ts';
import { dutchFourteenDays } from '../law/consumerTerms.ts';
import { percentOf } from '../law/exactShare.ts';
import type { LawAmount } from '../law/lawTypes.ts';
import { belgianIndemnity } from './belgianCharges.ts';
import { linesOf } from './claimLines.ts';
import { accruedOf, costsOf, openOf } from './letterContext.ts';
import { type ClaimFacts, type ClaimPayment, type FourteenDayFacts, type HandoverFacts, isBelgianConsumer, letterCountry } from './letterFacts.ts';

type WithClaim = ClaimFacts | HandoverFacts;
const differs = (what: string): AppError => appError('letter-amount-differs', { what });
const workedOut = (amount: LawAmount): Cents => sumCents(amount.working.map((line) => line.amountCents));
const noVat = { isOutsourced: false, canDeductVat: true } as const;
/** Costs by the Dutch scale over one sum of principals. */
const scaleOver = (principal: Cents): Cents =>
  dutchCollectionCosts({ kind: 'consumer', principals: [principal], vat: noVat, alreadyChargedCents: 0 as Cents }).amountCents;

/** Interest of a day on 365 before any rounding, in cents. */
const ofOneDay = (principal: Cents, percent: string): number => (principal * Number(percentOf(percent))) / 36_500_000_000;

/** Each line of interest is its principal, rate and days over 365, a cent more or less; the lines add up; what is left bears the interest of a day. */
function checkInterest({ claim, items }: WithClaim): AppError | null {
  for (const one of claim.interest) {
    const item = items.find((known) => known.number === one.number && known.kind === 'invoice');
    const lines = linesOf(one);
    if (item === undefined || sumCents(lines.map((line) => line.amountCents)) !== one.accrued.amountCents) return differs(one.number);
    const isExact = lines.every((line) => {
      const exact = ofOneDay(line.principalCents, line.ratePercent) * line.days;
      return Math.abs(exact - line.amountCents) <= Math.max(1, exact * 0.003);
    });
    const taken = claim.payments.filter((paid) => paid.number === one.number);
    const toOthers = sumCents(taken.map((paid) => addCents(paid.toCosts, paid.toInterest)));
    const last = lines.at(-1);
    const perDay = last === undefined ? 0 : ofOneDay(one.principalOpen, last.ratePercent);
    const isDayRight = last === undefined || Math.abs(perDay - one.perDay) <= Math.max(1, perDay * 0.5);
    if (!isExact || !isDayRight || one.principalOpen !== addCents(item.open, toOthers)) return differs(one.number);
  }
  const perDay = sumCents(claim.interest.map((one) => one.perDay));
  return Math.abs(perDay - claim.perDay) > claim.interest.length ? differs('perDay') : null;
}

const isSplit = (paid: ClaimPayment): boolean => addCents(addCents(paid.toCosts, paid.toInterest), paid.toPrincipal) === paid.amount && paid.amount > 0;

function checkCosts(facts: WithClaim): AppError | null {
  const { costs, laterCosts, payments } = facts.claim;
  if (costs !== null && workedOut(costs.amount) !== costs.amount.amountCents) return differs('costs');
  if (laterCosts !== null && workedOut(laterCosts.amount) !== laterCosts.amount.amountCents) return differs('laterCosts');
  if (!payments.every(isSplit)) return differs('payments');
  return sumCents(payments.map((paid) => paid.toCosts)) > costsOf(facts) || sumCents(payments.map((paid) => paid.toInterest)) > accruedOf(facts)
    ? differs('payments')
    : null;
}

/** A consumer pays nothing beside the invoices before the term of the free letter has ended, and never more than the law's cap. */
function checkConsumer(facts: WithClaim): AppError | null {
  const { claim, customer, today, items } = facts;
  if (customer.kind !== 'consumer') return null;
  const costs = costsOf(facts);
  if ((costs > 0 || accruedOf(facts) > 0) && (claim.chargesFrom === null || claim.chargesFrom > today))
    return appError('letter-charges-too-early', claim.chargesFrom === null ? {} : { date: claim.chargesFrom });
  const isBelgian = letterCountry(facts) === 'BE';
  // Without a clause in the terms neither an indemnity nor interest by the clause may be asked.
  const leansOnClause = claim.costs?.kind === 'indemnity' || claim.interestKind === 'capped' || (isBelgian && claim.laterCosts !== null);
  if (leansOnClause && claim.clauseArticle.trim() === '' && (costs > 0 || accruedOf(facts) > 0)) return appError('letter-clause-missing');
  if (isBelgianConsumer(facts) && claim.laterCosts !== null) return appError('letter-amount-above-cap');
  // A payment since the free letter may have lowered the balance; the working says over which the costs were computed.
  const base = claim.costs?.amount.working.reduce((most, line) => (line.principalCents > most ? line.principalCents : most), openOf(items)) ?? openOf(items);
  const cap = isBelgian ? belgianIndemnity(base).amount : scaleOver(base);
  return costs > addCents(cap, isBelgian ? (0 as Cents) : vatOf(claim.costs?.amount)) ? appError('letter-amount-above-cap') : null;
}
const vatOf = (amount: LawAmount | undefined): Cents =>
  sumCents((amount?.working ?? []).filter((line) => line.rule === 'costs-vat-nl').map((line) => line.amountCents));

/** The first reason why the amounts of a claim may not be asked, or null. */
export const checkClaim = (facts: WithClaim): AppError | null => checkInterest(facts) ?? checkCosts(facts) ?? checkConsumer(facts);

/** The letter follows default, names the costs by the scale over all that is open, and gives the whole term of the law. */
export function checkFourteenDays(facts: FourteenDayFacts): AppError | null {
  const { costs, vat, customer, today, inDefaultSince, items, lastFreeDay } = facts;
  if (letterCountry(facts) !== 'NL' || customer.country === 'BE') return appError('letter-other-law');
  if (inDefaultSince > today) return appError('letter-default-missing', { date: inDefaultSince });
  const scale = scaleOver(openOf(items));
  if (vat < 0 || vatOf(costs) !== vat || subtractCents(costs.amountCents, vat) !== scale || addCents(workedOut(costs), negateCents(costs.amountCents)) !== 0)
    return differs('costs');
  const earliest = dutchFourteenDays(today, facts.channel).lastFreeDay;
  return lastFreeDay.date < earliest ? appError('letter-deadline-too-early', { date: lastFreeDay.date, earliest }) : null;
}
