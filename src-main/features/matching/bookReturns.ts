import type { Reason } from '../../../src-shared/contract/common.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { EntryId } from '../../../src-shared/ids.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import type { WritableDb } from '../../ledger/connection.ts';
import { bookReturn } from '../../ledger/cash/moneyBack.ts';
import { unbookedReturns } from '../../ledger/cash/moneyBackLines.ts';
import { type MoneyBackLine, returnedBy } from '../../ledger/cash/moneyBackRead.ts';

/** Why a payment no longer counts, in one sentence: with the bank's code where it gave one. */
export function returnReasonOf(line: MoneyBackLine, paidDate: PlainDateText): Reason {
  const { bookDate, returnReason } = line;
  const reason = returnReason === null || returnReason === 'return' ? codedReason('return-booked', { bookDate, paidDate }) : codedReason('return-reason', { bookDate, paidDate, code: returnReason.slice(0, 40) });
  return { code: reason.code, params: { ...reason.params } };
}

/**
 * Books the returns that the bank calls so and that fit exactly one receipt; everything else waits for a person. Called inside the
 * transaction of the run. Answers the entries that were booked.
 */
export function bookReturns(db: WritableDb, today: PlainDateText, now: string): readonly EntryId[] {
  return unbookedReturns(db, today).flatMap((line) => {
    const [best] = returnedBy(db, line);
    if (best === undefined || !best.isCertain) return [];
    const booked = bookReturn(db, {
      bankEntryId: line.bankEntryId,
      earlierBankEntryId: best.earlier.bankEntryId,
      recordedAt: now,
      actor: 'program',
      reason: returnReasonOf(line, best.earlier.bookDate),
    });
    // A receipt whose rest was refunded since cannot be turned back before a person has looked: the line goes on waiting.
    return booked.ok ? [booked.value] : [];
  });
}
