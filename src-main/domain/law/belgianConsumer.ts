/**
 * What a Belgian consumer can owe beside the principal (WER Book XIX): a fixed indemnity by slice of the outstanding balance, and the cost
 * of a reminder where goods or services are delivered regularly. Caps of the law: everything is rounded down. Nothing else may be asked.
 */
import { type Cents, cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { belgianIndemnity } from '../letters/belgianCharges.ts';
import { parsePercent, percentOf, shareOf } from './exactShare.ts';
import { articleOf, confidenceOf } from './lawArticles.ts';
import type { LawAmount, LawRule, WorkingLine } from './lawTypes.ts';

const plainLine = (rule: LawRule, principalCents: Cents, amountCents: Cents): WorkingLine => ({ from: null, to: null, days: 0, principalCents, ratePercent: null, amountCents, rule, source: articleOf(rule, 'BE') });
const none = (rule: LawRule, doubts: LawAmount['doubts']): LawAmount => ({ amountCents: zeroCents, working: [], rule: 'nothing-due', source: articleOf(rule, 'BE'), confidence: confidenceOf(rule), doubts });

/**
 * The most that a clause may ask (WER art. XIX.4): up to 150 euros 20; up to 500 30 and 10 % of the part above 150; above 65 and 5 % of the
 * part above 500, at most 2,000 in all. Percentages apply to the part, never to the whole debt.
 */
export function consumerIndemnity(balance: Cents): LawAmount {
  if (balance < 0) throw new RangeError('an indemnity over a negative balance');
  if (balance === 0) return none('indemnity-consumer-be', []);
  const { amount, formula } = belgianIndemnity(balance);
  const share = formula === null ? zeroCents : cents(amount - formula.floor);
  const working =
    formula === null
      ? [plainLine('indemnity-consumer-be', balance, amount)]
      : [plainLine('indemnity-consumer-be', balance, formula.floor), { ...plainLine('indemnity-consumer-be', formula.part, share), ratePercent: String(formula.percent) }];
  return { amountCents: amount, working, rule: 'indemnity-consumer-be', source: articleOf('indemnity-consumer-be', 'BE'), confidence: confidenceOf('indemnity-consumer-be'), doubts: [codedReason('law-clause-needed', {})] };
}

/**
 * What a clause over its own percentage gives: never more than the cap, because a clause that can exceed it is void as a whole (sources do
 * not agree what then remains; nothing is taken).
 */
export function clauseIndemnityConsumer(balance: Cents, percent: string): LawAmount {
  const value = parsePercent(percent);
  const cap = consumerIndemnity(balance);
  if (value === null) throw new RangeError(`not a percentage: ${percent}`);
  const asked = shareOf(balance, value, 'down');
  if (asked > cap.amountCents) return none('indemnity-cap-be', [codedReason('law-clause-void', {})]);
  return { ...cap, amountCents: asked, working: [{ ...plainLine('indemnity-consumer-be', balance, asked), ratePercent: percent }] };
}

export type ReminderFeeQuestion = {
  /** A contract for regular delivery of goods or services; for a single debt nothing is charged, as the sources conflict. */
  readonly isRegularDelivery: boolean;
  /** Missed due dates of this calendar year, this one included: the reminder of the first three is free. */
  readonly missedThisYear: number;
  readonly channel: 'letter' | 'email';
  /** The tariff of the day for a letter. */
  readonly postageCents: Cents;
};

const freeReminders = 3;
const reminderFee = cents(7_50);

/** At most 7.50 euros and the postage, from the fourth missed due date of a calendar year (WER art. XIX.2). An e-mail has no postage. */
export function reminderFeeConsumer({ isRegularDelivery, missedThisYear, channel, postageCents }: ReminderFeeQuestion): LawAmount {
  if (!isRegularDelivery) return none('reminder-fee-be', [codedReason('law-reminder-fee-single', {})]);
  if (missedThisYear <= freeReminders) return none('reminder-fee-be', []);
  const working = [plainLine('reminder-fee-be', zeroCents, reminderFee), ...(channel === 'letter' && postageCents > 0 ? [plainLine('reminder-postage-be', zeroCents, postageCents)] : [])];
  return { amountCents: sumCents(working.map((line) => line.amountCents)), working, rule: 'reminder-fee-be', source: articleOf('reminder-fee-be', 'BE'), confidence: confidenceOf('reminder-fee-be'), doubts: [] };
}

export type TradeClause = { readonly percent: string; readonly minimumCents: Cents; readonly maximumCents: Cents | null };

/** What is generally accepted between businesses; 15 % and more is seen as too high. */
const acceptedPercent = percentOf('10');

/**
 * The indemnity of a clause between businesses: a percentage of the principal between its own minimum and maximum. A court may lower it
 * (BW art. 5.88); whether the 40 euros of the law come on top is not confirmed, so the clause stands for both.
 */
export function clauseIndemnityTrade(principal: Cents, { percent, minimumCents, maximumCents }: TradeClause): LawAmount {
  if (principal < 0) throw new RangeError('an indemnity over a negative principal');
  if (principal === 0) return none('indemnity-clause-be', []);
  const share = shareOf(principal, percentOf(percent), 'down');
  const bound = share < minimumCents ? minimumCents : maximumCents !== null && share > maximumCents ? maximumCents : share;
  const toBound = bound === share ? [] : [plainLine('indemnity-clause-be', principal, cents(bound - share))];
  const isHigh = percentOf(percent) > acceptedPercent;
  return {
    amountCents: bound,
    working: [{ ...plainLine('indemnity-clause-be', principal, share), ratePercent: percent }, ...toBound],
    rule: 'indemnity-clause-be',
    source: articleOf('indemnity-clause-be', 'BE'),
    confidence: isHigh ? 'unconfirmed' : confidenceOf('indemnity-clause-be'),
    doubts: [codedReason('law-clause-and-forty', {}), ...(isHigh ? [codedReason('law-clause-high', { percent: Number(percent) })] : [])],
  };
}
