import type { OwnAccountId } from '../../../src-shared/ids.ts';
import { findGaps, type KnownStatement, type StatementGap } from '../../domain/statements/findGaps.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

const shown = 500;

export type GapOfAccount = StatementGap & { readonly currency: string };

/**
 * Where statements of an account are missing, the oldest first. An account of several currencies has a chain of balances in each.
 * Statements without balances (some CSV files) say nothing about it.
 */
export function statementGaps(db: ReadableDb, ownAccountId: OwnAccountId): readonly GapOfAccount[] {
  const statements = prepared<[OwnAccountId], KnownStatement & { currency: string }>(
    db,
    `SELECT number, currency, opening_date AS openingDate, closing_date AS closingDate, opening, closing FROM statement
     WHERE own_account_id = ? AND removed_at IS NULL AND closing_date IS NOT NULL AND opening IS NOT NULL AND closing IS NOT NULL`,
  ).all(ownAccountId);
  const gaps = [...Map.groupBy(statements, ({ currency }) => currency)].flatMap(([currency, ofCurrency]) => findGaps(ofCurrency).map((gap) => ({ ...gap, currency })));
  return gaps.sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0)).slice(0, shown);
}
