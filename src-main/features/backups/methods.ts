/** Proof that the ledger is whole, copies of it, and everything it holds as tables for other programs. */
import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { listBackups } from '../../ledger/copies/backup.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { verifyLedger } from '../../ledger/copies/verify.ts';
import type { Archiver } from '../../ports/archiver.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { LedgerCare } from './ledgerCare.ts';
import { exportArchive } from './exportArchive.ts';

export type BackupContext = { readonly ledger: Ledger; readonly care: LedgerCare; readonly archiver: Archiver; readonly clock: Clock; readonly madeFiles: MadeFiles };

/** The copies of a ledger for a list, newest first. */
export const shownBackups = (ledgerPath: string): OutputOf<'ledger.backups'>['backups'] =>
  listBackups(ledgerPath)
    .slice(0, 500)
    .map(({ name, madeAt, size, manifest }) => ({ name, madeAt, size, verified: manifest !== null, entries: manifest?.entries ?? 0 }));

export const backupMethods: Handlers<BackupContext, 'ledger.verify' | 'ledger.backup' | 'ledger.backups' | 'ledger.exportAll'> = {
  'ledger.verify': ({ ledger }) => {
    const { ok: isWhole, checks, entries, postings } = verifyLedger(ledger.read);
    return ok({ ok: isWhole, checks: checks.map(({ name, ok: holds, detail }) => ({ name, ok: holds, detail: detail.slice(0, 500) })), entries, postings });
  },
  'ledger.backup': async ({ care }) => {
    const made = await care.backUp();
    if (!made.ok) return made;
    const { name, sha256, entries, size } = made.value;
    return ok({ name, sha256, entries, size });
  },
  'ledger.backups': ({ ledger, care }) => {
    const { warnings, ...state } = care.state();
    return ok({ backups: shownBackups(ledger.path), ...state, warnings: [...warnings] });
  },
  'ledger.exportAll': async ({ ledger, archiver, clock, madeFiles }) => {
    const archive = await exportArchive({ ledger, archiver, now: clock.now() });
    return archive.ok ? ok({ files: [madeFiles.put(archive.value)] }) : archive;
  },
};
