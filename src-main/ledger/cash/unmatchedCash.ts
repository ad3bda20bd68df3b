/**
 * Unmatched cash on each of some days (design/ledger.md, "Two clocks"): a receipt that was assigned three weeks late waited for three weeks,
 * although it counts as assigned from the day the money came. What was assigned on the day the receipt was taken in never waited, also when
 * years of history come in at once.
 */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, negateCents, zeroCents } from '../../../src-shared/money.ts';
import { receiptsBetween } from '../documents/agingOverTime.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type UnmatchedThen = { readonly date: PlainDateText; readonly cents: Cents; readonly count: number; readonly received: Cents; readonly oldestDays: number | null };

/** The first entry that was recorded on or after a day. Entries are recorded one after another, so their ids are in the order of time. */
function firstEntrySince(db: ReadableDb, day: PlainDateText): number {
  const at = prepared<[number], { id: number; at: string }>(db, 'SELECT id, recorded_at AS at FROM journal_entry WHERE id >= ? ORDER BY id LIMIT 1');
  let [low, high] = [1, (prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM journal_entry').get()?.id ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = at.get(middle);
    if (found === undefined || found.at.slice(0, 10) >= day) high = middle;
    else low = found.id + 1;
  }
  return low;
}

type Line = { readonly id: BankEntryId; readonly bookDate: PlainDateText; readonly on: PlainDateText; readonly recordedOn: PlainDateText; readonly cents: Cents };

/** Postings of every euro receipt that is unmatched now or was decided about since a day, later than it was taken in; no other waited since. */
function linesSince(db: ReadableDb, day: PlainDateText): readonly Line[] {
  return prepared<[{ first: number }], Line>(
    db,
    `WITH touched AS MATERIALIZED (
       SELECT bank_entry_id AS id FROM bank_entry_balance WHERE unmatched <> 0
       UNION SELECT id FROM (
         SELECT p.bank_entry_id AS id FROM posting p CROSS JOIN journal_entry j ON j.id = p.entry_id WHERE p.entry_id >= @first AND p.bank_entry_id IS NOT NULL
         GROUP BY p.bank_entry_id HAVING min(substr(j.recorded_at, 1, 10)) <> max(substr(j.recorded_at, 1, 10)) OR sum(j.kind = 'receipt') = 0))
     SELECT e.id, e.book_date AS bookDate, p.effective_date AS "on", substr(j.recorded_at, 1, 10) AS recordedOn, p.cents
     FROM touched t CROSS JOIN bank_entry e ON e.id = t.id CROSS JOIN posting p ON p.bank_entry_id = t.id CROSS JOIN journal_entry j ON j.id = p.entry_id
     WHERE e.currency = 'EUR' AND e.amount > 0 ORDER BY e.id, p.id`,
  ).all({ first: firstEntrySince(db, day) });
}

/** From when a line counts for waiting: what came with the receipt from its own day, what was decided later from the day of the decision. */
const countsFrom = (line: Line, takenInOn: PlainDateText): PlainDateText => (line.recordedOn <= takenInOn || line.recordedOn < line.on ? line.on : line.recordedOn);

/** Euro receipts without an assignment on each of the days, which must ascend. */
export function unmatchedOverTime(db: ReadableDb, dates: readonly PlainDateText[]): readonly UnmatchedThen[] {
  const [first] = dates;
  if (first === undefined) return [];
  const receipts = Map.groupBy(linesSince(db, first), (line) => line.id);
  return dates.map((date) => {
    let [cents, count, oldest] = [zeroCents, 0, null as PlainDateText | null];
    for (const lines of receipts.values()) {
      const takenInOn = lines[0]?.recordedOn ?? date;
      const left = lines.reduce((sum, line) => (countsFrom(line, takenInOn) <= date ? addCents(sum, negateCents(line.cents)) : sum), zeroCents);
      if (left <= 0) continue;
      cents = addCents(cents, left);
      count += 1;
      const bookDate = lines[0]?.bookDate ?? date;
      if (oldest === null || bookDate < oldest) oldest = bookDate;
    }
    return { date, cents, count, received: receiptsBetween(db, addDays(date, -29), date), oldestDays: oldest === null ? null : daysBetween(oldest, date) };
  });
}
