/**
 * The write-ahead log around a long write. SQLite would put the whole log into the file within the COMMIT that crosses its limit, and wait
 * there until the disk has all of it: a quarter of a second for 100,000 bookings. So while a long write runs, that limit is off and what is
 * in the log already goes to the disk beside the work; the log is put into the file later, at a moment when nothing is written. What was
 * committed is as safe in the log as in the file (`synchronous` stays FULL), and closing the ledger empties the log in any case.
 */
import { close, fdatasync, open } from 'node:fs';
import type Database from 'better-sqlite3';

export type LongWriteLog = {
  /** Once the transaction has begun. */
  readonly begin: () => void;
  /** From time to time between its steps. */
  readonly goOn: () => void;
  /** After it has ended, however it ended. */
  readonly end: () => void;
  /** When the ledger closes. */
  readonly stop: () => void;
};

/** Pages, SQLite's own default. */
const usualLimit = 1000;
/** What the cache of pages may hold meanwhile, in KiB: more only makes the end longer, because all of it is written then. */
export const smallCache = -16_384;
/** How long nothing may have been written before the log is put into the file, and how often the disk is asked to keep up. */
const quietMs = 5000;
const syncEveryMs = 250;
/** Times that it waits for such a moment: whoever writes on and on would let the log grow without end. */
const mostWaits = 12;

/** Has the disk write what is in the log by now, without waiting for it. Of the log no handle holds a lock, so closing one drops none. */
function syncBeside(path: string, done: () => void): void {
  open(path, 'r+', (refused, handle) => {
    if (refused !== null) return done();
    // COMMIT waits for the same and tells when it fails; this only takes the wait away from it.
    fdatasync(handle, () => close(handle, done));
  });
}

export type LogKeeper = {
  /** Whether the file may still be written at all. */
  readonly mayWrite: () => boolean;
  readonly failed: (thrown: unknown) => void;
};

export function createLongWriteLog(sqlite: Database.Database, { mayWrite, failed }: LogKeeper): LongWriteLog {
  const usualCache = Number(sqlite.pragma('cache_size', { simple: true }));
  const path = sqlite.memory ? null : `${sqlite.name}-wal`;
  let [running, changes, waits, isSyncing, lastSync] = [0, 0, 0, false, 0];
  let timer: NodeJS.Timeout | undefined;
  const changesNow = (): number => sqlite.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;

  const putIntoFile = (): void => {
    if (!sqlite.open || !mayWrite()) return;
    try {
      const now = changesNow();
      const isBusy = now !== changes && waits < mostWaits;
      if (running > 0 || sqlite.inTransaction || isBusy) {
        changes = now;
        waits += 1;
        return wait();
      }
      sqlite.pragma('wal_checkpoint(PASSIVE)');
      sqlite.pragma(`wal_autocheckpoint = ${usualLimit}`);
    } catch (thrown) {
      // The log stays as it is and nothing is lost; a file that proves unreliable must not be written any more.
      failed(thrown);
    }
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(putIntoFile, quietMs);
    timer.unref();
  };
  return {
    begin() {
      running += 1;
      sqlite.pragma('wal_autocheckpoint = 0');
      sqlite.pragma(`cache_size = ${smallCache}`);
      lastSync = performance.now();
    },
    goOn() {
      if (path === null || isSyncing || performance.now() - lastSync < syncEveryMs) return;
      isSyncing = true;
      syncBeside(path, () => {
        isSyncing = false;
        lastSync = performance.now();
      });
    },
    end() {
      running -= 1;
      if (!sqlite.open) return;
      sqlite.pragma(`cache_size = ${usualCache}`);
      changes = changesNow();
      waits = 0;
      wait();
    },
    stop: () => clearTimeout(timer),
  };
}
