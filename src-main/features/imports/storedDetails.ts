/**
 * Notifications (camt.054) whose collective booking is stored already, from an earlier import: its payments take its place, once, and only
 * while nothing was decided about it. The booking is told as in one set (see `splitByDetails`), and by more than amount and day: by a
 * reference in common, or because it names no payer of its own.
 */
import { problem } from '../../../src-shared/errors.ts';
import type { ImportFileId, ImportId, OwnAccountId } from '../../../src-shared/ids.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { type BankEntry, leafPayments, matchingText } from '../../domain/bankStatement.ts';
import { splitByDetails } from '../../domain/importPlan/splitByDetails.ts';
import type { WaitingBooking } from '../../ledger/bank/bankDoubts.ts';
import type { ReadableDb, Steps, WritableDb } from '../../ledger/connection.ts';
import { addSplitPart, beginSplit, type BatchQuestion, isSplitAlready, type StoredBooking, storedBookings } from '../../ledger/bank/storedBatches.ts';
import type { SetFinding } from './applyDetails.ts';
import type { Booking } from './bookDocuments.ts';
import { bookRow, rowsOf } from './bookStatements.ts';
import type { HeldStatement } from './heldFile.ts';
import type { PlannedStatement, StatementPlan } from './planStatements.ts';
import { isCollective } from './statementBookings.ts';

/** A stored booking and the notification that takes it apart. */
export type StoredSplit = { readonly file: number; readonly held: HeldStatement; readonly stored: StoredBooking; readonly ownAccountId: OwnAccountId; readonly notice: BankEntry };
export type WithStoredDetails = StatementPlan & { readonly splits: readonly StoredSplit[] };

const shortestReference = 4;

/** More than amount and day speaks for it. */
function belongs(stored: StoredBooking, notice: BankEntry): boolean {
  if (stored.counterIban === null || (stored.bankRef !== null && stored.bankRef === notice.bankRef)) return true;
  const text = matchingText(stored.raw);
  return [notice.bankRef, notice.paymentInformationId, notice.customerRef].some((one) => one !== null && matchingText(one).length >= shortestReference && text.includes(matchingText(one)));
}

const asEntry = (stored: StoredBooking, notice: BankEntry): BankEntry => ({
  ...notice,
  bookDate: stored.bookDate,
  valueDate: stored.valueDate ?? stored.bookDate,
  bankRef: stored.bankRef,
  raw: stored.raw,
  payments: [],
  clues: [],
  batchSize: null,
});

/** A booking of this set that the notification may be of: it was taken apart with the set, or stands beside it. */
const isInSet = (statements: readonly PlannedStatement[], account: string, { amount, currency, bookDate, valueDate }: BankEntry): boolean =>
  statements.some(
    ({ account: own, held, bookings, outcomes }) =>
      own === account &&
      held.head.standing === 'booked' &&
      bookings.parts.some(
        ({ start, days, facts }) =>
          (days.includes(bookDate) || days.includes(valueDate)) && facts().some((one, at) => one.amount === amount && one.currency === currency && outcomes.at(start + at) === 'fresh'),
      ),
  );

type Notice = { readonly file: number; readonly held: HeldStatement; readonly account: string; readonly ownAccountId: OwnAccountId; readonly entry: BankEntry };

function* noticesOf(statements: readonly PlannedStatement[]): Steps<readonly Notice[]> {
  const found: Notice[] = [];
  for (const { file, held, bookings, account, ownAccount, ownership } of statements) {
    if (held.head.standing !== 'details' || ownAccount === null || ownership !== 'ours') continue;
    for (const part of bookings.parts) {
      for (const { entry } of part.entries()) if (isCollective(entry)) found.push({ file, held, account, ownAccountId: ownAccount.id, entry });
      yield;
    }
  }
  return found;
}

type Found = { readonly kind: 'split'; readonly split: StoredSplit } | { readonly kind: 'decided' | 'known' | 'none' };

function storedFor(db: ReadableDb, { file, held, account, ownAccountId, entry }: Notice, taken: ReadonlySet<number>): Found {
  const { amount, currency, bookDate, valueDate } = entry;
  const question: BatchQuestion = { ownAccountId, amount, currency, bookDate, valueDate };
  if (isSplitAlready(db, question, leafPayments(entry).length)) return { kind: 'known' };
  const candidates = storedBookings(db, question).filter((stored) => belongs(stored, entry) && !taken.has(stored.bankEntryId));
  const { payments } = splitByDetails(candidates.map((stored) => ({ id: stored, account, entry: asEntry(stored, entry) })), [{ id: entry, account, entry }]);
  const [stored] = payments.keys();
  if (stored === undefined || sumCents(leafPayments(entry).map((one) => one.amount)) !== amount) return { kind: 'none' };
  return stored.isDecided === 1 ? { kind: 'decided' } : { kind: 'split', split: { file, held, stored, ownAccountId, notice: entry } };
}

