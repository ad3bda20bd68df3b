/** Carries out the plan for bank statements, inside the transaction of the import. Money in is booked; money out is kept and matched later. */
import { type Problem, problem } from '../../../src-shared/errors.ts';
import type { BankEntryId, OwnAccountId, StatementId } from '../../../src-shared/ids.ts';
import { type BankPayment, leafPayments, matchingText } from '../../domain/bankStatement.ts';
import type { BookingOutcome } from '../../domain/importPlan/planBankEntries.ts';
import { moneyReceived } from '../../domain/posting/posting.ts';
import { insertBankDoubt, type WaitingBooking } from '../../ledger/bank/bankDoubts.ts';
import { insertBankEntry, insertStatement, type NewBankEntry, saveOwnAccount } from '../../ledger/bank/bankEntries.ts';
import type { Steps, WritableDb } from '../../ledger/connection.ts';
import { post } from '../../ledger/journal.ts';
import type { Booking } from './bookDocuments.ts';
import type { PlannedStatement } from './planStatements.ts';
import type { BookingPart, KeyedEntry } from './statementBookings.ts';

const rawLimit = 20_000;
const textLimit = 5000;

/** The text of a payment with everything the payer wrote in places of its own, so that nothing is lost for matching. */
function remittanceOf(payment: BankPayment): string {
  const text = payment.remittance ?? '';
  const compared = matchingText(text);
  const extra = [...payment.structuredReferences.slice(1).map((reference) => reference.text), ...payment.documentNumbers];
  const missing = extra.filter((one) => !compared.includes(matchingText(one)));
  return [text, ...missing]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, textLimit);
}

type Row = KeyedEntry & { readonly file: string };

/** A row for each payment of a booking, under the key of the booking. */
export function rowsOf({ entry, key, file }: Row): readonly WaitingBooking[] {
  const leaves = leafPayments(entry);
  return leaves.map((payment, index): WaitingBooking => {
    const reference = payment.structuredReferences.find((one) => one.isValid !== false) ?? payment.structuredReferences[0] ?? null;
    return {
      bookDate: entry.bookDate,
      valueDate: entry.valueDate,
      amount: payment.amount,
      currency: payment.currency,
      counterIban: payment.counterIban,
      counterName: payment.counterName?.slice(0, 200) ?? payment.ultimateName?.slice(0, 200) ?? null,
      remittance: remittanceOf(payment),
      structuredRef: reference?.text.slice(0, 60) ?? null,
      structuredIssuer: reference?.issuer?.slice(0, 20) ?? null,
      endToEndId: payment.endToEndId?.slice(0, 120) ?? null,
      mandateId: payment.mandateId?.slice(0, 120) ?? null,
      returnReason: payment.returnReason?.slice(0, 60) ?? (payment.isReturn || entry.isReversal ? 'return' : null),
      bankRef: entry.bankRef?.slice(0, 120) ?? null,
      entryKey: leaves.length === 1 ? key.key : `${key.key}.${index}`,
      weakKey: key.weakKey,
      occurrence: key.occurrence,
      raw: index === 0 ? entry.raw.slice(0, rawLimit) : '',
      origin: `${file}, ${entry.origin}`.slice(0, 400),
    };
  });
}

const isTaken = (outcome: BookingOutcome | undefined, takePossiblyKnown: boolean): boolean =>
  outcome === 'fresh' || (takePossiblyKnown && outcome === 'possibly-known');

/** Whether the statement brings anything: a booking, or a day without bookings that is not here yet. */
export function bringsSomething({ outcomes, isKnown, ownership }: PlannedStatement, takePossiblyKnown: boolean): boolean {
  const taken = outcomes.count('fresh') + (takePossiblyKnown ? outcomes.count('possibly-known') : 0);
  return ownership === 'ours' && (taken > 0 || (outcomes.size === 0 && !isKnown));
}

/** Whether anything of the statement is kept: a booking, a day without bookings, or something for the review list. */
export const contributes = (statement: PlannedStatement, takePossiblyKnown: boolean): boolean =>
  bringsSomething(statement, takePossiblyKnown) || (statement.ownership === 'ours' && statement.outcomes.count('possibly-known') > 0);

export type StatementWork = {
  readonly statements: readonly PlannedStatement[];
  readonly takePossiblyKnown: boolean;
  /** Name of the file at a place of the set. */
  readonly nameOf: (place: number) => string;
};
export type BookedStatements = { readonly statements: number; readonly bankEntries: number; readonly doubtful: number };

/** Writes one row of a booking; money in is booked at once. */
export function bookRow(db: WritableDb, booking: Pick<Booking, 'importId' | 'at'>, row: NewBankEntry): BankEntryId {
  const bankEntryId = insertBankEntry(db, row);
  if (row.amount <= 0) return bankEntryId;
  post(db, {
    kind: 'receipt',
    effectiveDate: row.bookDate,
    recordedAt: booking.at,
    currency: row.currency,
    actor: 'program',
    reason: { code: 'imported-receipt', params: { origin: row.origin } },
    importId: booking.importId,
    postings: moneyReceived({ ownAccountId: row.ownAccountId, bankEntryId, amountCents: row.amount }),
  });
  return bankEntryId;
}

