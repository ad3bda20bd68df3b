/** What is said about balances that do not fit. Nothing is hidden and nothing corrected: the difference is named. */
import type { BankStatement } from '../../../domain/bankStatement.ts';
import { problem, type Problem } from '../../../../src-shared/errors.ts';
import { decimalFromCents, negateCents, sumForeignCents, type Cents } from '../../../../src-shared/money.ts';

/** Amounts travel as cents and become text in the reader's language; other currencies than the euro travel as text. */
export const amountParameter = (amount: Cents, currency: string | null): number | string =>
  currency === null || currency === 'EUR' ? amount : `${decimalFromCents(amount)} ${currency}`;

/** Warnings about one statement: a missing balance, balances in different currencies, or a sum that does not fit. */
export function balanceProblems(statement: BankStatement, file: string): readonly Problem[] {
  const { account, number, opening, closing, difference } = statement;
  const name = { account, number: number ?? '' };
  if (opening === null) return [problem('warning', 'bank-opening-missing', name, { file })];
  if (closing === null) return [problem('warning', 'bank-closing-missing', name, { file })];
  if (statement.balanced !== false) return [];
  if (difference === null)
    return [problem('warning', 'bank-currency-differs', { ...name, opening: opening.currency, closing: closing.currency }, { file })];
  const sum = sumForeignCents([closing.amount, negateCents(opening.amount), negateCents(difference)]);
  const amounts = {
    opening: amountParameter(opening.amount, opening.currency),
    sum: sum === null ? '…' : amountParameter(sum, opening.currency),
    closing: amountParameter(closing.amount, closing.currency),
    difference: amountParameter(difference, closing.currency),
  };
  return [problem('warning', 'bank-statement-unbalanced', { ...name, ...amounts }, { file })];
}

/**
 * Warnings about statements of one account that follow each other in a file: the next should open with what the previous closed with.
 * Files that run from new to old are read backwards.
 */
export function continuityProblems(statements: readonly BankStatement[], file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const lastOf = new Map<string, BankStatement>();
  for (const statement of statements) {
    const key = `${statement.account} ${statement.currency ?? ''}`;
    const previous = lastOf.get(key);
    lastOf.set(key, statement);
    const closed = previous?.closing ?? null;
    const { opening } = statement;
    if (previous === undefined || closed === null || opening === null || closed.amount === opening.amount) continue;
    const runsBackwards = statement.closing !== null && statement.closing.amount === previous.opening?.amount;
    if (runsBackwards || closed.currency !== opening.currency) continue;
    const params = {
      account: statement.account,
      number: statement.number ?? '',
      closed: amountParameter(closed.amount, closed.currency),
      opened: amountParameter(opening.amount, opening.currency),
    };
    problems.push(problem('warning', 'bank-balance-gap', params, { file }));
  }
  return problems;
}
