/** What is still missing around the statements that a set brought, as the bank screen tells it (bank/formats.md §1.1, balance check b). */
import { problem, type Problem } from '../../../src-shared/errors.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readOwnAccounts } from '../../ledger/bank/bankEntries.ts';
import { statementGaps } from '../../ledger/bank/statementGaps.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { amountParameter } from './formats/balanceProblems.ts';
import type { HeldFile } from './heldFile.ts';
import type { PlannedStatement } from './planStatements.ts';

/**
 * Warnings `bank-statement-missing` (its number is known) and `bank-days-missing`, for accounts of ours. Called once the set is taken in.
 * Gaps that touch none of these statements were there before and are not told again.
 */
export function gapsAround(db: ReadableDb, statements: readonly PlannedStatement[], files: readonly HeldFile[]): readonly Problem[] {
  const problems: Problem[] = [];
  const own = new Map(readOwnAccounts(db).flatMap((account) => (account.ownership === 'ours' ? [[normalizeAccount(account.iban), account] as const] : [])));
  for (const [name, ofAccount] of Map.groupBy(statements, ({ account }) => account)) {
    const account = own.get(name);
    if (account === undefined) continue;
    for (const { after, before, difference, currency, numbers } of statementGaps(db, account.id)) {
      const beside = ofAccount.findLast(({ facts }) => facts.currency === currency && ((facts.openingDate ?? facts.closingDate) === before || facts.closingDate === after));
      if (beside === undefined) continue;
      const params = { account: account.iban, afterDate: after, beforeDate: before, difference: amountParameter(difference, currency) };
      const where = { file: files[beside.file]?.name ?? '' };
      if (numbers === null) problems.push(problem('warning', 'bank-days-missing', params, where));
      else problems.push(problem('warning', 'bank-statement-missing', { ...params, numbers: numbers.first === numbers.last ? `${numbers.first}` : `${numbers.first}–${numbers.last}` }, where));
    }
  }
  return problems;
}
