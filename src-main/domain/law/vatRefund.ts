/**
 * When the VAT on an unpaid Dutch invoice can be claimed back: at the latest one year after the last agreed day of payment, or one year after
 * thirty days from receipt when no term was agreed (Wet op de omzetbelasting 1968, art. 29). It belongs in the return of that period; later
 * the refund may be refused. Belgium has no such fixed date.
 */
import { addDays, addMonths, firstDayOfMonth, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { lawDates } from './lawDates.ts';
import type { LawDate } from './lawTypes.ts';

export type VatReturnPeriod = 'month' | 'quarter' | 'year';
export type VatRefund = LawDate & { /** First day of the VAT period in which to claim it, and the first day after it. */ readonly period: { readonly from: PlainDateText; readonly to: PlainDateText } };
export type VatRefundQuestion = {
  /** The last agreed day of payment; null when no term was agreed. */
  readonly dueDate: PlainDateText | null;
  readonly invoiceReceivedOn: PlainDateText;
  readonly returns: VatReturnPeriod;
};

function periodOf(date: PlainDateText, returns: VatReturnPeriod): VatRefund['period'] {
  const months = { month: 1, quarter: 3, year: 12 }[returns];
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months + 1;
  const from = plainDate(`${date.slice(0, 5)}${String(month).padStart(2, '0')}-01`);
  return { from, to: firstDayOfMonth(addMonths(from, months)) };
}

/** The day on which the right to the refund arises at the latest, and the return to claim it in. */
export function vatRefundDate({ dueDate, invoiceReceivedOn, returns }: VatRefundQuestion): VatRefund {
  const { dateLine, lawDate } = lawDates.NL;
  const last = dueDate ?? addDays(invoiceReceivedOn, 30);
  const date = addMonths(last, 12);
  return { ...lawDate(date, 'vat-refund-nl', { working: [dateLine('vat-refund-nl', last, date)], doubts: [codedReason('law-vat-paid-later', {})] }), period: periodOf(date, returns) };
}
