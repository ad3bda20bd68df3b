/**
 * The review list: bookings that look like known ones are judged by a person, each once. A total that is judged the same as one told with
 * its payments is taken apart into them.
 */
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type BankDoubt, countOpenDoubts, judgeDoubt, openDoubt, openDoubts } from '../../ledger/bank/bankDoubts.ts';
import { statementOfFile } from '../../ledger/bank/bankEntries.ts';
import { storedTwin } from '../../ledger/bank/storedBatches.ts';
import type { WritableDb } from '../../ledger/connection.ts';
import { logEvent } from '../../ledger/settings.ts';
import { bookRow } from './bookStatements.ts';
import type { ImportContext } from './importContext.ts';
import { takeApart } from './storedDetails.ts';

const shown = 500;

function told(doubt: BankDoubt): OutputOf<'imports.doubts'>['doubts'][number] {
  const [first] = doubt.bookings;
  const { twinText, twinName, twinIban, twinOrigin } = doubt;
  return {
    id: doubt.id,
    account: doubt.account,
    bookDate: doubt.bookDate,
    amount: doubt.amount,
    currency: doubt.currency,
    booking: { name: first?.counterName ?? null, iban: first?.counterIban ?? null, text: first?.remittance ?? '', origin: first?.origin ?? '' },
    twin: twinText === null || twinOrigin === null ? null : { name: twinName, iban: twinIban, text: twinText, origin: twinOrigin },
  };
}

export const readDoubts = ({ ledger }: ImportContext): Result<OutputOf<'imports.doubts'>, AppError> =>
  ok({ count: countOpenDoubts(ledger.read), doubts: openDoubts(ledger.read, shown).map(told) });

/** Takes in what waited: its statement is that of its own file, so that undoing the import takes it back again. */
function takeIn(db: WritableDb, doubt: BankDoubt, at: string): number {
  const { importFileId, importId, ownAccountId, facts } = doubt;
  const statementId = statementOfFile(db, { facts, ownAccountId, importFileId });
  for (const booking of doubt.bookings) bookRow(db, { importId, at }, { ...booking, statementId, ownAccountId });
  return doubt.bookings.length;
}

/**
 * The same booking, told with its payments, while what is stored is its total: the payments take its place (see `storedDetails.ts`), as long
 * as nothing was decided about it and they are all of it. Answers how many.
 */
function takeDetails(db: WritableDb, doubt: BankDoubt, at: string): number {
  const { importFileId, importId, ownAccountId, amount, currency, twinKey, twinOccurrence, bookings: payments } = doubt;
  const [first] = payments;
  if (first === undefined || payments.length < 2 || sumCents(payments.map((one) => one.amount)) !== amount || payments.some((one) => one.currency !== currency)) return 0;
  const stored = storedTwin(db, { ownAccountId, amount, currency, key: twinKey, occurrence: twinOccurrence });
  if (stored === null || stored.isDecided === 1) return 0;
  return takeApart(db, { stored, ownAccountId, importFileId, importId, at, origin: first.origin, payments });
}

/** Code `not-found`: one of them was judged or taken back meanwhile; then nothing was judged. */
export async function judgeDoubts(context: ImportContext, { ids, verdict }: InputOf<'imports.judgeDoubts'>): Promise<Result<OutputOf<'imports.judgeDoubts'>, AppError>> {
  const { ledger, clock, events } = context;
  const at = clock.now();
  const judged = ledger.write((db): Result<number, AppError> => {
    let bankEntries = 0;
    for (const id of new Set(ids)) {
      const doubt = openDoubt(db, id);
      if (doubt === null) return err(appError('not-found', { what: 'doubt', id }));
      bankEntries += verdict === 'new' ? takeIn(db, doubt, at) : takeDetails(db, doubt, at);
      judgeDoubt(db, { id, verdict, at });
      logEvent(db, { at, actor: 'person', kind: 'bank-doubt-judged', subject: 'import', subjectId: doubt.importId, detail: { doubt: id, verdict } });
    }
    return ok(bankEntries);
  });
  if (!judged.ok) return judged;
  try {
    const { matched } = judged.value === 0 ? { matched: 0 } : await context.afterCommit();
    return ok({ judged: new Set(ids).size, bankEntries: judged.value, matched });
  } finally {
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'allocations', 'customers', 'dunning'] });
  }
}
