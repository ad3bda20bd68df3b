import { z } from 'zod';
import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { appError } from '../../../src-shared/errors.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { readAmountInput } from '../../../src-shared/locales/amountInput.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { customerSums } from '../../ledger/customers/customerRead.ts';
import { countDocuments, documentDetail, type DocumentLine, documentsOfAmount, findReceipts, listDocuments, messagesAbout, movementsOf } from '../../ledger/documents/documentRead.ts';
import { followUpPlan } from '../../ledger/followUp/followUpPlan.ts';
import type { Clock } from '../../ports/clock.ts';

export type InvoicesContext = { readonly ledger: Ledger; readonly clock: Clock };
type Row = OutputOf<'invoices.list'>['rows'][number];
const zReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

function stepsByDocument(plan: DunningPlan): ReadonlyMap<DocumentId, NonNullable<Row['nextStep']>> {
  const steps = new Map<DocumentId, NonNullable<Row['nextStep']>>();
  for (const message of plan.due) for (const item of message.items) steps.set(item.documentId, { step: item.stepKey, on: message.sendOn, reason: item.reason });
  for (const step of plan.upcoming) {
    if (steps.has(step.documentId)) continue;
    steps.set(step.documentId, { step: step.stepKey, on: step.on, reason: codedReason('upcoming-step', { step: step.stepKey, onDate: step.on }) });
  }
  return steps;
}

/** Next steps are looked up for the customers on the page only, so that a page of a large ledger costs what a page costs. */
function toRows(db: ReadableDb, lines: readonly DocumentLine[], today: PlainDateText): Row[] {
  const customers = new Set(lines.filter((line) => line.open > 0).map((line) => line.customerId));
  const plans = customers.size > 400 ? [followUpPlan(db, { today, customerId: null })] : [...customers].map((customerId) => followUpPlan(db, { today, customerId }));
  const steps = new Map(plans.flatMap((plan) => [...stepsByDocument(plan)]));
  return lines.map((line) => ({
    ...line,
    daysOverdue: line.dueDate === null || line.open <= 0 ? 0 : Math.max(0, daysBetween(line.dueDate, today)),
    nextStep: line.open > 0 ? (steps.get(line.documentId) ?? null) : null,
  }));
}

const everything = { query: '', filter: 'all', customerId: null, sort: 'due', descending: false, offset: 0, limit: 1 } as const;

function search(db: ReadableDb, text: string, today: PlainDateText): OutputOf<'search.query'>['results'] {
  const query = text.trim();
  if (query.length < 2) return [];
  const cents = readAmountInput(query);
  const wanted = query.toLowerCase();
  const isByName = ({ name }: { readonly name: string }): number => Number(name.toLowerCase().includes(wanted));
  const customers = customerSums(db, { today, query, customerId: null })
    // Somebody's name before his city.
    .toSorted((a, b) => isByName(b) - isByName(a))
    .slice(0, 8)
    .map((found) => ({ kind: 'customer' as const, customerId: found.customerId, title: found.name, detail: [found.number, found.city].filter((part) => part !== '').join(' · '), open: found.open }));
  const byText = listDocuments(db, { ...everything, today, query, documentId: null, sort: 'issue', descending: true, limit: 12 }).rows;
  const byAmount = cents === null ? [] : documentsOfAmount(db, cents, 8).flatMap((documentId) => listDocuments(db, { ...everything, today, documentId }).rows);
  const seen = new Set<DocumentId>();
  const documents = [...byAmount, ...byText].filter((row) => !seen.has(row.documentId) && seen.add(row.documentId)).slice(0, 16);
  const receipts = findReceipts(db, { text: query, cents, limit: 8 });
  return [
    ...customers,
    ...documents.map((row) => ({ kind: 'invoice' as const, documentId: row.documentId, customerId: row.customerId, title: row.number, detail: row.customerName, open: row.open })),
    ...receipts.map((row) => ({ kind: 'receipt' as const, ...row })),
  ];
}

export const invoiceMethods: Handlers<InvoicesContext, 'invoices.list' | 'invoices.counts' | 'invoices.get' | 'search.query'> = {
  'invoices.list': ({ ledger, clock }, question) => {
    const today = clock.today();
    const { rows, total, openCents } = listDocuments(ledger.read, { ...question, documentId: null, today });
    return ok({ rows: toRows(ledger.read, rows, today), total, openCents });
  },
  'invoices.counts': ({ ledger, clock }, question) => ok(countDocuments(ledger.read, { ...question, today: clock.today() })),
  'invoices.get': ({ ledger, clock }, { documentId }) => {
    const today = clock.today();
    const [line] = listDocuments(ledger.read, { ...everything, today, documentId }).rows;
    const detail = documentDetail(ledger.read, documentId);
    const [row] = line === undefined ? [] : toRows(ledger.read, [line], today);
    if (row === undefined || detail === null) return err(appError('not-found', { what: 'document', id: documentId }));
    return ok({
      row,
      paymentReference: detail.paymentReference,
      orderReference: detail.orderReference,
      dueDateOrigin: detail.dueDateOrigin,
      source: detail.file === null ? null : { file: detail.file, origin: detail.origin, sha256: detail.sha256 ?? '' },
      movements: movementsOf(ledger.read, documentId).map((movement) => {
        const reason = zReason.safeParse(JSON.parse(movement.reason));
        return { ...movement, isUndone: movement.isUndone === 1, reason: reason.success ? reason.data : null };
      }),
      messages: [...messagesAbout(ledger.read, documentId)],
    });
  },
  'search.query': ({ ledger, clock }, { text }) => ok({ results: search(ledger.read, text, clock.today()) }),
};
