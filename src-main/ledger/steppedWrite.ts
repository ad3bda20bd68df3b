/**
 * One transaction done in steps, with the event loop free between them: an import of 100,000 bookings must not hold up the windows. The
 * connection is the only one, so whoever reads meanwhile sees the work half done and is told to read again when it has ended. A write that
 * comes in between waits for nothing: the steps left are done at once, and then it is its turn. So there is never a write inside a write.
 */
import type Database from 'better-sqlite3';
import { type AppError, appError } from '../../src-shared/errors.ts';
import { err, type Result } from '../../src-shared/result.ts';
import type { Steps, WritableDb } from './connection.ts';
import type { LongWriteLog } from './longWriteLog.ts';

export type SteppedWriter = {
  /** Answers `cancelled`, with nothing kept, when the signal comes before the last step. An error result and an exception keep nothing either. */
  readonly run: <T>(work: (db: WritableDb) => Steps<Result<T, AppError>>, signal: AbortSignal) => Promise<Result<T, AppError>>;
  /** Does at once what is left of the steps. Throws when it is called by one of them. */
  readonly finish: () => void;
  /** Gives up what is left of the steps; nothing of them is kept. */
  readonly abandon: () => void;
};

/** How long the steps may hold the event loop at a time, in milliseconds. */
const turnMs = 4;

const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

type Running = { readonly advance: (untilMs: number) => void; readonly giveUp: () => void };

/** Runs the generator inside a transaction that it opens and ends. The outcome is told once, through `settle`. */
function start<T>(
  sqlite: Database.Database,
  steps: () => Steps<Result<T, AppError>>,
  settle: { readonly done: (result: Result<T, AppError>) => void; readonly failed: (thrown: unknown) => void },
): Running {
  sqlite.exec('BEGIN IMMEDIATE');
  const generator = steps();
  let isStepping = false;
  const undo = (): void => {
    if (sqlite.open && sqlite.inTransaction) sqlite.exec('ROLLBACK');
  };
  const advance = (untilMs: number): void => {
    if (isStepping) throw new Error('a write was started inside a write: pass on its WritableDb');
    isStepping = true;
    try {
      for (;;) {
        const step = generator.next();
        if (step.done === true) {
          if (step.value.ok) sqlite.exec('COMMIT');
          else undo();
          return settle.done(step.value);
        }
        if (performance.now() >= untilMs) return;
      }
    } catch (thrown) {
      undo();
      settle.failed(thrown);
    } finally {
      isStepping = false;
    }
  };
  return {
    advance,
    giveUp: () => {
      undo();
      settle.done(err(appError('cancelled')));
    },
  };
}

export type SteppedWriterParts = { readonly sqlite: Database.Database; readonly writable: WritableDb; readonly log: LongWriteLog };

export function createSteppedWriter({ sqlite, writable, log }: SteppedWriterParts): SteppedWriter {
  let running: Running | null = null;
  const finish = (): void => running?.advance(Number.POSITIVE_INFINITY);
  return {
    finish,
    abandon: () => running?.giveUp(),
    async run(work, signal) {
      finish();
      return new Promise((resolve, reject) => {
        const ended = (tell: () => void) => {
          running = null;
          log.end();
          tell();
        };
        const mine = start(sqlite, () => work(writable), {
          done: (result) => ended(() => resolve(result)),
          failed: (thrown) => ended(() => reject(thrown)),
        });
        log.begin();
        running = mine;
        const go = async (): Promise<void> => {
          while (running === mine) {
            if (signal.aborted) mine.giveUp();
            else mine.advance(performance.now() + turnMs);
            log.goOn();
            await breathe();
          }
        };
        void go();
      });
    },
  };
}
