import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { OwnAccountId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type OwnershipChange = { readonly id: OwnAccountId; readonly ownership: 'ours' | 'not-ours'; readonly at: string };

/** Says whose account it is. An account whose statements are booked stays ours until their import is undone: `not-allowed-now`. */
export function saveAccountOwnership(db: WritableDb, change: OwnershipChange): Result<null, AppError> {
  const row = prepared<[OwnAccountId], { ownership: string; statements: number }>(
    db,
    'SELECT ownership, (SELECT count(*) FROM statement s WHERE s.own_account_id = a.id AND s.removed_at IS NULL) AS statements FROM own_account a WHERE id = ?',
  ).get(change.id);
  if (row === undefined) return err(appError('not-found', { what: 'account', id: change.id }));
  if (row.ownership === change.ownership) return ok(null);
  if (row.statements > 0) return err(appError('account-in-use', { statements: row.statements }));
  prepared<[string, OwnAccountId], never>(db, 'UPDATE own_account SET ownership = ? WHERE id = ?').run(change.ownership, change.id);
  logEvent(db, { at: change.at, actor: 'person', kind: 'account-ownership', subject: 'account', subjectId: change.id, detail: { is: change.ownership, was: row.ownership } });
  return ok(null);
}
