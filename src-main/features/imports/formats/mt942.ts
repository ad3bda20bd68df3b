/**
 * MT942, the interim transaction report of SWIFT: bookings of the day and expected ones (marks EC and ED), without balances. All of them
 * come again in the MT940 of the day, so they are shown and never booked.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, problem, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { isInterimHead, isSwiftHead } from './mt940/swiftHead.ts';
import { readPage, readSwiftFile, type Page } from './mt940/swiftFile.ts';

const sniff = ({ text }: SourceHead): Confidence => (text !== null && isSwiftHead(text) && isInterimHead(text) ? 95 : 0);

/** Codes of a refusal: those of `readSwiftFile`, and bank-no-statement. */
function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const file = source.name;
  const pages: Page[] = [];
  const read = readSwiftFile(source, context, (message, swiftFile) => void pages.push(readPage(message, swiftFile, 'provisional')));
  if (!read.ok) return err([{ ...read.error, severity: 'error' }]);
  if (pages.length === 0) return err([{ ...appError('bank-no-statement', { file }, { file }), severity: 'error' }]);
  const statements = pages.map((page) => page.statement);
  const count = statements.reduce((sum, { entries }) => sum + entries.length, 0);
  const problems = [...pages.flatMap((page) => page.problems), problem('warning', 'bank-provisional', { count }, { file })];
  return ok({ format: mt942.id, statements, problems });
}

export const mt942: Reader<ParsedBankFile> = { id: 'mt942', label: 'MT942', kind: 'bank', sniff, parse };
