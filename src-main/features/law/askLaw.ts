/** One question to the law without a ledger, as the command line asks it: the same rules as everywhere, answered as amount or date with its working. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import { codedReason, type CodedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { clauseIndemnityConsumer, clauseIndemnityTrade, consumerIndemnity, reminderFeeConsumer, type ReminderFeeQuestion, type TradeClause } from '../../domain/law/belgianConsumer.ts';
import { claimInterest, type ClaimInterest, type ClaimInterestQuestion } from '../../domain/law/claimInterest.ts';
import { dutchCollectionCosts, tradeMinimum, type VatPosition } from '../../domain/law/collectionCosts.ts';
import { type Channel, consumerTerm, type ConsumerTerm } from '../../domain/law/consumerTerms.ts';
import { defaultStart, type DefaultQuestion } from '../../domain/law/defaultStart.ts';
import { lastPaymentDay, type PaymentTermQuestion } from '../../domain/law/paymentTerms.ts';
import { prescriptionDate, type PrescriptionQuestion } from '../../domain/law/prescription.ts';
import { vatRefundDate, type VatRefund, type VatRefundQuestion } from '../../domain/law/vatRefund.ts';
import type { ClaimKind, Country, LawAmount, LawDate } from '../../domain/law/lawTypes.ts';
import type { RateTable } from '../../domain/law/rates.ts';

export type { LawAmount, LawDate } from '../../domain/law/lawTypes.ts';
export { loadRates } from './readRates.ts';

type Place = { readonly country: Country; readonly kind: ClaimKind };
export type CostsQuestion = Place & { readonly principals: readonly Cents[]; readonly vat: VatPosition; readonly alreadyChargedCents: Cents; readonly invoices: number; readonly reminder: ReminderFeeQuestion | null };
export type IndemnityQuestion = Place & { readonly principals: readonly Cents[]; readonly invoices: number; readonly clause: TradeClause | null };

export type LawQuestion =
  | { readonly topic: 'interest'; readonly about: Omit<ClaimInterestQuestion, 'table'> }
  | { readonly topic: 'costs'; readonly about: CostsQuestion }
  | { readonly topic: 'indemnity'; readonly about: IndemnityQuestion }
  | { readonly topic: 'letter-term'; readonly about: { readonly country: Country; readonly sentOn: PlainDateText; readonly channel: Channel } }
  | { readonly topic: 'default'; readonly about: DefaultQuestion }
  | { readonly topic: 'payment-term'; readonly about: PaymentTermQuestion }
  | { readonly topic: 'prescription'; readonly about: PrescriptionQuestion }
  | { readonly topic: 'vat-refund'; readonly about: VatRefundQuestion };

/** `none`: there is nothing to answer, and why: default has not started, a claim of this kind has no such amount. */
export type LawAnswer =
  | { readonly kind: 'interest'; readonly value: ClaimInterest }
  | { readonly kind: 'amount'; readonly value: LawAmount }
  | { readonly kind: 'date'; readonly value: LawDate | ConsumerTerm | VatRefund }
  | { readonly kind: 'none'; readonly reason: CodedReason };

const amount = (value: LawAmount): LawAnswer => ({ kind: 'amount', value });
const date = (value: LawDate | ConsumerTerm | VatRefund): LawAnswer => ({ kind: 'date', value });
const none = (code: CodedReason['code']): LawAnswer => ({ kind: 'none', reason: codedReason(code, {}) });

/** NL: the scale. BE: the 40 euros between businesses, the cost of a reminder for a consumer; a civil claim knows neither. */
function costs({ country, kind, principals, vat, alreadyChargedCents, invoices, reminder }: CostsQuestion): LawAnswer {
  if (country === 'NL') return amount(dutchCollectionCosts({ kind, principals, vat, alreadyChargedCents }));
  if (kind === 'trade') return amount(tradeMinimum('BE', invoices));
  return kind === 'consumer' && reminder !== null ? amount(reminderFeeConsumer(reminder)) : none('law-no-such-amount');
}

/** BE: by slice for a consumer, by clause or 40 euros between businesses. NL: the 40 euros between businesses. */
function indemnity({ country, kind, principals, invoices, clause }: IndemnityQuestion): LawAnswer {
  const principal = sumCents(principals);
  if (country === 'BE' && kind === 'consumer') return amount(clause === null ? consumerIndemnity(principal) : clauseIndemnityConsumer(principal, clause.percent));
  if (country === 'BE' && kind === 'trade' && clause !== null) return amount(clauseIndemnityTrade(principal, clause));
  return kind === 'trade' ? amount(tradeMinimum(country, invoices)) : none('law-no-such-amount');
}

function inDefault(question: DefaultQuestion): LawAnswer {
  const { start, missing } = defaultStart(question);
  return start === null ? { kind: 'none', reason: missing } : date(start);
}

/** Payments that the period does not reach, so that nobody thinks they counted. */
const laterPayments = ({ from, to, payments }: Omit<ClaimInterestQuestion, 'table'>): readonly CodedReason[] =>
  payments.filter((payment) => payment.date >= to && payment.date >= from).map((payment) => codedReason('law-payment-after-period', { amountCents: payment.amountCents, onDate: payment.date, toDate: to }));

/** Answers one question over a table of rates. An error means that the question itself cannot be answered. */
export function askLaw(question: LawQuestion, table: RateTable): Result<LawAnswer, AppError> {
  const { topic, about } = question;
  if (topic === 'interest') {
    const answer = claimInterest({ ...about, table });
    return answer.ok ? ok({ kind: 'interest', value: { ...answer.value, doubts: [...answer.value.doubts, ...laterPayments(about)] } }) : err(answer.error);
  }
  if (topic === 'costs') return ok(costs(about));
  if (topic === 'indemnity') return ok(indemnity(about));
  if (topic === 'default') return ok(inDefault(about));
  if (topic === 'letter-term') return ok(date(consumerTerm(about.country, about.sentOn, about.channel)));
  if (topic === 'payment-term') return ok(date(lastPaymentDay(about)));
  return ok(date(topic === 'prescription' ? prescriptionDate(about) : vatRefundDate(about)));
}
