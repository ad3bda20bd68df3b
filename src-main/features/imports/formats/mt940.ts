/**
 * MT940, the customer statement message of SWIFT, in the dialects of Dutch, Belgian and German banks. One message is one statement, or
 * one page of a statement: pages keep their own balances here and are told by `page`; `wholeStatements` joins them. MT942 (interim
 * reports) is recognised and refused by name.
 */
import {
  checkBalance,
  coversOneDay,
  wholeStatements,
  type BankBalance,
  type BankEntry,
  type BankStatement,
  type ParsedBankFile,
} from '../../../domain/bankStatement.ts';
import { isValidIban, normalizeAccount } from '../../../domain/references/iban.ts';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { decodeText, splitLines } from '../decodeText.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { balanceProblems, continuityProblems } from './balanceProblems.ts';
import { dialectOf } from './mt940/dialect.ts';
import { splitMessages, type Field, type Message } from './mt940/messages.ts';
import { mt940Entry } from './mt940/mt940Entry.ts';
import { parseBalance, parseStatementLine } from './mt940/statementLine.ts';

function sniff({ text }: SourceHead): Confidence {
  if (text === null) return 0;
  if (!/(?:^|[\r\n]|\{4:)\s{0,4}:20:/.test(text)) return 0;
  const hasAccount = /[\r\n]:25P?:/.test(text);
  const isInterim = /[\r\n]:(?:34F|13D):/.test(text);
  if (hasAccount && (/[\r\n]:60[FM]:/.test(text) || isInterim)) return 95;
  return hasAccount || /[\r\n]:28C?:/.test(text) ? 60 : 0;
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

const fieldOf = (message: Message, ...tags: readonly string[]): Field | undefined =>
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

type Page = { readonly statement: BankStatement; readonly problems: readonly Problem[] };

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

function readPage(message: Message, file: string, head: string): Page {
  const { account, currency: accountCurrency } = ownAccount(firstLine(fieldOf(message, '25', '25P')));
  const opening = balanceAt(fieldOf(message, '60F', '60M'));
  const closing = balanceAt(fieldOf(message, '62F', '62M'));
  const { number, page } = pageNumber(firstLine(fieldOf(message, '28C', '28')));
  const currency = opening?.currency ?? closing?.currency ?? accountCurrency;
  const isSingleDay = opening?.date && closing?.date ? coversOneDay(opening.date, closing.date) : false;
  const singleDay = isSingleDay ? (closing?.date ?? null) : null;
  const { entries, problems } = readEntries(message, { file, head, account, currency: currency ?? 'EUR', singleDay });
  const isPaged = opening?.isIntermediate === true || closing?.isIntermediate === true;
  const reference = firstLine(fieldOf(message, '20'));
  const statement: BankStatement = {
    standing: 'booked',
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
  return { statement, problems: [...missing, ...problems] };
}

/** Why the messages as a whole cannot be a statement; null when they can. */
function refusal(messages: readonly Message[], file: string): AppError | null {
  const where = { file };
  const withBalances = messages.filter((message) => fieldOf(message, '60F', '60M', '62F', '62M') !== undefined);
  if (withBalances.length === 0) {
    const isInterim = messages.some((message) => fieldOf(message, '34F', '13D') !== undefined);
    return appError(isInterim ? 'format-intraday-report' : 'bank-no-statement', { file }, where);
  }
  // A file that stops before the closing balance of its last message, without a mark of its end, was cut off.
  const last = messages.at(-1);
  const closing = last === undefined ? undefined : fieldOf(last, '62F', '62M');
  const isReadable = closing !== undefined && /^\s*[CD]\d{6}(?:[A-Z]{3})?\s?\d[\d.,]*/i.test(closing.lines[0] ?? '');
  if (last !== undefined && !last.isEnded && !isReadable) return appError('file-truncated', { file }, { file, line: last.line });
  return null;
}

/** Statements that begin or end in the middle: an intermediate opening with no page before it, or the reverse. */
function pageProblems(statements: readonly BankStatement[], file: string): readonly Problem[] {
  return wholeStatements(statements)
    .filter((statement) => statement.closing?.isIntermediate === true || statement.opening?.isIntermediate === true)
    .map(({ account, number }) => problem('warning', 'bank-pages-missing', { account, number: number ?? '' }, { file }));
}

function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const file = source.name;
  const decoded = decodeText(source, context.limits);
  if (!decoded.ok) return refuse(decoded.error);
  const lines = splitLines(decoded.value.text, file, context.limits);
  if (!lines.ok) return refuse(lines.error);
  const messages = splitMessages(lines.value);
  const tooLong = longField(messages, context.limits.fieldLength);
  if (tooLong !== null)
    return refuse(appError('file-field-too-long', { file, line: tooLong, limit: context.limits.fieldLength }, { file, line: tooLong }));
  const reason = refusal(messages, file);
  if (reason !== null) return refuse(reason);
  const head = decoded.value.text.slice(0, 1000);
  const pages = messages.map((message) => readPage(message, file, head));
  const statements = pages.map((page) => page.statement);
  const problems = [
    ...pages.flatMap((page) => page.problems),
    ...statements.flatMap((statement) => balanceProblems(statement, file)),
    ...pageProblems(statements, file),
    ...continuityProblems(statements, file),
  ];
  return ok({ format: mt940.id, statements, problems });
}

/** The line of the first field that holds more text than a field may; null when none does. Prose behind the last field is not counted. */
function longField(messages: readonly Message[], limit: number): number | null {
  for (const { fields } of messages) {
    for (const field of fields) {
      const counted =
        field.tag === '86' || field.tag === '61'
          ? field.lines.reduce((length, line) => length + line.length, 0)
          : (field.lines[0]?.length ?? 0);
      if (counted > limit) return field.line;
    }
  }
  return null;
}

export const mt940: Reader<ParsedBankFile> = { id: 'mt940', label: 'MT940', kind: 'bank', sniff, parse };
