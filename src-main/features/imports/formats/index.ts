/**
 * The bank formats this program reads. This list is the only place that knows them all: a format is added by writing its reader and
 * naming it here. Over all files exactly one reader claims a file, so the order does not matter.
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { type ArchiveMember, openArchive } from '../archive.ts';
import { chooseReader, sourceHead } from '../reader.ts';
import { checkTextFile } from '../decodeText.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import type { BankReader } from './bankStream.ts';
import { boundedReader } from './boundedReader.ts';
import { camt052 } from './camt052.ts';
import { camt053 } from './camt053.ts';
import { camt054 } from './camt054.ts';
import { coda } from './coda.ts';
import { csvBankReaders } from './csvBank.ts';
import { mt940 } from './mt940.ts';
import { mt942 } from './mt942.ts';
import { ofx } from './ofx.ts';
import { paymentMessage } from './paymentMessage.ts';
import { qif } from './qif.ts';
import { xlsBankReaders } from './xlsBank.ts';

const readers: readonly BankReader[] = [
  camt053,
  camt052,
  camt054,
  paymentMessage,
  mt940,
  mt942,
  coda,
  ...csvBankReaders,
  ...xlsBankReaders,
  ofx,
  qif,
  // One reader a line.
];

export const bankReaders = readers.map(boundedReader);

const refuse = (...problems: readonly Problem[]): Result<ParsedBankFile, readonly Problem[]> => err(problems);

/** The statements of all members that are bank files; what became of the others stands in the problems. */
function readArchive(
  members: readonly ArchiveMember[],
  source: SourceFile,
  context: ReadContext,
): Result<ParsedBankFile, readonly Problem[]> {
  const where = { file: source.name };
  const reads = members.map(({ content }) => (content.ok ? readMember(content.value, context) : err([content.error])));
  const files = reads.flatMap((read) => (read.ok ? [read.value] : []));
  const problems = reads.flatMap((read) => (read.ok ? read.value.problems : read.error));
  if (files.length === 0) return refuse(problem('error', 'archive-empty', where, where), ...problems);
  return ok({ format: 'zip', statements: files.flatMap(({ statements }) => statements), problems });
}

/** A file that is no archive. */
function readMember(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const where = { file: source.name };
  const bytes = source.bytes.length;
  if (bytes === 0) return refuse(problem('error', 'file-empty', where, where));
  if (bytes > context.limits.fileBytes) {
    return refuse(problem('error', 'file-too-large', { ...where, bytes, limit: context.limits.fileBytes }, where));
  }
  const reader = chooseReader(bankReaders, sourceHead(source));
  if (reader !== null) return reader.parse(source, context);
  const checked = checkTextFile(source, context.limits);
  return refuse(checked.ok ? problem('error', 'format-unknown', where, where) : { ...checked.error, severity: 'error' });
}

/**
 * Reads a bank file of any known format, or an archive of them. The problems say why it was refused: the codes of the reader that claimed
 * it, those of `openArchive`, format-unknown, or file-empty, file-too-large, file-binary.
 */
export function readBankFile(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const members = openArchive(source);
  if (members === null) return readMember(source, context);
  return members.ok ? readArchive(members.value, source, context) : refuse(members.error);
}
