import type { Migration } from './migration.ts';

/**
 * What letters outside the ladders list. It stands apart from `message_document`, which says what was asked: a statement or a confirmation
 * is no step of follow-up, starts no term and interrupts nothing.
 */
export const correspondence: Migration = {
  version: 130,
  name: 'correspondence',
  changesRowsOf: [],
  sql: `
CREATE TABLE correspondence_document (
  message_id INTEGER NOT NULL REFERENCES message (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL,
  PRIMARY KEY (message_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correspondence_document_document ON correspondence_document (document_id);
CREATE TRIGGER correspondence_document_no_update BEFORE UPDATE ON correspondence_document BEGIN SELECT RAISE(ABORT, 'what a letter lists is append-only'); END;
CREATE TRIGGER correspondence_document_no_delete BEFORE DELETE ON correspondence_document BEGIN SELECT RAISE(ABORT, 'what a letter lists is append-only'); END;
`,
};
