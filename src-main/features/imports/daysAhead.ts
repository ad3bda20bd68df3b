/** Bookings of a day that is yet to come: a wrong year, day and month the wrong way round, or a clock that is behind. They are taken in as they stand. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { problem } from '../../../src-shared/errors.ts';
import type { Steps } from '../../ledger/connection.ts';
import type { SetFinding } from './applyDetails.ts';
import type { PlannedStatement } from './planStatements.ts';

function lastOf({ bookings, held }: PlannedStatement): PlainDateText | null {
  const days = bookings.parts.flatMap((part) => part.days);
  const closing = held.head.closing?.date ?? null;
  return [...days, ...(closing === null ? [] : [closing])].reduce<PlainDateText | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** One warning `bank-days-ahead` per file and account, with the last day. Such a day never makes the bank data newer than they are. */
export function* daysAhead(statements: readonly PlannedStatement[], today: PlainDateText, nameOf: (file: number) => string): Steps<readonly SetFinding[]> {
  const ahead = new Map<string, { readonly file: number; readonly account: string; readonly bookDate: PlainDateText }>();
  for (const statement of statements) {
    yield;
    const bookDate = statement.held.head.standing === 'booked' ? lastOf(statement) : null;
    if (bookDate === null || bookDate <= today) continue;
    const { file, account } = statement;
    const key = `${file} ${account}`;
    if ((ahead.get(key)?.bookDate ?? '') < bookDate) ahead.set(key, { file, account, bookDate });
  }
  return [...ahead.values()].map(({ file, account, bookDate }) => ({ file, problem: problem('warning', 'bank-days-ahead', { account: account === '' ? '–' : account, bookDate, today }, { file: nameOf(file) }) }));
}
