/**
 * The last day on which a claim can be acted on before it is prescribed, and what interrupts that. Where a term is uncertain the shortest
 * is taken, so that nobody acts too late. A judge does not apply prescription of its own motion; the program warns, it does not delete.
 */
import { addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { lawDates } from './lawDates.ts';
import type { ClaimKind, Country, DateLine, LawDate } from './lawTypes.ts';

/**
 * `demand`: written, with an unequivocal reservation of the right to performance. `reminder`: written, without it. `acknowledgment`: by
 * the debtor, such as a part payment or a plan. `summons`: court, seizure or payment order. `authorised-notice`: BE, by lawyer, bailiff
 * or authorised representative, registered with acknowledgment of receipt and the mandatory mentions.
 */
export type InterruptionKind = 'demand' | 'reminder' | 'acknowledgment' | 'summons' | 'authorised-notice';
export type Interruption = { readonly on: PlainDateText; readonly kind: InterruptionKind };

export type PrescriptionQuestion = {
  readonly country: Country;
  readonly kind: ClaimKind;
  readonly supplied: 'goods' | 'services';
  /** Falls due again and again, such as rent or a subscription; also interest. */
  readonly isPeriodic: boolean;
  /** The last day for payment: the term starts the day after. */
  readonly dueDate: PlainDateText;
  readonly interruptions: readonly Interruption[];
};

type Term = { readonly years: number; readonly doubts: readonly CodedReason[] };
const doubt = (code: CodedReason['code']): readonly CodedReason[] => [codedReason(code, {})];

/**
 * NL: two years for goods sold to a consumer (BW 7:28), else five (BW 3:307). BE: ten years between businesses, five for periodic debts
 * and interest (old BW 2262bis, 2277), one for goods sold to a consumer (old BW 2272); services to consumers have terms of their own that
 * are not confirmed here, so one year is kept.
 */
function termOf({ country, kind, supplied, isPeriodic }: PrescriptionQuestion): Term {
  if (country === 'NL') return kind === 'consumer' && supplied === 'goods' ? { years: 2, doubts: [] } : { years: 5, doubts: [] };
  if (kind === 'consumer') return { years: 1, doubts: doubt(supplied === 'goods' ? 'law-presumed-paid' : 'law-prescription-services') };
  return { years: isPeriodic ? 5 : 10, doubts: [] };
}

/** NL: BW 3:316 (summons), 3:317 (written demand with reservation), 3:318 (acknowledgment). BE: old BW 2244, 2248: never a letter of the creditor's own. */
const interrupts = ({ country }: PrescriptionQuestion, kind: InterruptionKind): boolean =>
  kind === 'summons' || kind === 'acknowledgment' || (country === 'NL' && (kind === 'demand' || kind === 'authorised-notice'));

const longestNewTerm = 5;

/** The last day of the term with everything that interrupted it in time. What comes after the last day interrupts nothing. */
export function prescriptionDate(question: PrescriptionQuestion): LawDate {
  const { country, dueDate } = question;
  const { dateLine, lawDate } = lawDates[country];
  const { years, doubts: termDoubts } = termOf(question);
  const doubts: CodedReason[] = [...termDoubts, ...(country === 'NL' ? doubt('law-prescription-start') : [])];
  let last = addMonths(dueDate, 12 * years);
  const working: DateLine[] = [dateLine('prescription', dueDate, last)];
  let wasExtended = false;
  for (const { on, kind } of question.interruptions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (on > last || on <= dueDate) continue;
    if (interrupts(question, kind)) {
      // NL: a new term as long as the old one, at most five years (BW 3:319).
      last = addMonths(on, 12 * (country === 'NL' ? Math.min(years, longestNewTerm) : years));
      working.push(dateLine('prescription-interrupted', on, last));
    } else if (country === 'BE' && kind === 'authorised-notice' && !wasExtended) {
      // BE: one year more, once (old BW 2244 §2); a term that runs longer is not shortened.
      wasExtended = true;
      const extended = addMonths(on, 12);
      if (extended > last) last = extended;
      working.push(dateLine('prescription-extended-be', on, last));
    } else doubts.push(codedReason(country === 'NL' ? 'law-no-reservation' : 'law-own-letter', { onDate: on }));
  }
  return lawDate(last, working.at(-1)?.rule ?? 'prescription', { working, doubts });
}
