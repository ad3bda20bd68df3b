/**
 * QIF, the old exchange format of bookkeeping programs. It names no currency, often no account and never a balance; all of that stays
 * unknown. Dates and amounts are read in the way the file as a whole shows.
 */
import type { BankEntry, BankPayment, BankStatement, ParsedBankFile } from '../../../domain/bankStatement.ts';
import { normalizeAccount } from '../../../domain/references/iban.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { sumForeignCents, type Cents } from '../../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { decodeText, splitLines } from '../decodeText.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { DayOrder, ReadContext, SourceFile } from '../sourceFile.ts';
import { markedCents, shownDecimalMark, type DecimalMark } from './markedAmount.ts';
import { noFields, paymentFromFields, tidyText } from './paymentFields.ts';
import { type DecidedOrder, decideOrder, qifDate, type DateOrder } from './qif/qifDates.ts';
import { qifSections, qifSplits, qifValue, type QifRecord, type QifSection } from './qif/qifRecords.ts';

function sniff({ text }: SourceHead): Confidence {
  return text !== null && /^\s{0,200}!(?:type:|account|option:|clear:)/i.test(text) ? 95 : 0;
}

/** Sections that hold bookings of an account; the others are lists of categories, securities, prices. */
const bookings = /^type:\s?(?:bank|banque|ccard|cash|oth a|oth l|cr[eé]dit|kas|giro)/;

type Reading = { readonly file: string; readonly order: DateOrder; readonly mark: DecimalMark | null };

/** The decimal mark of the whole file: the one its amounts show; null when they show none or contradict each other. */
function decimalMarkOf(amounts: readonly string[]): DecimalMark | null {
  const shown = new Set(amounts.map(shownDecimalMark).filter((mark) => mark !== null));
  const [mark] = shown;
  return shown.size === 1 ? (mark ?? null) : null;
}

type Read = { readonly entry: BankEntry; readonly warning: Problem | null };

function partsOf(
  record: QifRecord,
  amount: Cents,
  reading: Reading,
): { readonly parts: readonly BankPayment[]; readonly isSplit: boolean } {
  const splits = qifSplits(record);
  if (splits.length < 2) return { parts: [], isSplit: false };
  const amounts = splits.map((split) => markedCents(split.amount, reading.mark));
  const known = amounts.filter((value) => value !== null);
  const parts = splits.flatMap((split, index) => {
    const value = amounts[index];
    if (value === undefined || value === null) return [];
    const fields = { ...noFields, name: qifValue(record, 'P'), remittance: split.memo === '' ? split.category : split.memo };
    return [paymentFromFields(fields, { amount: value, currency: '', ownAccount: '' })];
  });
  return { parts, isSplit: known.length === splits.length && sumForeignCents(known) === amount };
}

function readRecord(record: QifRecord, reading: Reading): Result<Read, AppError> {
  const place = { file: reading.file, line: record.line };
  const amountText = qifValue(record, 'T', 'U') ?? '';
  const amount = markedCents(amountText, reading.mark);
  if (amount === null) return err(appError('bank-amount-unreadable', { text: amountText.slice(0, 80) }, place));
  const dateText = qifValue(record, 'D') ?? '';
  const bookDate = qifDate(dateText, reading.order);
  if (bookDate === null) return err(appError('bank-date-unreadable', { text: dateText.slice(0, 80) }, place));
  const { parts, isSplit } = partsOf(record, amount, reading);
  const memo = record.lines.filter(({ letter }) => letter === 'M').map(({ value }) => value);
  const fields = { ...noFields, name: qifValue(record, 'P'), remittance: memo.join(' ') };
  const entry: BankEntry = {
    ...paymentFromFields(fields, { amount, currency: '', ownAccount: '' }),
    bookDate,
    valueDate: bookDate,
    isReversal: false,
    bankRef: null,
    customerRef: tidyText(qifValue(record, 'N')),
    typeCode: null,
    batchSize: parts.length > 1 ? parts.length : null,
    payments: isSplit ? parts : [],
    clues: isSplit ? [] : parts,
    raw: record.lines.map(({ letter, value }) => letter + value).join('\n'),
    origin: `line ${record.line}-${record.lastLine}`,
  };
  const found = sumForeignCents(parts.map((part) => part.amount));
  const warning =
    parts.length > 0 && !isSplit ? problem('warning', 'bank-split-differs', { told: amount, found: found ?? '…' }, place) : null;
  return ok({ entry, warning });
}

