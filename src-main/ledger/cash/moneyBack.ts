/**
 * Money that went back, booked: a return turns everything back that was decided about the receipt, on the day the bank took it back, so the
 * invoice is open again from then on and was paid until then. A refund is set against what we owed. Both are undone by counter-entries.
 */
import type { Reason } from '../../../src-shared/contract/common.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, DocumentId, EntryId } from '../../../src-shared/ids.ts';
import { type Cents, cents, negateCents, sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { lineRefunds, lineTurnedBack, moneyReceived, type Posting } from '../../domain/posting/posting.ts';
import { bookTogether, decisionsAbout, entriesOfDecision } from './bookedTogether.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { entryHead, openBalance, post, postingsOf, unmatchedBalance } from '../journal.ts';
import { documentForAllocation } from './matchingRead.ts';
import { earlierLines, type MoneyBackLine, moneyBackLine } from './moneyBackRead.ts';
import { prepared } from '../statements.ts';

type Booking = { readonly recordedAt: string; readonly actor: 'program' | 'person'; readonly reason: Reason };
export type Return = Booking & { readonly bankEntryId: BankEntryId; readonly earlierBankEntryId: BankEntryId };
export type Refund = Booking & {
  readonly bankEntryId: BankEntryId;
  readonly sources: readonly { readonly kind: 'document' | 'receipt'; readonly id: number; readonly cents: Cents }[];
};

/** Money out is stored and not journaled until it concerns a customer; then it stands as unmatched on its line, below zero. */
function bookLine(db: WritableDb, line: MoneyBackLine, booking: Booking): readonly EntryId[] {
  if (line.amount > 0) return [];
  const { recordedAt, actor, reason } = booking;
  const postings = moneyReceived({ ownAccountId: line.ownAccountId, bankEntryId: line.bankEntryId, amountCents: line.amount });
  return [post(db, { kind: 'receipt', effectiveDate: line.bookDate, recordedAt, currency: line.currency, actor, reason, importId: null, postings })];
}

/** Whether nothing was decided about the line yet: money out without an entry, or money in of which nothing is used. */
const isUntouched = (db: WritableDb, line: MoneyBackLine): boolean =>
  decisionsAbout(db, line.bankEntryId).length === 0 && (line.amount < 0 || unmatchedBalance(db, line.bankEntryId) === line.amount);

/** Whether money of the line was used by a decision about another line: a refund of its rest. That has to be undone first. */
function isUsedElsewhere(db: WritableDb, bankEntryId: BankEntryId): boolean {
  const lineOf = prepared<[EntryId], { line: BankEntryId }>(db, 'SELECT bank_entry_id AS line FROM money_back WHERE entry_id = ?');
  return decisionsAbout(db, bankEntryId).some((lead) => (lineOf.get(lead)?.line ?? bankEntryId) !== bankEntryId);
}

type Mirrored = { readonly currency: string; readonly postings: readonly Posting[] };

/** Every line of the decisions about a receipt the other way round, per currency. Bookings of the line itself stay as they are. */
function mirrored(db: WritableDb, earlier: BankEntryId): readonly Mirrored[] {
  const byCurrency = new Map<string, Posting[]>();
  for (const entryId of decisionsAbout(db, earlier).flatMap((lead) => entriesOfDecision(db, lead))) {
    const head = entryHead(db, entryId);
    if (head === null || head.kind === 'receipt') continue;
    const postings = postingsOf(db, entryId).map((line) => ({ ...line, cents: negateCents(line.cents) }));
    byCurrency.set(head.currency, [...(byCurrency.get(head.currency) ?? []), ...postings]);
  }
  return [...byCurrency].map(([currency, postings]) => ({ currency, postings }));
}

/** How a document is named in the evidence: by the return line, with the amount that opened again, below zero. */
function writeEvidence(db: WritableDb, entryId: EntryId, given: { readonly bankEntryId: BankEntryId; readonly postings: readonly Posting[]; readonly rule: string }): void {
  const sums = new Map<DocumentId, number>();
  for (const { documentId, cents: amount } of given.postings) if (documentId !== null) sums.set(documentId, (sums.get(documentId) ?? 0) - amount);
  const insert = prepared<[EntryId, BankEntryId, DocumentId, number, string], never>(
    db,
    'INSERT INTO allocation (entry_id, bank_entry_id, from_document_id, document_id, cents, rule) VALUES (?, ?, NULL, ?, ?, ?)',
  );
  for (const [documentId, amount] of sums) if (amount !== 0) insert.run(entryId, given.bankEntryId, documentId, amount, given.rule);
}

type MoneyBackRow = { readonly entryId: EntryId; readonly bankEntryId: BankEntryId; readonly kind: 'return' | 'refund'; readonly reversed: BankEntryId | null; readonly cents: Cents; readonly costCents: Cents };
const insertMoneyBack = (db: WritableDb, row: MoneyBackRow): void =>
  void prepared<[MoneyBackRow], never>(
    db,
    `INSERT INTO money_back (entry_id, bank_entry_id, kind, reversed_bank_entry_id, cents, cost_cents, claim_document_id)
     VALUES (@entryId, @bankEntryId, @kind, @reversed, @cents, @costCents, NULL)`,
  ).run(row);

/**
 * Books that a line takes an earlier one back. What was assigned of it is open again with the date of the return; what was not is gone; what
 * the bank took on top stands as bank costs. Codes: `not-found`; `not-allowed-now` when the line was decided about before;
 * `money-back-differs` when the earlier line is not one it can take back (another amount, another currency, turned back before).
 */
export function bookReturn(db: WritableDb, given: Return): Result<EntryId, AppError> {
  const line = moneyBackLine(db, given.bankEntryId);
  const earlier = moneyBackLine(db, given.earlierBankEntryId);
  if (line === null || earlier === null) return err(appError('not-found', { what: 'receipt', id: given.bankEntryId }));
  if (!isUntouched(db, line) || isUsedElsewhere(db, earlier.bankEntryId)) return err(appError('not-allowed-now', { what: 'return', id: given.bankEntryId }));
  if (earlier.currency !== line.currency || !earlierLines(db, line, 'all').some((one) => one.bankEntryId === earlier.bankEntryId))
    return err(appError('money-back-differs', { cents: Math.abs(line.amount), available: Math.abs(earlier.amount) }));
  const booked = bookLine(db, line, given);
  const turned = lineTurnedBack({ bankEntryId: line.bankEntryId, lineCents: line.amount, earlierBankEntryId: earlier.bankEntryId, earlierCents: earlier.amount });
  const groups = mirrored(db, earlier.bankEntryId);
  const own = groups.find((group) => group.currency === line.currency)?.postings ?? [];
  const foreign = groups.filter((group) => group.currency !== line.currency);
  const { recordedAt, actor, reason } = given;
  const entry = { kind: 'return', effectiveDate: line.bookDate, recordedAt, actor, reason, importId: null } as const;
  const lead = post(db, { ...entry, currency: line.currency, postings: [...turned, ...own] });
  const others = foreign.map(({ currency, postings }) => {
    const entryId = post(db, { ...entry, currency, postings });
    writeEvidence(db, entryId, { bankEntryId: line.bankEntryId, postings, rule: 'return' });
    return entryId;
  });
  bookTogether(db, lead, [...booked, ...others]);
  writeEvidence(db, lead, { bankEntryId: line.bankEntryId, postings: own, rule: 'return' });
  const costCents = cents(Math.abs(line.amount) - Math.abs(earlier.amount));
  insertMoneyBack(db, { entryId: lead, bankEntryId: line.bankEntryId, kind: 'return', reversed: earlier.bankEntryId, cents: cents(Math.abs(earlier.amount)), costCents });
  return ok(lead);
}

/** What a source of a refund owes to the customer at most; null when it is not there or of another currency. */
function owed(db: WritableDb, source: Refund['sources'][number], currency: string): Cents | null {
  if (source.kind === 'document') {
    const document = documentForAllocation(db, source.id as DocumentId);
    return document === null || document.currency !== currency ? null : negateCents(openBalance(db, document.documentId));
  }
  const receipt = moneyBackLine(db, source.id as BankEntryId);
  return receipt === null || receipt.currency !== currency || receipt.amount <= 0 ? null : unmatchedBalance(db, receipt.bankEntryId);
}

/**
 * Books that a line of money out pays back what we owed: credit notes, over-paid documents, receipts that were not assigned. All of it must be
 * accounted for. Codes: `not-found`, `not-allowed-now`, `money-back-differs`.
 */
export function bookRefund(db: WritableDb, given: Refund): Result<EntryId, AppError> {
  const line = moneyBackLine(db, given.bankEntryId);
  if (line === null) return err(appError('not-found', { what: 'receipt', id: given.bankEntryId }));
  if (line.amount >= 0 || !isUntouched(db, line)) return err(appError('not-allowed-now', { what: 'refund', id: given.bankEntryId }));
  const total = sumCents(given.sources.map((source) => source.cents));
  if (total !== negateCents(line.amount)) return err(appError('money-back-differs', { cents: negateCents(line.amount), available: total }));
  if (new Set(given.sources.map((source) => `${source.kind} ${source.id}`)).size !== given.sources.length) return err(appError('not-found', { what: 'refund', id: given.bankEntryId }));
  for (const source of given.sources) {
    const available = owed(db, source, line.currency);
    if (available === null) return err(appError('not-found', { what: source.kind, id: source.id }));
    if (source.cents <= 0 || source.cents > available) return err(appError('money-back-differs', { cents: source.cents, available }));
  }
  const booked = bookLine(db, line, given);
  const postings = given.sources.flatMap(({ kind, id, cents: amountCents }) =>
    lineRefunds({ bankEntryId: line.bankEntryId, amountCents, source: kind === 'document' ? { kind, documentId: id as DocumentId } : { kind, bankEntryId: id as BankEntryId } }),
  );
  const { recordedAt, actor, reason } = given;
  const lead = post(db, { kind: 'refund', effectiveDate: line.bookDate, recordedAt, currency: line.currency, actor, reason, importId: null, postings });
  bookTogether(db, lead, booked);
  writeEvidence(db, lead, { bankEntryId: line.bankEntryId, postings, rule: 'refund' });
  insertMoneyBack(db, { entryId: lead, bankEntryId: line.bankEntryId, kind: 'refund', reversed: null, cents: total, costCents: cents(0) });
  return ok(lead);
}

/** What the bank took on top of a return; zero when nothing. */
export const returnCosts = (db: ReadableDb, entryId: EntryId): Cents =>
  prepared<[EntryId], { cents: Cents }>(db, 'SELECT cost_cents AS cents FROM money_back WHERE entry_id = ?').get(entryId)?.cents ?? cents(0);
