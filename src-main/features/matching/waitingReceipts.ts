/** The receipts that wait, each with its best proposal and the steps that wait for it. */
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { subtractCents, sumCents } from '../../../src-shared/money.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import type { MatchItem, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import { proposeCandidates } from '../../domain/matching/proposeCandidates.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { followUpPlan } from '../../ledger/followUp/followUpPlan.ts';
import { namedReceiptsInSteps } from '../../ledger/followUp/namedReceipts.ts';
import { atOnce } from '../../ledger/inTurns.ts';
import { type ReceiptRow, unmatchedReceipts } from '../../ledger/cash/matchingRead.ts';
import { askedOn } from '../../ledger/cash/payerQuestions.ts';
import { type Known, knownInSteps } from './knownNow.ts';

type Receipt = OutputOf<'bank.candidates'>['receipt'];
type Waiting = OutputOf<'bank.unmatched'>['receipts'];

export const toReceipt = (row: ReceiptRow, today: PlainDateText): Receipt => ({
  bankEntryId: row.bankEntryId,
  bookDate: row.bookDate,
  amount: row.amount,
  unmatched: row.unmatched,
  currency: row.currency,
  counterName: row.counterName?.slice(0, 500) ?? null,
  counterIban: row.counterIban?.slice(0, 500) ?? null,
  text: row.text.slice(0, 5000),
  structuredRef: row.structuredRef?.slice(0, 500) ?? null,
  account: row.account,
  parked: row.parkedReason !== null && (row.parkedUntil === null || row.parkedUntil >= today) ? { reason: row.parkedReason, until: row.parkedUntil } : null,
  ageDays: Math.max(0, daysBetween(row.bookDate, today)),
  customerId: row.customerId,
  customerName: row.customerName,
});

export const toMatch = (row: ReceiptRow): MatchReceipt => ({ ...row, amountCents: row.unmatched, remittance: row.text });

type Held = DunningPlan['held'];
/** More customers than this are planned for together: each alone reads the money of nobody known once more. */
const mostAlone = 250;

/** Customers for whom one of the receipts may hold steps: its own, those who have exactly its amount open, or those whose document it names. */
function* customersConcerned(rows: readonly ReceiptRow[], items: readonly MatchItem[], named: ReadonlyMap<DocumentId, unknown>): Steps<ReadonlySet<CustomerId>> {
  const concerned = new Set(rows.flatMap(({ customerId }) => customerId ?? []));
  const amounts = new Set(rows.flatMap((row) => (row.customerId === null ? [`${row.currency} ${row.unmatched}`] : [])));
  for (const [at, { documentId, currency, openCents, disputedCents, customerId }] of items.entries()) {
    if (named.has(documentId) || amounts.has(`${currency} ${openCents}`) || amounts.has(`${currency} ${openCents - disputedCents}`)) concerned.add(customerId);
    if (at % 1000 === 999) yield;
  }
  return concerned;
}

/** What is held today of the customers whom the receipts concern, and perhaps of others. */
export function* heldOf(db: ReadableDb, today: PlainDateText, concerned: ReadonlySet<CustomerId>): Steps<Held> {
  if (concerned.size > mostAlone) return followUpPlan(db, { today, customerId: null }).held;
  const held: Held[number][] = [];
  for (const customerId of concerned) {
    held.push(...followUpPlan(db, { today, customerId }).held);
    yield;
  }
  return held;
}

type HeldSteps = { readonly of: (row: ReceiptRow) => number };

const alike = (amountCents: string | number, bookDate: string | number): string => `${amountCents} ${bookDate}`;
const payerOf = ({ counterName, counterIban }: ReceiptRow): string => (counterName ?? counterIban ?? '–').slice(0, 140);

function countSteps(plan: Held): HeldSteps {
  const held = new Map<CustomerId, number>();
  const heldAlike = new Map<string, number>();
  for (const { customerId, reason } of plan) {
    if (reason.code === 'held-unmatched-receipt') held.set(customerId, (held.get(customerId) ?? 0) + 1);
    if (reason.code !== 'held-same-amount' && reason.code !== 'held-named-receipt') continue;
    const same = alike(reason.params['amountCents'] ?? '', reason.params['bookDate'] ?? '');
    const key = reason.code === 'held-same-amount' ? same : `${same} ${reason.params['payer'] ?? ''}`;
    heldAlike.set(key, (heldAlike.get(key) ?? 0) + 1);
  }
  return {
    of: (row) => {
      const same = alike(row.unmatched, row.bookDate);
      const naming = heldAlike.get(`${same} ${payerOf(row)}`) ?? 0;
      return naming + ((row.customerId === null ? heldAlike.get(same) : held.get(row.customerId)) ?? 0);
    },
  };
}

function* withProposals(db: ReadableDb, rows: readonly ReceiptRow[], known: Known & { readonly today: PlainDateText; readonly held: HeldSteps }): Steps<Waiting> {
  const { material, index, today, held } = known;
  const names = new Map(material.customers.map((customer) => [customer.customerId, customer.name]));
  const asked = askedOn(db);
  const receipts: Waiting = [];
  for (const row of rows) {
    const [best] = proposeCandidates(toMatch(row), index);
    const opens = best?.parts.map((part) => index.items.get(part.documentId)?.openCents ?? part.cents) ?? [];
    receipts.push({
      ...toReceipt(row, today),
      best:
        best === undefined
          ? null
          : {
              customerName: names.get(best.customerId) ?? '',
              numbers: best.parts.slice(0, 3).map((part) => index.items.get(part.documentId)?.number ?? ''),
              count: best.parts.length,
              rest: best.restCents,
              difference: subtractCents(row.unmatched, sumCents(opens)),
            },
      heldSteps: held.of(row),
      askedOn: asked.get(row.bankEntryId) ?? null,
    });
    yield;
  }
  return receipts;
}

export type WaitingQuestion = { readonly today: PlainDateText; readonly includeParked: boolean };

/** In steps, for ledgers with very many documents: one index serves all receipts, and building it takes a while. */
export function* waitingInSteps(db: ReadableDb, { today, includeParked }: WaitingQuestion): Steps<Waiting> {
  const rows = unmatchedReceipts(db, today, includeParked);
  if (rows.length === 0) return [];
  const known = yield* knownInSteps(db, today);
  const held = countSteps(yield* heldOf(db, today, yield* customersConcerned(rows, known.material.items, yield* namedReceiptsInSteps(db, null))));
  return yield* withProposals(db, rows, { ...known, today, held });
}

/** In one go, where that is not felt. */
export const waitingReceipts = (db: ReadableDb, question: WaitingQuestion): Waiting => atOnce(waitingInSteps(db, question));
