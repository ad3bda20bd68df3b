/**
 * MT940, the customer statement message of SWIFT, in the dialects of Dutch, Belgian and German banks. One message is one statement, or
 * one page of a statement: pages keep their own balances here and are told by `page`; `wholeStatements` joins them.
 */
import { wholeStatements, type BankStatement, type ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { balanceProblems, continuityProblems } from './balanceProblems.ts';
import type { Message } from './mt940/messages.ts';
import { isInterimHead, isSwiftHead } from './mt940/swiftHead.ts';
import { fieldOf, readPage, readSwiftFile, type Page } from './mt940/swiftFile.ts';

function sniff({ text }: SourceHead): Confidence {
  if (text === null || !isSwiftHead(text) || isInterimHead(text)) return 0;
  const hasAccount = /[\r\n]:25P?:/.test(text);
  if (hasAccount && /[\r\n]:60[FM]:/.test(text)) return 95;
  return hasAccount || /[\r\n]:28C?:/.test(text) ? 60 : 0;
}

/** What is known of a file when its messages have gone by. */
type Seen = { hasBalances: boolean; last: Message | null };

/** Why the messages as a whole cannot be a statement; null when they can. */
function refusal({ hasBalances, last }: Seen, file: string): AppError | null {
  if (!hasBalances || last === null) return appError('bank-no-statement', { file }, { file });
  // A file that stops before the closing balance of its last message, without a mark of its end, was cut off.
  const closing = fieldOf(last, '62F', '62M');
  const isReadable = closing !== undefined && /^\s*[CD]\d{6}(?:[A-Z]{3})?\s?\d[\d.,]*/i.test(closing.lines[0] ?? '');
  return last.isEnded || isReadable ? null : appError('file-truncated', { file }, { file, line: last.line });
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
  const pages: Page[] = [];
  const seen: Seen = { hasBalances: false, last: null };
  const read = readSwiftFile(source, context, (message, swiftFile) => {
    seen.last = message;
    seen.hasBalances ||= fieldOf(message, '60F', '60M', '62F', '62M') !== undefined;
    pages.push(readPage(message, swiftFile, 'booked'));
  });
  if (!read.ok) return refuse(read.error);
  const reason = refusal(seen, file);
  if (reason !== null) return refuse(reason);
  const statements = pages.map((page) => page.statement);
  const problems = [
    ...pages.flatMap((page) => page.problems),
    ...statements.flatMap((statement) => balanceProblems(statement, file)),
    ...pageProblems(statements, file),
    ...continuityProblems(statements, file),
  ];
  return ok({ format: mt940.id, statements, problems });
}

export const mt940: Reader<ParsedBankFile> = { id: 'mt940', label: 'MT940', kind: 'bank', sniff, parse };
