import type { OwnAccountId } from '../../../src-shared/ids.ts';
import { findGaps, type KnownStatement, type StatementGap } from '../../domain/statements/findGaps.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

const shown = 500;

/** Where statements of an account are missing, the oldest first. Statements without balances (some CSV files) say nothing about it. */
export function statementGaps(db: ReadableDb, ownAccountId: OwnAccountId): readonly StatementGap[] {
  const statements = prepared<[OwnAccountId], KnownStatement>(
    db,
    `SELECT number, opening_date AS openingDate, closing_date AS closingDate, opening, closing FROM statement
     WHERE own_account_id = ? AND removed_at IS NULL AND closing_date IS NOT NULL AND opening IS NOT NULL AND closing IS NOT NULL`,
  ).all(ownAccountId);
  return findGaps(statements).slice(0, shown);
}
