/**
 * The messages of a SWIFT file (MT940, MT942) as statements or pages of statements: one message is one of them. What the kinds of
 * messages share stands here; what makes a file one of them, and what is said about its balances, stands with the readers.
 */
import { coversOneDay, type BankBalance, type BankStatement, type StatementStanding } from '../../../../domain/bankStatement.ts';
import { checkTotals, createEntryCounter, type EntryCounter } from '../../../../domain/entryTotals.ts';
import { isValidIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, problem, type AppError } from '../../../../../src-shared/errors.ts';
import { createLineSplitter } from '../../decodeText.ts';
import { textPieces } from '../../surveyFile.ts';
import type { StreamInput } from '../bankStream.ts';
import { cutLoose } from '../cutLoose.ts';
import { createProblemList, type ProblemList } from '../problemList.ts';
import { dialectOf, type Dialect } from './dialect.ts';
import { createMessageSplitter, type EntryGroup, type Field, type Message, type MessageHead, type MessageTaker } from './messages.ts';
import { mt940Entry } from './mt940Entry.ts';
import { parseBalance, parseStatementLine } from './statementLine.ts';

/** Bookings of one message that wait for its end: what stands behind them (the closing balance) may say which day they are of. */
const groupsHeld = 2000;

/** Characters at the end of a file that are looked at for its last line break. */
const tailLength = 100;

/** How the text of a file ends. */
type FileEnd = { readonly isLineEnd: boolean };

/**
 * Hands on the messages of a file and stops after every piece of it. Answers how it ends, or why it was refused; what was taken before a
 * refusal must then be thrown away. Codes: file-binary, file-empty, file-line-too-long, file-field-too-long.
 */
