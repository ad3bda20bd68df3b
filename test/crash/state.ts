/** What a crash test asks of a ledger afterwards. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadableDb } from '../../src-main/ledger/connection.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { seedParties } from '../ledger/builders.ts';
import { createLedger, reopenLedger, temporaryFolder } from '../ledger/ledgers.ts';

/** A closed ledger with parties and nothing booked, in a folder of its own. */
export function seededFile(): string {
  const path = join(temporaryFolder(), 'books.ledger');
  const ledger = createLedger(path);
  seedParties(ledger);
  ledger.close();
  return path;
}

export const entryIds = (db: ReadableDb): readonly number[] =>
  db.sqlite.prepare<[], number>('SELECT id FROM journal_entry ORDER BY id').pluck().all();

/** Opens as the program would, asks everything, and answers the ids of all entries together with the rules that do not hold. */
export function afterCrash(path: string): { readonly ids: readonly number[]; readonly broken: readonly string[] } {
  const ledger = reopenLedger(path);
  const broken = verifyLedger(ledger.read).checks.filter((check) => !check.ok && check.name !== 'schema-as-made');
  const ids = entryIds(ledger.read);
  ledger.close();
  return { ids, broken: broken.map((check) => `${check.name}: ${check.detail}`) };
}

/** Every row of every table as text, in order: two ledgers with the same dump say the same. */
export function dumpOf(path: string): string {
  const sqlite = new Database(path, { readonly: true });
  try {
    const tables = sqlite
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`)
      .pluck();
    const rowsOf = (table: string): readonly string[] =>
      sqlite
        .prepare(`SELECT * FROM "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted();
    return tables
      .all()
      .flatMap((table) => [table, ...rowsOf(table)])
      .join('\n');
  } finally {
    sqlite.close();
  }
}

/** Whole numbers below a limit from a seed, so that a failing run can be repeated (mulberry32). */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
