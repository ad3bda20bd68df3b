import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { settledByList } from '../../domain/matching/decideReceipt.ts';
import type { MatchReceipt } from '../../domain/matching/matchTypes.ts';
import type { MatchIndex } from '../../domain/matching/matchIndex.ts';
import { viewReceipt } from '../../domain/matching/receiptView.ts';
import { bookInList } from '../../ledger/cash/bookInList.ts';
import { learnPayer, nameReceipt } from '../../ledger/cash/receiptPayer.ts';
import type { WritableDb } from '../../ledger/connection.ts';
import { unmatchedBalance } from '../../ledger/journal.ts';

export type InList = { readonly bankEntryId: BankEntryId; readonly receipt: MatchReceipt; readonly index: MatchIndex; readonly at: string };

/**
 * A person says that a receipt is in the list of open items already: it takes the place of what the list took off. Codes: those of
 * `bookInList`; `not-allowed-now` when no list settled anything that this receipt may be.
 */
export function decideInList(db: WritableDb, { bankEntryId, receipt, index, at }: InList): Result<{ readonly entryIds: EntryId[]; readonly rest: Cents }, AppError> {
  const found = settledByList(viewReceipt(receipt, index, (item) => item.openCents));
  if (found === null) return err(appError('not-allowed-now', { what: 'in-list', id: bankEntryId }));
  const { code } = codedReason('match-in-list-by-person', {});
  const booked = bookInList(db, { bankEntryId, parts: found.parts, reason: { code, params: { listedOn: found.on } }, recordedAt: at });
  if (!booked.ok) return booked;
  const customers = [...new Set(found.parts.map(({ customerId }) => customerId))];
  for (const customerId of customers) learnPayer(db, { iban: receipt.counterIban, customerId, origin: 'person', at });
  const [only] = customers;
  if (only !== undefined && customers.length === 1) nameReceipt(db, bankEntryId, only);
  return ok({ entryIds: [booked.value], rest: unmatchedBalance(db, bankEntryId) });
}
