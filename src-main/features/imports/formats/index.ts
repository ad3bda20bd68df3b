/**
 * The bank formats this program reads. This list is the only place that knows them all: a format is added by writing its reader and
 * naming it here. Over all files exactly one reader claims a file, so the order does not matter.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { type AppError, appError, type Problem } from '../../../../src-shared/errors.ts';
import { err, type Result } from '../../../../src-shared/result.ts';
import { chooseReader, sourceHead, type Reader } from '../reader.ts';
import { checkTextFile } from '../decodeText.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { camt053 } from './camt053.ts';
import { mt940 } from './mt940.ts';

export const bankReaders: readonly Reader<ParsedBankFile>[] = [
  camt053,
  mt940,
  // One reader a line.
];

const signatures = { archive: [0x50, 0x4b, 3, 4] } as const;
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/**
 * Reads a bank file of any known format. The problems say why it was refused: the codes of the reader that claimed it, format-archive,
 * format-unknown, or file-empty, file-too-large, file-binary.
 */
export function readBankFile(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const where = { file: source.name };
  const bytes = source.bytes.length;
  if (bytes === 0) return refuse(appError('file-empty', where, where));
  if (bytes > context.limits.fileBytes) {
    return refuse(appError('file-too-large', { ...where, bytes, limit: context.limits.fileBytes }, where));
  }
  const reader = chooseReader(bankReaders, sourceHead(source));
  if (reader !== null) return reader.parse(source, context);
  if (startsWith(source.bytes, signatures.archive)) return refuse(appError('format-archive', where, where));
  const checked = checkTextFile(source, context.limits);
  return refuse(checked.ok ? appError('format-unknown', where, where) : checked.error);
}
