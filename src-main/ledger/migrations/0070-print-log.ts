import type { Migration } from './migration.ts';

/**
 * What was printed when, and which letters lay in it: the mark between approved and posted. A letter may be printed twice; nothing of the log
 * is ever changed.
 */
export const printLog: Migration = {
  version: 70,
  name: 'print-log',
  changesRowsOf: [],
  sql: `
CREATE TABLE print_run (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'registered')),
  carrier TEXT CHECK (carrier IS NULL OR carrier IN ('PostNL', 'bpost')),
  is_duplex INTEGER NOT NULL CHECK (is_duplex IN (0, 1)),
  file_name TEXT NOT NULL CHECK (length(file_name) > 0),
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  pages INTEGER NOT NULL CHECK (pages > 0),
  CHECK ((kind = 'registered') = (carrier IS NOT NULL))
) STRICT;
CREATE TRIGGER print_run_no_update BEFORE UPDATE ON print_run BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;
CREATE TRIGGER print_run_no_delete BEFORE DELETE ON print_run BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

CREATE TABLE print_run_message (
  print_run_id INTEGER NOT NULL REFERENCES print_run (id),
  message_id INTEGER NOT NULL REFERENCES message (id),
  position INTEGER NOT NULL CHECK (position > 0),
  first_page INTEGER NOT NULL CHECK (first_page > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  PRIMARY KEY (print_run_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_run_message_message ON print_run_message (message_id, print_run_id);
CREATE TRIGGER print_run_message_no_update BEFORE UPDATE ON print_run_message BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;
CREATE TRIGGER print_run_message_no_delete BEFORE DELETE ON print_run_message BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;
`,
};
