import type { Migration } from './migration.ts';

/**
 * Bookings of a file that look like one that is known, but not certainly enough to be left out or taken in by the program: they wait here,
 * with everything needed to book them, until a person has judged them. A judgement is kept, so that nobody is asked twice.
 */
export const bankDoubts: Migration = {
  version: 50,
  name: 'bank-doubts',
  changesRowsOf: [],
  sql: `
CREATE TABLE bank_doubt (
  id INTEGER PRIMARY KEY,
  import_file_id INTEGER NOT NULL REFERENCES import_file (id),
  own_account_id INTEGER NOT NULL REFERENCES own_account (id),
  entry_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence > 0),
  twin_key TEXT NOT NULL,
  twin_occurrence INTEGER NOT NULL CHECK (twin_occurrence > 0),
  book_date TEXT NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  facts TEXT NOT NULL,
  bookings TEXT NOT NULL,
  verdict TEXT CHECK (verdict = 'same' OR verdict = 'new'),
  decided_at TEXT,
  removed_at TEXT,
  CHECK ((verdict IS NULL) = (decided_at IS NULL))
) STRICT;
CREATE INDEX bank_doubt_account ON bank_doubt (own_account_id, book_date);
CREATE INDEX bank_doubt_file ON bank_doubt (import_file_id);
`,
};