/** Quicken begins an account with its opening balance, booked to the account itself: that is no payment. */
const isOpeningBalance = (record: QifRecord): boolean =>
  /^opening balance$/i.test(qifValue(record, 'P') ?? '') && /^\[.*\]$/.test(qifValue(record, 'L') ?? '');

type AccountBookings = { readonly account: string; readonly records: readonly QifRecord[] };

/** Bookings by account: an account section names the account of what follows. Lists of accounts name none. */
function accountBookings(sections: readonly QifSection[]): readonly AccountBookings[] {
  const found: AccountBookings[] = [];
  let account = '';
  for (const { kind, records } of sections) {
    if (kind === 'account') account = records.length === 1 && records[0] !== undefined ? (qifValue(records[0], 'N') ?? '') : '';
    else if (bookings.test(kind))
      found.push({ account: normalizeAccount(account), records: records.filter((record) => !isOpeningBalance(record)) });
  }
  return found;
}

function statementOf(account: string, entries: readonly BankEntry[]): BankStatement {
  return {
    standing: 'booked',
    account,
    accountCurrency: null,
    ownerName: null,
    number: null,
    reference: null,
    page: null,
    opening: null,
    closing: null,
    currency: null,
    entries,
    balanced: null,
    difference: null,
  };
}

const chosenOrders: Readonly<Record<DayOrder, DecidedOrder>> = {
  dmy: { order: 'day-month', isCertain: true },
  mdy: { order: 'month-day', isCertain: true },
};

function readAll(
  groups: readonly AccountBookings[],
  file: string,
  { today, dateOrder }: ReadContext,
): { readonly statements: readonly BankStatement[]; readonly problems: readonly Problem[] } {
  const records = groups.flatMap((group) => group.records);
  const decided = decideOrder(records.map((record) => qifValue(record, 'D') ?? ''), today);
  // What the file shows goes before what was said of it.
  const { order, isCertain } = decided.isCertain || dateOrder === null ? decided : chosenOrders[dateOrder];
  const reading: Reading = { file, order, mark: decimalMarkOf(records.flatMap((record) => qifValue(record, 'T', 'U') ?? [])) };
  const problems: Problem[] = [];
  const statements = groups.map((group) => {
    const entries: BankEntry[] = [];
    for (const record of group.records) {
      const read = readRecord(record, reading);
      if (!read.ok) problems.push({ ...read.error, severity: 'error' });
      else {
        entries.push(read.value.entry);
        if (read.value.warning !== null) problems.push(read.value.warning);
      }
    }
    return statementOf(group.account, entries);
  });
  const first = records.find((record) => qifDate(qifValue(record, 'D') ?? '', order) !== null);
  if (!isCertain && first !== undefined) {
    const text = qifValue(first, 'D') ?? '';
    const params = { order: order === 'day-month' ? 'dd-mm' : 'mm-dd', text, bookDate: qifDate(text, order) ?? '' };
    problems.push(problem('warning', 'bank-date-order-unclear', params, { file, line: first.line }));
  }
  return { statements, problems };
}

function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const file = source.name;
  const decoded = decodeText(source, context.limits);
  if (!decoded.ok) return refuse(decoded.error);
  const lines = splitLines(decoded.value.text, file, context.limits);
  if (!lines.ok) return refuse(lines.error);
  const limit = context.limits.fieldLength;
  const { sections, cutAt, tooLongAt } = qifSections(lines.value, limit);
  if (tooLongAt !== null) return refuse(appError('file-field-too-long', { file, line: tooLongAt, limit }, { file, line: tooLongAt }));
  // Without control sums the only sign that something is missing is a record without an end.
  if (cutAt !== null) return refuse(appError('file-truncated', { file }, { file, line: cutAt }));
  const groups = accountBookings(sections);
  if (groups.length === 0) return refuse(appError('bank-no-statement', { file }, { file }));
  const { statements, problems } = readAll(groups, file, context);
  return ok({ format: qif.id, statements, problems });
}

export const qif: Reader<ParsedBankFile> = { id: 'qif', label: 'QIF', kind: 'bank', sniff, parse };
