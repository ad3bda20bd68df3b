/**
 * The messages of a SWIFT file (MT940, MT942) as statements or pages of statements: one message is one of them. What the kinds of
 * messages share stands here; what makes a file one of them, and what is said about its balances, stands with the readers.
 */
import {
  checkBalance,
  coversOneDay,
  type BankBalance,
  type BankEntry,
  type BankStatement,
  type StatementStanding,
} from '../../../../domain/bankStatement.ts';
import { isValidIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, problem, type AppError, type Problem } from '../../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { decodeText, splitLines } from '../../decodeText.ts';
import type { ReadContext, SourceFile } from '../../sourceFile.ts';
import { dialectOf } from './dialect.ts';
import { splitMessages, type Field, type Message } from './messages.ts';
import { mt940Entry } from './mt940Entry.ts';
import { parseBalance, parseStatementLine } from './statementLine.ts';

/** `head`: the start of the text, where bank headers stand. */
export type SwiftFile = { readonly name: string; readonly head: string };

/**
 * Hands on the messages of a file; what was taken before a refusal must then be thrown away. Codes: those of `decodeText` and
 * `splitLines`, and file-field-too-long.
 */
export function readSwiftFile(
  source: SourceFile,
  context: ReadContext,
  take: (message: Message, file: SwiftFile) => void,
): Result<SwiftFile, AppError> {
  const { name } = source;
  const decoded = decodeText(source, context.limits);
  if (!decoded.ok) return decoded;
  const lines = splitLines(decoded.value.text, name, context.limits);
  if (!lines.ok) return lines;
  const file: SwiftFile = { name, head: decoded.value.text.slice(0, 1000) };
  let tooLong: number | null = null;
  splitMessages(lines.value, (message) => {
    tooLong ??= longField(message, context.limits.fieldLength);
    if (tooLong === null) take(message, file);
  });
  if (tooLong === null) return ok(file);
  return err(
    appError('file-field-too-long', { file: name, line: tooLong, limit: context.limits.fieldLength }, { file: name, line: tooLong }),
  );
}

function lengthOf(lines: readonly string[]): number {
  let length = 0;
  for (const line of lines) length += line.length;
  return length;
}

/** The line of the first field that holds more text than a field may; null when none does. Prose behind the last field is not counted. */
function longField({ fields }: Message, limit: number): number | null {
  for (const { tag, lines, line } of fields) {
    const counted = tag === '86' || tag === '61' ? lengthOf(lines) : (lines[0]?.length ?? 0);
    if (counted > limit) return line;
  }
  return null;
}

/** Own account as banks write it: blanks and dots are decoration, three letters behind a number are the currency. */
export function ownAccount(text: string): { readonly account: string; readonly currency: string | null } {
  const plain = normalizeAccount(text);
  const glued = /^(.*\d)([A-Z]{3})$/.exec(plain);
  if (glued === null || isValidIban(plain)) return { account: plain, currency: null };
  return { account: glued[1] ?? plain, currency: glued[2] ?? null };
}

type PageNumber = { readonly number: string; readonly page: number | null };

/** `:28C:` is a number, or number/page. Several banks put constants there, so it is shown and never trusted. */
function pageNumber(text: string): PageNumber {
  const page = /^\d{1,7}\/(\d{1,5})$/.exec(text)?.[1];
  return { number: text, page: page === undefined ? null : Number(page) };
}

export const fieldOf = (message: Message, ...tags: readonly string[]): Field | undefined =>
  message.fields.find((field) => tags.includes(field.tag));
/** Only the first line of a balance or account counts: prose may follow. */
const firstLine = (field: Field | undefined): string => field?.lines[0]?.trim() ?? '';

function balanceAt(field: Field | undefined): BankBalance | null {
  return field === undefined ? null : parseBalance(field.lines[0] ?? '', field.tag.endsWith('M'));
}

