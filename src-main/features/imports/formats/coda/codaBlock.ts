/**
 * One statement of a CODA file, from its header (0) to its trailer (9), gathered record by record. Nothing of it is kept but what the
 * statement holds. The trailer counts records and sums debits and credits: what differs is said.
 */
import { checkBalance, type BankBalance, type BankEntry, type BankStatement } from '../../../../domain/bankStatement.ts';
import { problem, type ErrorCode, type Problem } from '../../../../../src-shared/errors.ts';
import { cents } from '../../../../../src-shared/money.ts';
import { amountParameter, balanceProblems } from '../balanceProblems.ts';
import { tidyText } from '../paymentFields.ts';
import { codaAccount, codaAmount, codaDate, columns, type CodaAccount } from './codaFields.ts';
import { codaEntry } from './codaEntry.ts';
import { recordWidth, type CodaLine } from './codaLines.ts';
import { addToMovement, openMovement, type CodaMovement } from './codaMovement.ts';

export type FinishedBlock = { readonly statement: BankStatement; readonly problems: readonly Problem[]; readonly isCut: boolean };

type Balance = CodaAccount & { readonly balance: BankBalance | null };

/** Columns of the balance in records 1 and 8; in 8 everything stands one column to the left. */
function balanceOf(record: string, structure: string, shift: 0 | 1): Balance {
  const account = codaAccount(structure, columns(record, 6 - shift, 42 - shift));
  const read = codaAmount(columns(record, 43 - shift, 43 - shift), columns(record, 44 - shift, 58 - shift));
  const date = codaDate(columns(record, 59 - shift, 64 - shift));
  const balance = read === null ? null : { ...read, currency: account.currency ?? 'EUR', date, isIntermediate: false };
  return { ...account, balance };
}

type Header = { readonly version: string; readonly isCopy: boolean; readonly isPartial: boolean; readonly reference: string };

const headerOf = (record: string): Header => ({
  version: columns(record, recordWidth, recordWidth),
  isCopy: columns(record, 17, 17) === 'D',
  isPartial: !/^(?:00000| {5})$/.test(columns(record, 84, 88)),
  reference: columns(record, 25, 34).trim(),
});

type OldBalance = Balance & { readonly structure: string; readonly holder: string; readonly number: string };

/** A statement under way. */
export type CodaBlock = {
  readonly file: string;
  readonly line: number;
  readonly header: Header;
  readonly problems: Problem[];
  readonly entries: BankEntry[];
  readonly totals: Totals;
  readonly freeText: string[];
  old: OldBalance | null;
  closing: Balance | null;
  /** Behind the trailer nothing belongs to this statement. */
  trailer: CodaLine | null;
  group: { readonly main: CodaMovement; readonly details: CodaMovement[] } | null;
  /** The movement or detail that records 2.2, 2.3 and 3.x belong to. */
  current: CodaMovement | null;
  /** Numbers of a movement that could not be read: what follows it goes with it and is not told again. */
  lost: string | null;
};

type Totals = { records: number; debits: number; credits: number };

/** The trailer beside what was read; a sum beyond all bounds counts as different. */
function trailerProblems(
  record: string,
  totals: Totals,
  context: { readonly currency: string | null; readonly place: { file: string; line: number } },
): readonly Problem[] {
  const { place, currency } = context;
  const told = columns(record, 17, 22);
  const debits = codaAmount('0', columns(record, 23, 37));
  const credits = codaAmount('0', columns(record, 38, 52));
  if (!/^\d{6}$/.test(told) || debits === null || credits === null) {
    return [problem('error', 'bank-entry-unreadable', { text: record.slice(0, 80).trimEnd() }, place)];
  }
  const differing = (sum: number, read: typeof debits): readonly Problem[] => {
    if (sum === read.amount && read.beyondCents === '') return [];
    const found = cents(Math.min(sum, Number.MAX_SAFE_INTEGER));
    return [
      problem(
        'warning',
        'bank-totals-differ',
        { told: amountParameter(read.amount, currency), found: amountParameter(found, currency) },
        place,
      ),
    ];
  };
  const counted =
    Number(told) === totals.records
      ? []
      : [problem('warning', 'bank-records-differ', { told: Number(told), found: totals.records }, place)];
  return [...counted, ...differing(totals.debits, debits), ...differing(totals.credits, credits)];
}

/** Records that the trailer counts: 1, 2.x, 3.x and 8. */
const counted: ReadonlySet<string> = new Set(['1', '2', '3', '8']);

/** Begins a statement with its header. */
export const openBlock = (header: CodaLine, file: string): CodaBlock => ({
  file,
  line: header.number,
  header: headerOf(header.text),
  problems: [],
  entries: [],
  totals: { records: 0, debits: 0, credits: 0 },
  freeText: [],
  old: null,
  closing: null,
  trailer: null,
  group: null,
  current: null,
  lost: null,
});

function report(block: CodaBlock, code: ErrorCode, { text, number }: CodaLine): void {
  block.problems.push(problem('error', code, { text: text.slice(0, 80).trimEnd() }, { file: block.file, line: number }));
}

/** A movement is whole when something comes that does not belong to it. */
function closeGroup(block: CodaBlock): void {
  const { group, old, file } = block;
  block.group = null;
  block.current = null;
  block.lost = null;
  if (group === null) return;
  const built = codaEntry(group.main, group.details, { ownAccount: old?.account ?? '', currency: old?.currency ?? 'EUR', file });
  if (!built.ok) block.problems.push({ ...built.error, severity: 'error' });
  else {
    block.entries.push(built.value.entry);
    if (built.value.warning !== null) block.problems.push(built.value.warning);
  }
}

