import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './connection.ts';

/** Prepared statements by their text, per connection: preparing costs more than running in loops over many rows. */
const cache = new WeakMap<object, Map<string, Statement<unknown[], unknown>>>();

/** A prepared statement for parameters `P` that answers rows `R`. The row type is the caller's claim about its own SQL. */
export function prepared<P extends unknown[], R>(db: ReadableDb, sql: string): Statement<P, R> {
  let statements = cache.get(db.sqlite);
  if (statements === undefined) {
    statements = new Map();
    cache.set(db.sqlite, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.sqlite.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
  }
  // The cache is keyed by the SQL text, and the text decides parameters and rows.
  return statement as unknown as Statement<P, R>;
}
