/** The rows of a table in stretches of numbers, for reading very many of them in steps: a stretch may hold few, but never many. */
import type { ReadableDb } from './connection.ts';
import { prepared } from './statements.ts';

export type Span = { readonly first: number; readonly last: number };

/** Numbers in one stretch. */
const width = 3000;

/** `column` is the number of the rows of `table`. */
export function* spans(db: ReadableDb, table: string, column: string): Generator<Span, undefined, undefined> {
  const newest = prepared<[], { id: number | null }>(db, `SELECT max(${column}) AS id FROM ${table}`).get()?.id ?? 0;
  for (let first = 1; first <= newest; first += width) yield { first, last: first + width - 1 };
}
