/**
 * The last day on which a business may pay: what was agreed within the limits of the law, else thirty days. NL: BW 6:119a lid 2, 4, 5 and 6
 * (large buyers since 1 July 2022). BE: law of 2 August 2002 art. 4 (at most 60 days for everybody since 1 February 2022).
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { lawDates } from './lawDates.ts';
import type { Country, LawDate } from './lawTypes.ts';

/** When the counting starts: at the latest of these that is known. The date of receipt of an invoice may not be agreed in Belgium. */
export type TermStart = {
  readonly invoiceReceivedOn: PlainDateText;
  readonly goodsReceivedOn: PlainDateText | null;
  /** Acceptance or verification, where law or contract knows one; within thirty days of the delivery. */
  readonly acceptedOn: PlainDateText | null;
};

export type PaymentTermQuestion = TermStart & {
  readonly country: Country;
  /** Null when nothing was agreed. */
  readonly agreedDays: number | null;
  /** NL: more than 60 days only when expressly agreed (and not grossly unfair). */
  readonly isExpresslyAgreed: boolean;
  /** NL: a large company that buys from a small or middle-sized one. */
  readonly isLargeBuyer: boolean;
};

const statutoryDays = 30;
const maximumDays = 60;

/** The day from which a term without agreement counts, itself not counted: the latest of receipt, delivery and acceptance. */
export const termStart = ({ invoiceReceivedOn, goodsReceivedOn, acceptedOn }: TermStart): PlainDateText =>
  [invoiceReceivedOn, goodsReceivedOn, acceptedOn].reduce<PlainDateText>((latest, day) => (day !== null && day > latest ? day : latest), invoiceReceivedOn);

type TermRule = 'term-agreed' | 'term-statutory' | 'term-maximum' | 'term-large-buyer-nl';

/** The last day of a term of so many days that starts the day after the start. */
function lastDayIn(country: Country, start: PlainDateText) {
  const { dateLine, lawDate } = lawDates[country];
  return (days: number, rule: TermRule, doubts: LawDate['doubts']): LawDate => {
    const date = addDays(start, days);
    return lawDate(date, rule, { working: [dateLine(rule, addDays(start, 1), addDays(date, 1))], doubts });
  };
}

/** The last day on which a business pays in time. A longer term than the law allows becomes 30 days (BE, NL large buyers) or 60 (NL). */
export function lastPaymentDay(question: PaymentTermQuestion): LawDate {
  const { country, agreedDays, isExpresslyAgreed, isLargeBuyer } = question;
  const lastDay = lastDayIn(country, termStart(question));
  if (agreedDays === null) return lastDay(statutoryDays, 'term-statutory', []);
  if (agreedDays < 0 || !Number.isSafeInteger(agreedDays)) throw new RangeError('a term is a whole number of days');
  if (country === 'NL' && isLargeBuyer && agreedDays > statutoryDays) return lastDay(statutoryDays, 'term-large-buyer-nl', [codedReason('law-large-buyer', {})]);
  if (agreedDays <= maximumDays) return lastDay(agreedDays, 'term-agreed', []);
  if (country === 'BE') return lastDay(statutoryDays, 'term-maximum', []);
  const doubt = codedReason('law-term-above-sixty', { days: agreedDays });
  return isExpresslyAgreed ? lastDay(agreedDays, 'term-agreed', [doubt]) : lastDay(maximumDays, 'term-maximum', [doubt]);
}
