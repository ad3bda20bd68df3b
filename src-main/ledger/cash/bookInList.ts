/**
 * A receipt that a list of open items had settled already. The payment takes the place of what the list took off: that is put back, on the
 * day and for the account of the list, and the receipt is assigned. Balances stay as they are on every day from the list on, and cash and
 * documents tell the same. What was put back belongs to the import of the list, so undoing that takes the decision with it.
 */
import type { Reason } from '../../../src-shared/contract/common.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, DocumentId, EntryId, ImportId } from '../../../src-shared/ids.ts';
import { type Cents, cents, negateCents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { stillListed } from '../../domain/matching/listedAlready.ts';
import type { ListedAmount } from '../../domain/matching/matchTypes.ts';
import { booksAdjusted, openItemImported, type Posting } from '../../domain/posting/posting.ts';
import { bookTogether } from './bookedTogether.ts';
import { bookCashDecision, type CashPart, plainDecision } from './cashDecision.ts';
import type { WritableDb } from '../connection.ts';
import { post, unmatchedBalance } from '../journal.ts';
import { documentForAllocation, receiptToBook } from './matchingRead.ts';
import { prepared } from '../statements.ts';

type ListedEntry = ListedAmount & { readonly kind: 'opening-item' | 'books-adjustment'; readonly importId: ImportId | null };

/** What lists settled of one document and still stands. */
const listedEntries = (db: WritableDb, documentId: DocumentId): readonly ListedEntry[] =>
  stillListed(
    prepared<[DocumentId], ListedEntry>(
      db,
      `SELECT e.kind, p.effective_date AS "on", -p.cents AS cents, e.import_id AS importId FROM posting p JOIN journal_entry e ON e.id = p.entry_id
       WHERE p.document_id = ? AND e.kind IN ('opening-item', 'books-adjustment') AND e.reverses_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id) ORDER BY p.id`,
    ).all(documentId),
  );

/** Which of it a part takes the place of: one of the same amount, otherwise the newest first. Null when lists settled less. */
function replaced(listed: readonly ListedEntry[], part: Cents): readonly ListedEntry[] | null {
  const same = listed.findLast((one) => one.cents === part);
  if (same !== undefined) return [same];
  const found: ListedEntry[] = [];
  let left = part;
  for (const one of listed.toReversed()) {
    const take = cents(Math.min(left, one.cents));
    if (take > 0) found.push({ ...one, cents: take });
    left = subtractCents(left, take);
  }
  return left > 0 ? null : found;
}

const putBack = (documentId: DocumentId, one: ListedEntry): readonly Posting[] =>
  one.kind === 'books-adjustment'
    ? booksAdjusted({ documentId, changeCents: one.cents })
    : openItemImported({ documentId, totalCents: negateCents(one.cents), openCents: zeroCents }).onListDate;

export type InListDecision = {
  readonly bankEntryId: BankEntryId;
  readonly parts: readonly CashPart[];
  readonly reason: Reason;
  readonly recordedAt: string;
};

/**
 * Books the decision of a person. Refuses as a whole what lists on or after the day of the receipt did not settle, and more than is
 * unmatched. Codes: `not-found`, `allocation-too-large`, `allocation-currency`.
 */
export function bookInList(db: WritableDb, { bankEntryId, parts, reason, recordedAt }: InListDecision): Result<EntryId, AppError> {
  const receipt = receiptToBook(db, bankEntryId);
  if (receipt === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
  const available = unmatchedBalance(db, bankEntryId);
  const used = parts.reduce((sum, part) => sum + part.cents, 0);
  if (used <= 0 || used > available) return err(appError('allocation-too-large', { cents: used, available }));
  const wanted: { readonly documentId: DocumentId; readonly entries: readonly ListedEntry[] }[] = [];
  for (const part of parts) {
    const document = documentForAllocation(db, part.documentId);
    if (document === null || wanted.some(({ documentId }) => documentId === part.documentId)) return err(appError('not-found', { what: 'document', id: part.documentId }));
    if (document.currency !== receipt.currency) return err(appError('allocation-currency', { number: document.number }));
    const entries = part.cents > 0 ? replaced(listedEntries(db, part.documentId).filter(({ on }) => on >= receipt.bookDate), part.cents) : null;
    if (entries === null || document.open < 0) return err(appError('allocation-too-large', { cents: part.cents, available: document.open }));
    wanted.push({ documentId: part.documentId, entries });
  }
  const restored = wanted.flatMap(({ documentId, entries }) =>
    entries.map((one) =>
      post(db, { kind: one.kind, effectiveDate: one.on, recordedAt, currency: receipt.currency, actor: 'person', reason, importId: one.importId, postings: putBack(documentId, one) }),
    ),
  );
  const booked = bookCashDecision(db, { ...plainDecision, bankEntryId, parts, rule: 'person', reason, actor: 'person', recordedAt });
  // Checked above: a refusal here is a mistake of the program, and nothing of what was put back may stay.
  if (!booked.ok) throw new Error(`a receipt that stands in a list could not be booked: ${booked.error.code}`);
  bookTogether(db, booked.value, restored);
  return ok(booked.value);
}
