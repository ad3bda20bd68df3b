/**
 * Bounds on what any reader hands on. Findings beyond the first and the last hundreds of a file are counted and left out. Amounts in a damaged or hostile file may together leave the whole numbers a computer counts exactly. Such a file is refused as a
 * whole, so that nothing behind the readers can meet a sum that is wrong.
 */
import type { BankStatement, ParsedBankFile } from '../../../domain/bankStatement.ts';
import { appError, problem, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok } from '../../../../src-shared/result.ts';
import type { Reader } from '../reader.ts';

/** All amounts of a statement as if they had one sign. */
function magnitudeOf({ opening, closing, entries }: BankStatement): number {
  let magnitude = Math.abs(opening?.amount ?? 0) + Math.abs(closing?.amount ?? 0);
  for (const entry of entries) {
    magnitude += Math.abs(entry.amount);
    for (const payment of entry.payments) magnitude += Math.abs(payment.amount);
    for (const clue of entry.clues) magnitude += Math.abs(clue.amount);
  }
  return magnitude;
}

/** The first ones name places in the file, the last ones speak about its statements as a whole. */
const [firstShown, lastShown] = [800, 200];

function boundedProblems(problems: readonly Problem[], file: string): readonly Problem[] {
  const count = problems.length - firstShown - lastShown;
  if (count <= 0) return problems;
  return [...problems.slice(0, firstShown), problem('warning', 'bank-more-problems', { count }, { file }), ...problems.slice(-lastShown)];
}

/** The reader, with files refused (code bank-sum-too-large) whose amounts together cannot be counted exactly. */
export const boundedReader = (reader: Reader<ParsedBankFile>): Reader<ParsedBankFile> => ({
  ...reader,
  parse: (source, context) => {
    const result = reader.parse(source, context);
    if (!result.ok) return err(boundedProblems(result.error, source.name));
    const magnitude = result.value.statements.reduce((sum, statement) => sum + magnitudeOf(statement), 0);
    if (magnitude <= Number.MAX_SAFE_INTEGER) return ok({ ...result.value, problems: boundedProblems(result.value.problems, source.name) });
    const where = { file: source.name };
    return err([{ ...appError('bank-sum-too-large', where, where), severity: 'error' }]);
  },
});
