/**
 * The bank formats this program reads. This list is the only place that knows them all: a format is added by writing its reader and
 * naming it here.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, type Problem } from '../../../../src-shared/errors.ts';
import { err, type Result } from '../../../../src-shared/result.ts';
import { chooseReader, sourceHead, type Reader } from '../reader.ts';
import { checkTextFile } from '../decodeText.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { camt053 } from './camt053.ts';
import { mt940 } from './mt940.ts';

export const bankReaders: readonly Reader<ParsedBankFile>[] = [camt053, mt940];

/** An archive, by its first bytes: workbooks are archives too. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Reads a bank file of any known format. The problems say why it was refused: the codes of the reader that claimed it, format-archive,
 * format-unknown, or file-empty, file-too-large, file-binary.
 */
export function readBankFile(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: ReturnType<typeof appError>): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const where = { file: source.name };
  if (isArchive(source.bytes)) return refuse(appError('format-archive', where, where));
  const checked = checkTextFile(source, context.limits);
  if (!checked.ok) return refuse(checked.error);
  const reader = chooseReader(bankReaders, sourceHead(source));
  return reader === null ? refuse(appError('format-unknown', where, where)) : reader.parse(source, context);
}