/** Groups of a statement line with its descriptions. A description behind the closing balance belongs to the message, not to a line. */
function entryGroups(message: Message): readonly { readonly field: Field; readonly descriptions: readonly Field[] }[] {
  const groups: { field: Field; descriptions: Field[] }[] = [];
  let current: { field: Field; descriptions: Field[] } | null = null;
  for (const field of message.fields) {
    if (field.tag === '61') {
      current = { field, descriptions: [] };
      groups.push(current);
    } else if (field.tag === '86') current?.descriptions.push(field);
    else if (field.tag !== 'NS') current = null;
  }
  return groups;
}

export type Page = { readonly statement: BankStatement; readonly problems: readonly Problem[] };

function readEntries(
  message: Message,
  context: {
    readonly file: string;
    readonly head: string;
    readonly account: string;
    readonly currency: string;
    readonly singleDay: PlainDateText | null;
  },
): { readonly entries: readonly BankEntry[]; readonly problems: readonly Problem[] } {
  const { file, account, currency } = context;
  const dialect = dialectOf({ reference: firstLine(fieldOf(message, '20')), account, head: context.head });
  const entries: BankEntry[] = [];
  const problems: Problem[] = [];
  for (const { field, descriptions } of entryGroups(message)) {
    const place = { file, line: field.line };
    const line = parseStatementLine(field.lines);
    if (typeof line === 'string') {
      problems.push(problem('error', line, { text: (field.lines[0] ?? '').slice(0, 80) }, place));
      continue;
    }
    if (line.hasStrayMinus) problems.push(problem('warning', 'bank-stray-minus', { text: (field.lines[0] ?? '').slice(0, 80) }, place));
    const bookDate = line.bookDate ?? context.singleDay ?? line.valueDate;
    entries.push(mt940Entry({ line, field, descriptions, dialect, ownAccount: account, currency, bookDate }));
  }
  return { entries, problems };
}

/** What stood in front of a message without a start and without bookings is named. */
const overwrittenProblems = (message: Message, file: string): readonly Problem[] =>
  message.overwritten.map((written) =>
    problem('warning', 'bank-header-repeated', { account: ownAccount(written.trim().slice(0, 60)).account }, { file, line: message.line }),
  );

/** Currency of the floor limit of an interim report, `:34F:EURD0,`. */
const floorCurrency = (message: Message): string | null => /^([A-Z]{3})/.exec(firstLine(fieldOf(message, '34F')))?.[1] ?? null;

export function readPage(message: Message, { name: file, head }: SwiftFile, standing: StatementStanding): Page {
  const { account, currency: accountCurrency } = ownAccount(firstLine(fieldOf(message, '25', '25P')));
  const opening = balanceAt(fieldOf(message, '60F', '60M'));
  const closing = balanceAt(fieldOf(message, '62F', '62M'));
  const { number, page } = pageNumber(firstLine(fieldOf(message, '28C', '28')));
  const currency = opening?.currency ?? closing?.currency ?? accountCurrency ?? floorCurrency(message);
  const isSingleDay = opening?.date && closing?.date ? coversOneDay(opening.date, closing.date) : false;
  const singleDay = isSingleDay ? (closing?.date ?? null) : null;
  const { entries, problems } = readEntries(message, { file, head, account, currency: currency ?? 'EUR', singleDay });
  const isPaged = opening?.isIntermediate === true || closing?.isIntermediate === true;
  const reference = firstLine(fieldOf(message, '20'));
  const statement: BankStatement = {
    standing,
    account,
    accountCurrency,
    ownerName: null,
    number: number === '' ? null : number,
    reference: reference === '' ? null : reference,
    page: isPaged ? { number: page ?? 1, isLast: closing?.isIntermediate !== true } : null,
    opening,
    closing,
    currency,
    entries,
    ...checkBalance({ opening, closing, entries }),
  };
  const missing = account === '' ? [problem('error', 'bank-account-missing', {}, { file, line: message.line })] : [];
  return { statement, problems: [...overwrittenProblems(message, file), ...missing, ...problems] };
}
