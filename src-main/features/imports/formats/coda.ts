/**
 * CODA, the coded statement of account of Belgian banks (Febelfin, versions 1 and 2.x): records of 128 columns. One physical file holds
 * one or more statements, each from a record 0 to a record 9. Read line by line; every statement is checked against its balances and
 * against the counts and sums of its trailer.
 */
import type { BankStatement, ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { checkTextFile } from '../decodeText.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { continuityProblems } from './balanceProblems.ts';
import { finishBlock, openBlock, takeRecord, type CodaBlock } from './coda/codaBlock.ts';
import { codaEncoding, codaLines, type CodaLine } from './coda/codaLines.ts';

/** Record 0: zeros, a date, the bank, and 05 (the application) in columns 15 and 16. */
const headerShape = /^00000\d{6}.{3}05[D ]/;

/** Lines of a CODA file are 128 long; editors cut trailing blanks, and some banks write one column more or less. */
const longestHeader = 132;

function sniff({ text }: SourceHead): Confidence {
  const first = /^\s{0,200}(0000[^\r\n]{0,200})/.exec(text ?? '')?.[1];
  return first !== undefined && first.trimEnd().length <= longestHeader && headerShape.test(`${first} `) ? 95 : 0;
}

/** A file with more lines than this that cannot be read is no CODA, and is refused at that line. */
const mostProblems = 5000;

/** Nothing, or the end-of-file mark of old systems. */
const isBlank = (text: string): boolean => text.trim() === '' || text.trim() === '\u001a';

type Collected = { readonly statements: BankStatement[]; readonly problems: Problem[]; cutAt: number | null };

function finish(block: CodaBlock | null, collected: Collected, line: number): void {
  if (block === null) return;
  const { statement, problems, isCut } = finishBlock(block);
  collected.statements.push(statement);
  // One by one: a file may have more of them than a call takes arguments.
  for (const one of problems) collected.problems.push(one);
  collected.cutAt = isCut ? line : null;
}

/** Sorts the lines into statements. An error when a line exceeds all bounds, or too many lines cannot be read. */
function collect(lines: Iterable<CodaLine>, file: string, limit: number): Result<Collected, AppError> {
  const collected: Collected = { statements: [], problems: [], cutAt: null };
  let block: CodaBlock | null = null;
  let last = 0;
  for (const line of lines) {
    if (line.isTooLong) return err(appError('file-line-too-long', { file, line: line.number, limit }, { file, line: line.number }));
    if (isBlank(line.text)) continue;
    last = line.number;
    if (headerShape.test(`${line.text} `)) {
      finish(block, collected, last);
      block = openBlock(line, file);
    } else if (collected.problems.length > mostProblems || (block !== null && block.problems.length > mostProblems)) {
      return err(appError('bank-entry-unreadable', { text: line.text.slice(0, 80).trimEnd() }, { file, line: line.number }));
    } else if (block === null || block.trailer !== null) {
      collected.problems.push(
        problem('error', 'bank-entry-unreadable', { text: line.text.slice(0, 80).trimEnd() }, { file, line: line.number }),
      );
    } else takeRecord(block, line);
  }
  finish(block, collected, last);
  return ok(collected);
}

function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const file = source.name;
  const checked = checkTextFile(source, context.limits);
  if (!checked.ok) return refuse(checked.error);
  const encoding = codaEncoding(source.bytes, checked.value);
  const { lineLength } = context.limits;
  const lines = codaLines({ bytes: source.bytes, offset: checked.value.offset, encoding, lineLength });
  const collected = collect(lines, file, lineLength);
  if (!collected.ok) return refuse(collected.error);
  const { statements, problems, cutAt } = collected.value;
  if (statements.length === 0) return refuse(appError('bank-no-statement', { file }, { file }));
  // The end of a file got lost: neither the new balance nor the trailer of the last statement is there.
  if (cutAt !== null) return refuse(appError('file-truncated', { file }, { file, line: cutAt }));
  return ok({ format: coda.id, statements, problems: [...problems, ...continuityProblems(statements, file)] });
}

export const coda: Reader<ParsedBankFile> = { id: 'coda', label: 'CODA', kind: 'bank', sniff, parse };
