/**
 * MT940, the customer statement message of SWIFT, in the dialects of Dutch, Belgian and German banks. One message is one statement, or
 * one page of a statement: pages keep their own balances here and are told by `page`; `wholeStatements` joins them.
 */
import { wholeStatements, type BankStatement } from '../../../domain/bankStatement.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok } from '../../../../src-shared/result.ts';
import type { Confidence, SourceHead } from '../reader.ts';
import { balanceProblems, continuityProblems } from './balanceProblems.ts';
import { type BankStream, streamedReader } from './bankStream.ts';
import { isInterimHead, isSwiftHead } from './mt940/swiftHead.ts';
import { fieldOf, swiftPages, type SwiftPages } from './mt940/swiftFile.ts';

function sniff({ text }: SourceHead): Confidence {
  if (text === null || !isSwiftHead(text) || isInterimHead(text)) return 0;
  const hasAccount = /[\r\n]:25P?:/.test(text);
  if (hasAccount && /[\r\n]:60[FM]:/.test(text)) return 95;
  return hasAccount || /[\r\n]:28C?:/.test(text) ? 60 : 0;
}

/** Why the messages as a whole cannot be a statement; null when they can. */
function refusal({ hasBalances, last, isLastWhole }: SwiftPages, file: string): AppError | null {
  if (!hasBalances || last === null) return appError('bank-no-statement', { file }, { file });
  // A file that stops inside a line of a booking or of the closing balance, without a mark of its end, was cut off. One that stops behind
  // a whole line keeps its bookings, and the missing balance is told (bank/formats.md §1.1).
  const closing = fieldOf(last, '62F', '62M');
  const isReadable = closing !== undefined && /^\s*[CD]\d{6}(?:[A-Z]{3})?\s?\d[\d.,]*/i.test(closing.lines[0] ?? '');
  return last.isEnded || isReadable || (closing === undefined && isLastWhole) ? null : appError('file-truncated', { file }, { file, line: last.line });
}

/** Statements that begin or end in the middle: an intermediate opening with no page before it, or the reverse. */
function pageProblems(statements: readonly BankStatement[], file: string): readonly Problem[] {
  return wholeStatements(statements)
    .filter((statement) => statement.closing?.isIntermediate === true || statement.opening?.isIntermediate === true)
    .map(({ account, number }) => problem('warning', 'bank-pages-missing', { account, number: number ?? '' }, { file }));
}

/** Codes of a refusal: those of `swiftPages`, bank-no-statement and file-truncated. */
const stream: BankStream = function* readMt940(input) {
  const file = input.file.name;
  const pages = yield* swiftPages(input, 'booked');
  const reason = 'code' in pages ? pages : refusal(pages, file);
  if ('code' in pages || reason !== null) return err(reason === null ? [] : [{ ...reason, severity: 'error' }]);
  const { statements, problems } = pages;
  for (const statement of statements) problems.addAll(balanceProblems(statement, file));
  problems.addAll(pageProblems(statements, file));
  problems.addAll(continuityProblems(statements, file));
  return ok({ format: 'mt940', statements, problems: problems.shown(file) });
};

export const mt940 = streamedReader({ id: 'mt940', label: 'MT940', sniff, stream });
