/**
 * The days that pass by themselves while an invoice stays open: when the claim is prescribed, by the shortest reading, and when the VAT on
 * it can be claimed back. What was supplied is not known, so goods are assumed; payments are not counted as an acknowledgment.
 */
import { addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import type { Country, LawDate } from './lawTypes.ts';
import { type Interruption, prescriptionDate } from './prescription.ts';
import { vatRefundDate } from './vatRefund.ts';

/** The letters that reserve the right to performance: from the second reminder on (letters.md). Anything else that goes out reserves nothing. */
const reserving: ReadonlySet<string> = new Set(['reminder-2', 'demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'fourteen-day-letter', 'default-notice', 'pre-legal-letter', 'handover']);

export type SentStep = { readonly step: string; readonly sentOn: PlainDateText };
export type DeadlineFacts = { readonly country: Country; readonly kind: 'trade' | 'consumer'; readonly dueDate: PlainDateText; readonly sent: readonly SentStep[] };

export type Prescription = { readonly last: LawDate; /** The letter that started the term anew; null when none did. */ readonly interruptedBy: SentStep | null };

/** The last day on which the claim can be acted on, and the letter that interrupted the term last. */
export function prescriptionOf({ country, kind, dueDate, sent }: DeadlineFacts): Prescription {
  const interruptions = sent.map(({ step, sentOn }): Interruption => ({ on: sentOn, kind: reserving.has(step) ? 'demand' : 'reminder' }));
  const last = prescriptionDate({ country, kind, supplied: 'goods', isPeriodic: false, dueDate, interruptions });
  const interrupted = last.working.findLast(({ rule }) => rule === 'prescription-interrupted');
  const letter = interrupted === undefined ? null : (sent.findLast(({ sentOn, step }) => sentOn === interrupted.from && reserving.has(step)) ?? null);
  const assumed = kind === 'consumer' && country === 'NL' ? [codedReason('law-goods-assumed', {})] : [];
  return { last: { ...last, doubts: [...assumed, ...last.doubts] }, interruptedBy: letter };
}

/** Whole years of the term before any interruption, so that a search can start with what is old enough. */
export const prescriptionYears = (country: Country, kind: 'trade' | 'consumer'): number => (country === 'NL' ? (kind === 'consumer' ? 2 : 5) : kind === 'consumer' ? 1 : 10);

/** How long before a prescription the program warns. */
export const warnDays = 90;

/** From when Dutch VAT on an unpaid invoice can be claimed back, at the latest (Wet OB 1968 art. 29). Belgium has no such fixed date. */
export function vatRefundOf(dueDate: PlainDateText): LawDate {
  const { period: _period, ...date } = vatRefundDate({ dueDate, invoiceReceivedOn: dueDate, returns: 'quarter' });
  return date;
}

/** How long the refund is pointed out: the return of a quarter can still take it in. */
export const vatShownUntil = (from: PlainDateText): PlainDateText => addMonths(from, 4);