type Planned = { readonly statement: PlannedStatement; readonly ownAccountId: OwnAccountId; readonly work: StatementWork };

/** The bookings of the statement with one of these outcomes, one by one; parts without any are not read. */
function* chosenEntries({ bookings, outcomes }: PlannedStatement, isChosen: (outcome: BookingOutcome | undefined) => boolean): Generator<KeyedEntry & { readonly place: number }> {
  const hasChosen = ({ start, count }: BookingPart): boolean => {
    for (let place = start; place < start + count; place += 1) if (isChosen(outcomes.at(place))) return true;
    return false;
  };
  for (const part of bookings.parts) {
    if (!hasChosen(part)) continue;
    for (const [at, one] of part.entries().entries()) if (isChosen(outcomes.at(part.start + at))) yield { ...one, place: part.start + at };
  }
}

function* bookEntries(db: WritableDb, booking: Booking, planned: Planned & { readonly statementId: StatementId }): Steps<number> {
  const { statement, ownAccountId, statementId, work } = planned;
  const file = work.nameOf(statement.file);
  let written = 0;
  for (const { entry, key } of chosenEntries(statement, (outcome) => isTaken(outcome, work.takePossiblyKnown))) {
    for (const row of rowsOf({ entry, key, file })) {
      bookRow(db, booking, { ...row, statementId, ownAccountId });
      written += 1;
    }
    yield;
  }
  return written;
}

/** Puts what is doubtful on the review list, with everything needed to book it. */
function* keepDoubts(db: WritableDb, booking: Booking, { statement, ownAccountId, work }: Planned): Steps<number> {
  const file = work.nameOf(statement.file);
  let kept = 0;
  for (const { entry, key, place } of chosenEntries(statement, (outcome) => outcome === 'possibly-known')) {
    const twin = statement.twins.get(place);
    if (twin === undefined) continue;
    const { bookDate, amount, currency } = entry;
    const bookings = rowsOf({ entry, key, file });
    const same = { importFileId: booking.fileOf(statement.file), ownAccountId, facts: statement.facts };
    insertBankDoubt(db, { ...same, key: key.key, occurrence: key.occurrence, twin, bookDate, amount, currency, bookings });
    kept += 1;
    yield;
  }
  return kept;
}

/** Remembers the answers about accounts, books every statement of our own accounts that brings something and lists what is doubtful. */
export function* bookStatements(db: WritableDb, booking: Booking, work: StatementWork): Steps<BookedStatements> {
  const accountIds = new Map<string, OwnAccountId>();
  let [statements, bankEntries, doubtful] = [0, 0, 0];
  for (const statement of work.statements) {
    if (!contributes(statement, work.takePossiblyKnown)) continue;
    const ownAccountId = accountIds.get(statement.account) ?? ownAccountIdOf(db, statement);
    accountIds.set(statement.account, ownAccountId);
    const planned = { statement, ownAccountId, work };
    if (!work.takePossiblyKnown) doubtful += yield* keepDoubts(db, booking, planned);
    if (!bringsSomething(statement, work.takePossiblyKnown)) continue;
    const statementId = insertStatement(db, { facts: statement.facts, ownAccountId, importFileId: booking.fileOf(statement.file) });
    bankEntries += yield* bookEntries(db, booking, { ...planned, statementId });
    statements += 1;
  }
  return { statements, bankEntries, doubtful };
}

function ownAccountIdOf(db: WritableDb, { ownAccount, ownership, account, facts }: PlannedStatement): OwnAccountId {
  if (ownAccount !== null && ownAccount.ownership === ownership) return ownAccount.id;
  return saveOwnAccount(db, { iban: ownAccount?.iban ?? account, currency: facts.currency, ownership });
}

/** Keeps the answers about accounts from which nothing is taken, so that the question is asked once. */
export function rememberAnswers(db: WritableDb, statements: readonly PlannedStatement[]): void {
  const answered = new Map(
    statements.filter(({ ownership }) => ownership !== 'unknown').map((statement) => [statement.account, statement]),
  );
  for (const statement of answered.values()) ownAccountIdOf(db, statement);
}

/** What is left out of the statements of a set, and why: per account once. */
export function statementProblems(statements: readonly PlannedStatement[], takePossiblyKnown: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  for (const account of new Set(statements.map((statement) => statement.account))) {
    const own = statements.filter((statement) => statement.account === account);
    const ownership = own[0]?.ownership ?? 'unknown';
    const count = own.reduce((sum, { outcomes }) => sum + outcomes.count('possibly-known'), 0);
    if (account === '' && ownership === 'unknown') problems.push(problem('warning', 'bank-account-unnamed'));
    else if (ownership === 'unknown') problems.push(problem('warning', 'bank-account-unanswered', { account }));
    else if (ownership === 'not-ours') problems.push(problem('warning', 'bank-account-not-ours', { account }));
    else if (count > 0 && !takePossiblyKnown) problems.push(problem('warning', 'bank-entries-possibly-known', { account, count }));
  }
  return problems;
}