/** Adds to a plan what takes stored bookings apart, and says so instead of saying that nothing was found. */
export function* withStoredDetails(db: ReadableDb, plan: StatementPlan, nameOf: (file: number) => string): Steps<WithStoredDetails> {
  const splits: StoredSplit[] = [];
  const findings: SetFinding[] = [];
  const explained = new Map<number, number>();
  const taken = new Set<number>();
  for (const notice of yield* noticesOf(plan.statements)) {
    if (isInSet(plan.statements, notice.account, notice.entry)) continue;
    const { file, entry } = notice;
    const found = storedFor(db, notice, taken);
    yield;
    if (found.kind === 'none') continue;
    explained.set(file, (explained.get(file) ?? 0) + 1);
    const place = { file: nameOf(file) };
    const params = { bookDate: entry.bookDate, count: leafPayments(entry).length };
    if (found.kind === 'split') {
      taken.add(found.split.stored.bankEntryId);
      splits.push(found.split);
      findings.push({ file, problem: problem('warning', 'bank-details-split', params, place) });
    } else findings.push({ file, problem: problem('warning', found.kind === 'known' ? 'bank-details-known' : 'bank-details-decided', params, place) });
  }
  const left = plan.findings.flatMap((finding): readonly SetFinding[] => {
    const count = finding.problem.params['count'];
    if (finding.problem.code !== 'bank-details-unmatched' || typeof count !== 'number') return [finding];
    const rest = count - (explained.get(finding.file) ?? 0);
    return rest <= 0 ? [] : [{ ...finding, problem: { ...finding.problem, params: { ...finding.problem.params, count: rest } } }];
  });
  return { ...plan, findings: [...left, ...findings], splits };
}

/** How many payments take the place of stored bookings. */
export const partsOfSplits = (splits: readonly StoredSplit[]): number => splits.reduce((sum, { notice }) => sum + leafPayments(notice).length, 0);

export type TakingApart = {
  readonly stored: StoredBooking;
  readonly ownAccountId: OwnAccountId;
  /** The file that brought the payments: undoing its import puts the booking back. */
  readonly importFileId: ImportFileId;
  readonly importId: ImportId;
  readonly at: string;
  readonly origin: string;
  readonly payments: readonly WaitingBooking[];
};

/** Puts payments in the place of a stored booking, under its key and with its days; answers how many, none when something was decided about it. */
export function takeApart(db: WritableDb, { stored, ownAccountId, importFileId, importId, at, origin, payments }: TakingApart): number {
  const { bankEntryId, statementId, bookDate, valueDate, bankRef, entryKey, weakKey, occurrence } = stored;
  const reason = { code: 'batch-split', params: { origin: origin.slice(0, 400) } };
  const splitId = beginSplit(db, { bankEntryId, importFileId, importId, at, reason });
  if (splitId === null) return 0;
  for (const [index, payment] of payments.entries()) {
    const row = { ...payment, bookDate, valueDate: valueDate ?? bookDate, bankRef, entryKey: payments.length === 1 ? entryKey : `${entryKey}.${index}`, weakKey, occurrence, statementId, ownAccountId };
    addSplitPart(db, splitId, bookRow(db, { importId, at }, row));
  }
  return payments.length;
}

/** Carries the splits out, inside the transaction of the import; answers how many payments were booked. */
export function* bookStoredDetails(db: WritableDb, booking: Booking, { splits, nameOf }: { readonly splits: readonly StoredSplit[]; readonly nameOf: (file: number) => string }): Steps<number> {
  const { importId, at } = booking;
  let written = 0;
  for (const { file, stored, ownAccountId, notice } of splits) {
    const { entryKey: key, weakKey, occurrence } = stored;
    const payments = rowsOf({ entry: notice, key: { key, weakKey, occurrence, weakOccurrence: occurrence }, file: nameOf(file) });
    written += takeApart(db, { stored, ownAccountId, importFileId: booking.fileOf(file), importId, at, origin: `${nameOf(file)}, ${notice.origin}`, payments });
    yield;
  }
  return written;
}
