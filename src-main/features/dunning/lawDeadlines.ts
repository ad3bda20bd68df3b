/** What the law lets pass by itself: claims that are nearly prescribed, and VAT that can be claimed back. Pointed out once, until somebody has looked. */
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, addMonths, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { prescriptionOf, prescriptionYears, vatRefundOf, vatShownUntil, warnDays } from '../../domain/law/claimDeadlines.ts';
import { sentAbout } from '../../ledger/law/claimFactsRead.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { deadlineSeenKinds, isDutchCompany, type OldInvoice, oldInvoices } from '../../ledger/law/lawDeadlines.ts';

type Decision = OutputOf<'today.overview'>['decide'][number];
type Deadline = Pick<Decision, 'kind' | 'customerId' | 'documentId' | 'documentNumber' | 'cents'> & { readonly reason: CodedReason };

const always = plainDate('0001-01-01');
const about = ({ customerId, documentId, number, open }: OldInvoice) => ({ customerId, documentId, documentNumber: number, cents: open });

/** The shortest term decides what is old enough to be looked at; what interrupted it is read only for these. */
function nearlyPrescribed(db: ReadableDb, today: PlainDateText): readonly Deadline[] {
  const warnFrom = addDays(today, warnDays);
  const before = (country: 'NL' | 'BE', kind: 'trade' | 'consumer'): PlainDateText => addDays(addMonths(warnFrom, -12 * prescriptionYears(country, kind)), 1);
  const terms = { dutchTrade: before('NL', 'trade'), dutchConsumer: before('NL', 'consumer'), belgianTrade: before('BE', 'trade'), belgianConsumer: before('BE', 'consumer') };
  const old = oldInvoices(db, { since: always, before: terms, seenKind: deadlineSeenKinds.prescription });
  return old.flatMap((invoice): readonly Deadline[] => {
    const { country, kind, dueDate, seenOn, customerId, documentId } = invoice;
    const { last } = prescriptionOf({ country, kind, dueDate, sent: sentAbout(db, customerId).filter((one) => one.documentId === documentId) });
    const isShown = last.date >= today && last.date <= warnFrom && (seenOn === null || seenOn < addDays(last.date, -warnDays));
    return isShown ? [{ ...about(invoice), kind: 'prescription-near', reason: codedReason(country === 'NL' ? 'decide-prescription-nl' : 'decide-prescription-be', { lastDate: last.date, amountCents: invoice.open }) }] : [];
  });
}

/** Dutch VAT of a Dutch company on Dutch invoices, in the months in which the return can take it in. */
function vatToReclaim(db: ReadableDb, today: PlainDateText): readonly Deadline[] {
  if (!isDutchCompany(db)) return [];
  const before = addDays(addMonths(today, -12), 1);
  const old = oldInvoices(db, { since: addMonths(today, -17), before: { dutchTrade: before, dutchConsumer: before, belgianTrade: before, belgianConsumer: before }, seenKind: deadlineSeenKinds.vatRefund });
  return old.flatMap((invoice): readonly Deadline[] => {
    const { date } = vatRefundOf(invoice.dueDate);
    const isShown = invoice.country === 'NL' && date <= today && today < vatShownUntil(date) && (invoice.seenOn === null || invoice.seenOn < date);
    return isShown ? [{ ...about(invoice), kind: 'vat-refund', reason: codedReason('decide-vat-refund', { fromDate: date }) }] : [];
  });
}

/** All deadlines to look at today. */
export const lawDeadlines = (db: ReadableDb, today: PlainDateText): readonly Deadline[] => [...nearlyPrescribed(db, today), ...vatToReclaim(db, today)];
