/**
 * What the program does for an open ledger by itself: a verified copy at the first opening of a day and before every import, a restore
 * tried out once a month, and the plan of the day. The clock of the host only asks; what is due is read from the ledger and its copies.
 */
import { z } from 'zod';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, type Result } from '../../../src-shared/result.ts';
import { type BackupInfo, listBackups, makeBackup, removeOldBackups } from '../../ledger/copies/backup.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { ledgerFailure } from '../../ledger/ledgerFailure.ts';
import { isJournalEmpty } from '../../ledger/presence.ts';
import { drillRestore } from '../../ledger/copies/restore.ts';
import { readSetting, saveSetting } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Logger } from '../../ports/logger.ts';
import { riskOfPath } from './riskyFolder.ts';

export type CareWarning = 'folder-network' | 'folder-cloud' | 'backup-failed' | 'drill-failed' | 'damaged';
export type CareState = { readonly lastVerifiedAt: string | null; readonly lastDrillAt: string | null; readonly warnings: readonly CareWarning[] };
export type LedgerCare = {
  backUp(): Promise<Result<BackupInfo, AppError>>;
  /** A copy of what is there before more is taken in. When it cannot be made that is shown, and the import goes on: it can be undone. */
  beforeImport(): Promise<void>;
  /** Does what is due; the same minute twice does nothing twice. */
  tick(): Promise<void>;
  /** Remembers an exception of the ledger that means damage, and stops all writing. */
  notice(thrown: unknown): void;
  state(): CareState;
};

export type CareParts = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly events: Events;
  readonly logger: Logger;
  /** True while an example administration is being made: there is nothing to keep yet. */
  readonly isBusy: () => boolean;
  /** Brings the rows of the day up to date. Sends nothing. */
  readonly planDay: () => void;
};

const drillKey = 'restoreDrill';
const zDrill = z.object({ at: z.string(), name: z.string(), ok: z.boolean() });
const drillDays = 30;
const dayOf = (instant: string): string => instant.slice(0, 10);
const daysSince = (instant: string, now: string): number => (Date.parse(now) - Date.parse(instant)) / 86_400_000;

/** The one keeper of an open ledger. */
export function createLedgerCare({ ledger, clock, events, logger, isBusy, planDay }: CareParts): LedgerCare {
  const found = new Set<CareWarning>();
  const risk = riskOfPath(ledger.path);
  if (risk !== null) found.add(`folder-${risk}`);
  let plannedDay: string | null = null;
  let triedDay = '';
  const mark = (warning: CareWarning, isWrong: boolean): void => void (isWrong ? found.add(warning) : found.delete(warning));
  const newestVerified = () => listBackups(ledger.path).find((backup) => backup.manifest !== null) ?? null;
  const isEmpty = (): boolean => isJournalEmpty(ledger.read);

  const backUp = async (): Promise<Result<BackupInfo, AppError>> => {
    if (found.has('damaged')) return err(appError('ledger-damaged'));
    const now = clock.now();
    const made = await makeBackup({ ledger, now });
    mark('backup-failed', !made.ok);
    if (made.ok) removeOldBackups({ ledgerPath: ledger.path, now });
    else logger.error('backup failed', { code: made.error.code, params: made.error.params });
    return made;
  };

  /** Once a day at most, also when it fails: a full disk is not asked again every minute. */
  const dailyBackup = async (): Promise<void> => {
    const day = dayOf(clock.now());
    if (triedDay === day) return;
    triedDay = day;
    const newest = newestVerified();
    if (!isEmpty() && (newest === null || dayOf(newest.madeAt) < day)) await backUp();
  };

  const monthlyDrill = (): void => {
    const now = clock.now();
    const last = readSetting(ledger.read, drillKey, zDrill);
    if (last !== null && Math.abs(daysSince(last.at, now)) < drillDays) return;
    const newest = newestVerified();
    if (newest === null) return;
    const drilled = drillRestore({ ledgerPath: ledger.path, name: newest.name });
    if (!drilled.ok) logger.error('restore drill failed', { code: drilled.error.code, params: drilled.error.params });
    ledger.write((db) => saveSetting(db, drillKey, { at: now, name: newest.name, ok: drilled.ok }));
  };

  const planOnce = (): void => {
    const today = clock.today();
    if (plannedDay === today) return;
    const isNewDay = plannedDay !== null;
    plannedDay = today;
    planDay();
    // Everything that counts days is another number now.
    if (isNewDay) events.emit({ type: 'ledgerChanged', areas: ['documents', 'customers', 'dunning'] });
  };

  const notice = (thrown: unknown): void => {
    if (ledgerFailure(thrown)?.code !== 'ledger-damaged') return;
    mark('damaged', true);
    ledger.stopWriting(thrown);
  };

  return {
    backUp,
    notice,
    async beforeImport() {
      if (!isBusy() && !isEmpty()) await backUp();
    },
    async tick() {
      if (isBusy() || found.has('damaged')) return;
      try {
        await dailyBackup();
        monthlyDrill();
        planOnce();
      } catch (thrown) {
        notice(thrown);
        logger.error('tick failed', { message: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    },
    state() {
      const drill = found.has('damaged') ? null : readSetting(ledger.read, drillKey, zDrill);
      mark('drill-failed', drill !== null && !drill.ok);
      return { lastVerifiedAt: newestVerified()?.madeAt ?? null, lastDrillAt: drill?.at ?? null, warnings: [...found] };
    },
  };
}