function* walkSwift({ file, survey, context }: StreamInput, taker: Omit<MessageTaker, 'tooLong'>): Generator<undefined, AppError | FileEnd> {
  const where = { file: file.name };
  const limit = context.limits.fieldLength;
  let failure: AppError | null = null;
  const tooLong = (line: number): void => {
    failure ??= appError('file-field-too-long', { ...where, line, limit }, { ...where, line });
  };
  const splitter = createLineSplitter(file.name, context.limits);
  const messages = createMessageSplitter({ ...taker, tooLong }, { fieldLength: limit, groupsHeld });
  let isEmpty = true;
  let tail = '';
  for (const { text, isLast } of textPieces(file, survey)) {
    if (text.includes('\u0000')) return appError('file-binary', where, where);
    isEmpty &&= !/\S/.test(text);
    tail = (tail + text.slice(-tailLength)).slice(-tailLength);
    const lines = splitter.take(text, isLast);
    if (!lines.ok) return lines.error;
    messages.take(lines.value, isLast);
    if (failure !== null) return failure;
    yield;
  }
  return isEmpty ? appError('file-empty', where, where) : { isLineEnd: /[\r\n]\s*$/.test(tail) };
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

export const fieldOf = (message: MessageHead, ...tags: readonly string[]): Field | undefined =>
  message.fields.find((field) => tags.includes(field.tag));
/** Only the first line of a balance or account counts: prose may follow. */
const firstLine = (field: Field | undefined): string => field?.lines[0]?.trim() ?? '';

function balanceAt(field: Field | undefined): BankBalance | null {
  return field === undefined ? null : parseBalance(field.lines[0] ?? '', field.tag.endsWith('M'));
}

/** Currency of the floor limit of an interim report, `:34F:EURD0,`. */
const floorCurrency = (message: MessageHead): string | null => /^([A-Z]{3})/.exec(firstLine(fieldOf(message, '34F')))?.[1] ?? null;

const openingOf = (message: MessageHead): BankBalance | null => balanceAt(fieldOf(message, '60F', '60M'));
const closingOf = (message: MessageHead): BankBalance | null => balanceAt(fieldOf(message, '62F', '62M'));

/** What the reading of bookings hangs on and is perhaps only known behind them. */
type Header = {
  readonly account: string;
  readonly accountCurrency: string | null;
  readonly currency: string | null;
  /** The day of bookings without one, in a statement of a single day. */
  readonly singleDay: PlainDateText | null;
  readonly dialect: Dialect;
};

function headerOf(message: MessageHead, head: string): Header {
  const { account, currency: accountCurrency } = ownAccount(firstLine(fieldOf(message, '25', '25P')));
  const opening = openingOf(message);
  const closing = closingOf(message);
  const currency = opening?.currency ?? closing?.currency ?? accountCurrency ?? floorCurrency(message);
  const isSingleDay = opening?.date && closing?.date ? coversOneDay(opening.date, closing.date) : false;
  const dialect = dialectOf({ reference: firstLine(fieldOf(message, '20')), account, head });
  return { account, accountCurrency, currency, singleDay: isSingleDay ? (closing?.date ?? null) : null, dialect };
}

/** A statement under way. */
type OpenPage = { readonly header: Header; readonly counter: EntryCounter; hasUndated: boolean };

const isMistaken = ({ header, hasUndated }: OpenPage, found: Header): boolean =>
  header.account !== found.account ||
  header.currency !== found.currency ||
  header.dialect !== found.dialect ||
  (hasUndated && header.singleDay !== found.singleDay);

function statementOf(message: Message, { header, counter }: OpenPage, standing: StatementStanding): BankStatement {
  const opening = openingOf(message);
  const closing = closingOf(message);
  const { number, page } = pageNumber(firstLine(fieldOf(message, '28C', '28')));
  const isPaged = opening?.isIntermediate === true || closing?.isIntermediate === true;
  const reference = firstLine(fieldOf(message, '20'));
  return cutLoose({
    standing,
    account: header.account,
    accountCurrency: header.accountCurrency,
    ownerName: null,
    number: number === '' ? null : number,
    reference: reference === '' ? null : reference,
    page: isPaged ? { number: page ?? 1, isLast: closing?.isIntermediate !== true } : null,
    opening,
    closing,
    currency: header.currency,
    entries: [],
    ...checkTotals({ opening, closing, totals: counter.totals() }),
  });
}

/** What the messages of a file come to. */
export type SwiftPages = {
  readonly statements: readonly BankStatement[];
  /** Bookings of all of them. */
  readonly count: number;
  readonly problems: ProblemList;
  readonly hasBalances: boolean;
  readonly last: Message | null;
  /** The last message has bookings, and the file ends with a whole line: no amount in it is cut. */
  readonly isLastWhole: boolean;
};

type Pages = { statements: BankStatement[]; headers: Header[]; count: number; problems: ProblemList; hasBalances: boolean; last: Message | null; isLastWhole: boolean; isMistaken: boolean };

const noPages = (): Pages => ({
  statements: [],
  headers: [],
  count: 0,
  problems: createProblemList(),
  hasBalances: false,
  last: null,
  isLastWhole: false,
  isMistaken: false,
});

/** Reads the messages of a file, for one walk through it. */
function createTaker(input: StreamInput, standing: StatementStanding, walk: { readonly known: readonly Header[] | null; readonly pages: Pages }) {
  const { sink } = input;
  const { pages, known } = walk;
  const file = input.file.name;
  const { head: bytes, offset, encoding } = input.survey;
  // The start of the text, where bank headers stand.
  const head = new TextDecoder(encoding).decode(bytes.subarray(offset), { stream: true }).slice(0, 1000);
  let open: OpenPage | null = null;
  const begin = (header: Header): OpenPage => {
    open = { header, counter: createEntryCounter(), hasUndated: false };
    sink.begin(header.account);
    return open;
  };
  const read = (page: OpenPage, groups: readonly EntryGroup[]): void => {
    const { account, currency, singleDay, dialect } = page.header;
    for (const { field, descriptions } of groups) {
      const place = { file, line: field.line };
      const line = parseStatementLine(field.lines);
      if (typeof line === 'string') {
        pages.problems.add(problem('error', line, { text: (field.lines[0] ?? '').slice(0, 80) }, place));
        continue;
      }
      if (line.hasStrayMinus) pages.problems.add(problem('warning', 'bank-stray-minus', { text: (field.lines[0] ?? '').slice(0, 80) }, place));
      if (line.bookDate === null) page.hasUndated = true;
      const bookDate = line.bookDate ?? singleDay ?? line.valueDate;
      const entry = mt940Entry({ line, field, descriptions, dialect, ownAccount: account, currency: currency ?? 'EUR', bookDate });
      page.counter.add(entry);
      sink.entry(entry);
    }
  };
  return {
    overwritten(written: string, line: number): void {
      const { account } = ownAccount(written.trim().slice(0, 60));
      pages.problems.add(problem('warning', 'bank-header-repeated', { account }, { file, line }));
    },
    entries(message: MessageHead, groups: readonly EntryGroup[]): void {
      read(open ?? begin(known?.[pages.headers.length] ?? headerOf(message, head)), groups);
    },
    message(message: Message): void {
      const found = headerOf(message, head);
      if (open !== null && isMistaken(open, found)) pages.isMistaken = true;
      const page = open ?? begin(found);
      open = null;
      if (found.account === '') pages.problems.add(problem('error', 'bank-account-missing', {}, { file, line: message.line }));
      read(page, message.groups);
      pages.headers.push(cutLoose(found));
      pages.statements.push(statementOf(message, page, standing));
      pages.count += page.counter.totals().count;
      pages.hasBalances ||= fieldOf(message, '60F', '60M', '62F', '62M') !== undefined;
      pages.last = { ...message, groups: [] };
      pages.isLastWhole = message.groups.length > 0;
    },
  };
}

/** Reads the messages of a file as statements, or as pages of them; answers why the file was refused otherwise (see `walkSwift`). */
export function* swiftPages(input: StreamInput, standing: StatementStanding): Generator<undefined, SwiftPages | AppError> {
  const first = noPages();
  const end = yield* walkSwift(input, createTaker(input, standing, { known: null, pages: first }));
  if ('code' in end || !first.isMistaken) return told(first, end);
  input.sink.restart();
  const second = noPages();
  return told(second, yield* walkSwift(input, createTaker(input, standing, { known: first.headers, pages: second })));
}

const told = (pages: Pages, end: AppError | FileEnd): SwiftPages | AppError => ('code' in end ? end : { ...pages, isLastWhole: pages.isLastWhole && end.isLineEnd });