function takeMovement(block: CodaBlock, line: CodaLine): void {
  const detail = columns(line.text, 7, 10);
  const isDetail = /^\d{4}$/.test(detail) && detail !== '0000';
  if (!isDetail) closeGroup(block);
  block.current = null;
  block.lost = columns(line.text, 3, 6);
  const opened = openMovement(line);
  if (typeof opened === 'string') return report(block, opened, line);
  if (!isDetail) {
    block.group = { main: opened, details: [] };
    if (opened.amount < 0) block.totals.debits -= opened.amount;
    else block.totals.credits += opened.amount;
  } else if (block.group !== null && block.group.main.sequence === opened.sequence) block.group.details.push(opened);
  else return report(block, 'bank-entry-unreadable', line);
  block.current = opened;
  block.lost = null;
}

/** A record that goes on with a movement. One whose movement is not there must not end up with another. */
function takeContinuation(block: CodaBlock, line: CodaLine): void {
  const { current, lost } = block;
  const isTold = lost !== null && columns(line.text, 3, 6) === lost;
  if (!isTold && (current === null || !addToMovement(current, line, block.header.version))) report(block, 'bank-entry-unreadable', line);
}

/** The coded number, which begins anew every year; banks that keep none write zeros there, and perhaps a number on paper. */
const statementNumber = (record: string): string =>
  [columns(record, 126, 128), columns(record, 3, 5)].map((number) => number.trim()).find((number) => !/^0*$/.test(number)) ?? '';

function oldBalance({ header }: CodaBlock, record: string): OldBalance {
  const structure = header.version === '1' ? '0' : columns(record, 2, 2);
  return {
    ...balanceOf(record, structure, 0),
    structure,
    holder: columns(record, 65, 90).trim(),
    number: statementNumber(record),
  };
}

/** Takes a record that follows the header. */
export function takeRecord(block: CodaBlock, line: CodaLine): void {
  const record = line.text.padEnd(recordWidth);
  const full = { ...line, text: record };
  const kind = record.charAt(0);
  if (counted.has(kind)) block.totals.records += 1;
  if (kind === '1') block.old ??= oldBalance(block, record);
  else if (kind === '2' && record.charAt(1) === '1') takeMovement(block, full);
  else if (kind === '2' || kind === '3') takeContinuation(block, full);
  else if (kind === '8') {
    closeGroup(block);
    block.closing ??= balanceOf(record, block.old?.structure ?? '', 1);
  } else if (kind === '4') {
    closeGroup(block);
    block.freeText.push(columns(record, 33, 112));
  } else if (kind === '9') {
    closeGroup(block);
    block.trailer = full;
  } else report(block, 'bank-entry-unreadable', full);
}

const isZero = (balance: BankBalance | null): boolean => balance === null || (balance.amount === 0 && balance.beyondCents === '');

/** A file of a separate application holds a part of the bookings and zeros for balances. */
const hasNoBalances = ({ header, old, closing }: CodaBlock): boolean =>
  header.isPartial && isZero(old?.balance ?? null) && isZero(closing?.balance ?? null);

function statementOf(block: CodaBlock): BankStatement {
  const { header, old, entries } = block;
  const opening = hasNoBalances(block) ? null : (old?.balance ?? null);
  const closing = hasNoBalances(block) ? null : (block.closing?.balance ?? null);
  return {
    standing: 'booked',
    account: old?.account ?? '',
    accountCurrency: old?.currency ?? null,
    ownerName: tidyText(old?.holder ?? null),
    number: old === null || old.number === '' ? null : old.number,
    reference: header.reference === '' ? null : header.reference,
    page: null,
    opening,
    closing,
    currency: opening?.currency ?? closing?.currency ?? old?.currency ?? null,
    entries,
    ...checkBalance({ opening, closing, entries }),
  };
}

/** What is said about the statement as a whole. */
function findingsOf(block: CodaBlock, statement: BankStatement): readonly Problem[] {
  const { file, header, old, closing, trailer } = block;
  const place = { file, line: block.line };
  const name = { account: statement.account, number: statement.number ?? '' };
  const found: Problem[] = statement.account === '' ? [problem('error', 'bank-account-missing', {}, place)] : [];
  if (header.isCopy) found.push(problem('warning', 'bank-statement-copy', name, place));
  if (closing !== null && old !== null && closing.account !== old.account) {
    found.push(problem('warning', 'bank-account-differs', { account: old.account, other: closing.account }, place));
  }
  const message = tidyText(block.freeText.join(''));
  if (message !== null) found.push(problem('warning', 'bank-message', { text: message.slice(0, 1000) }, place));
  if (trailer === null) found.push(problem('warning', 'bank-trailer-missing', name, place));
  else found.push(...trailerProblems(trailer.text, block.totals, { currency: statement.currency, place: { file, line: trailer.number } }));
  const isEmpty = statement.entries.length === 0 && closing === null && trailer !== null;
  return hasNoBalances(block) || isEmpty ? found : [...found, ...balanceProblems(statement, file)];
}

/** Ends a statement: at its trailer, or where the next begins, or at the end of the file. */
export function finishBlock(block: CodaBlock): FinishedBlock {
  closeGroup(block);
  const statement = statementOf(block);
  const problems = [...block.problems, ...findingsOf(block, statement)];
  return { statement, problems, isCut: block.closing === null && block.trailer === null };
}
