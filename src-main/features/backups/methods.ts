/** Proof that the ledger is whole, copies of it, and everything it holds as tables for other programs. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { listBackups, makeBackup, removeOldBackups } from '../../ledger/backup.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { verifyLedger } from '../../ledger/verify.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import { tablesAsFiles } from './tablesAsFiles.ts';

export type BackupContext = { readonly ledger: Ledger; readonly clock: Clock; readonly madeFiles: MadeFiles };

export const backupMethods: Handlers<BackupContext, 'ledger.verify' | 'ledger.backup' | 'ledger.backups' | 'ledger.exportAll'> = {
  'ledger.verify': ({ ledger }) => {
    const { ok: isWhole, checks, entries, postings } = verifyLedger(ledger.read);
    return ok({ ok: isWhole, checks: checks.map(({ name, ok: holds, detail }) => ({ name, ok: holds, detail: detail.slice(0, 500) })), entries, postings });
  },
  'ledger.backup': async ({ ledger, clock }) => {
    const made = await makeBackup({ ledger, now: clock.now() });
    if (!made.ok) return made;
    removeOldBackups({ ledgerPath: ledger.path, now: clock.now() });
    const { name, sha256, entries, size } = made.value;
    return ok({ name, sha256, entries, size });
  },
  'ledger.backups': ({ ledger }) =>
    ok({
      backups: listBackups(ledger.path)
        .slice(0, 500)
        .map(({ name, madeAt, size, manifest }) => ({ name, madeAt, size, verified: manifest !== null, entries: manifest?.entries ?? 0 })),
    }),
  'ledger.exportAll': ({ ledger, madeFiles }) => ok({ files: [...tablesAsFiles(ledger.read)].map((file) => madeFiles.put(file)) }),
};
