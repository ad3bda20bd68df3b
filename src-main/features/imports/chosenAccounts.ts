import { normalizeAccount } from '../../domain/references/iban.ts';
import type { HeldFile, HeldStatement } from './heldFile.ts';
import { partKey } from './partKey.ts';

/**
 * Files that name no account (QIF) as if they named the one that the user chose for them, by `partKey`. What a file says itself is never
 * changed.
 */
export function withChosenAccounts(files: readonly HeldFile[], chosen: Readonly<Record<string, string>>): readonly HeldFile[] {
  return files.map((file): HeldFile => {
    const key = partKey(file);
    const account = Object.hasOwn(chosen, key) ? normalizeAccount(chosen[key] ?? '') : '';
    if (account === '' || file.content.kind !== 'bank') return file;
    const named = (statement: HeldStatement): HeldStatement => (statement.head.account === '' ? { ...statement, head: { ...statement.head, account } } : statement);
    return { ...file, content: { ...file.content, statements: file.content.statements.map(named) } };
  });
}
