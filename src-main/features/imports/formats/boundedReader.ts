/**
 * Bounds on what any reader hands on. Findings beyond the first and the last hundreds of a file are counted and left out. Amounts in a
 * damaged or hostile file may together leave the whole numbers a computer counts exactly. Such a file is refused as a whole, so that
 * nothing behind the readers can meet a sum that is wrong.
 */
import type { BankEntry, BankStatement, ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { BankReader, BankStream, EntrySink } from './bankStream.ts';
import { boundedProblems } from './problemList.ts';

/** All amounts of a booking as if they had one sign. */
function entryMagnitude(entry: BankEntry): number {
  let magnitude = Math.abs(entry.amount);
  for (const payment of entry.payments) magnitude += Math.abs(payment.amount);
  for (const clue of entry.clues) magnitude += Math.abs(clue.amount);
  return magnitude;
}

/** The same of a statement with the bookings it holds itself. */
const statementMagnitude = ({ opening, closing, entries }: BankStatement): number =>
  entries.reduce((sum, entry) => sum + entryMagnitude(entry), Math.abs(opening?.amount ?? 0) + Math.abs(closing?.amount ?? 0));

/** What was read, unless its amounts and those that went ahead of it cannot be counted exactly. */
function bounded(
  result: Result<ParsedBankFile, readonly Problem[]>,
  { file, ahead }: { readonly file: string; readonly ahead: number },
): Result<ParsedBankFile, readonly Problem[]> {
  if (!result.ok) return err(boundedProblems(result.error, file));
  const magnitude = result.value.statements.reduce((sum, statement) => sum + statementMagnitude(statement), ahead);
  if (magnitude <= Number.MAX_SAFE_INTEGER) return ok({ ...result.value, problems: boundedProblems(result.value.problems, file) });
  return err([{ ...appError('bank-sum-too-large', { file }, { file }), severity: 'error' }]);
}

const boundedStream = (stream: BankStream): BankStream =>
  function* streamWithin(input) {
    let ahead = 0;
    const { sink } = input;
    const counting: EntrySink = {
      begin: sink.begin,
      entry: (entry) => {
        ahead += entryMagnitude(entry);
        sink.entry(entry);
      },
      restart: () => {
        ahead = 0;
        sink.restart();
      },
    };
    return bounded(yield* stream({ ...input, sink: counting }), { file: input.file.name, ahead });
  };

/** The reader, with files refused (code bank-sum-too-large) whose amounts together cannot be counted exactly. */
export const boundedReader = (reader: BankReader): BankReader => ({
  ...reader,
  parse: (source, context) => bounded(reader.parse(source, context), { file: source.name, ahead: 0 }),
  ...(reader.stream === undefined ? {} : { stream: boundedStream(reader.stream) }),
});
