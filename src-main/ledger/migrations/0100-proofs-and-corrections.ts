import type { Migration } from './migration.ts';

/**
 * Documents that prove a delivery or a sending, and corrections of "posted". That a letter was posted is what a person said; when that was
 * wrong, a correction is added that names the posting it takes back, and only with it may the letter wait for its post again. What went by
 * mail stays sent.
 */
export const proofsAndCorrections: Migration = {
  version: 100,
  name: 'proofs-and-corrections',
  changesRowsOf: [],
  sql: `
CREATE TABLE proof (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_id INTEGER REFERENCES document (id),
  message_id INTEGER REFERENCES message (id),
  kind TEXT NOT NULL CHECK (kind = 'delivery' OR kind = 'sending' OR kind = 'other'),
  name TEXT NOT NULL CHECK (length(name) > 0),
  mime TEXT NOT NULL CHECK (mime = 'application/pdf' OR mime = 'image/png' OR mime = 'image/jpeg'),
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  deflated BLOB NOT NULL,
  pages TEXT NOT NULL CHECK (json_valid(pages)),
  is_enclosed INTEGER NOT NULL CHECK (is_enclosed = 0 OR is_enclosed = 1),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX proof_customer ON proof (customer_id);
CREATE INDEX proof_document ON proof (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX proof_message ON proof (message_id) WHERE message_id IS NOT NULL;
CREATE TRIGGER proof_no_change BEFORE UPDATE ON proof
WHEN NEW.id IS NOT OLD.id OR NEW.customer_id IS NOT OLD.customer_id OR NEW.document_id IS NOT OLD.document_id OR NEW.message_id IS NOT OLD.message_id OR NEW.kind IS NOT OLD.kind
  OR NEW.name IS NOT OLD.name OR NEW.mime IS NOT OLD.mime OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.deflated IS NOT OLD.deflated OR NEW.pages IS NOT OLD.pages OR NEW.added_at IS NOT OLD.added_at OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE(ABORT, 'a proof is never changed'); END;
CREATE TRIGGER proof_no_delete BEFORE DELETE ON proof BEGIN SELECT RAISE(ABORT, 'a proof is never deleted'); END;

CREATE TABLE posting_correction (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '????-??-??'),
  posted_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX posting_correction_message ON posting_correction (message_id);
CREATE TRIGGER posting_correction_no_update BEFORE UPDATE ON posting_correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER posting_correction_no_delete BEFORE DELETE ON posting_correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
CREATE TRIGGER posting_correction_of_posting BEFORE INSERT ON posting_correction
WHEN NOT EXISTS (SELECT 1 FROM message m WHERE m.id = NEW.message_id AND m.channel = 'letter' AND m.state = 'sent' AND m.sent_on = NEW.posted_on AND m.sent_at = NEW.posted_at)
BEGIN SELECT RAISE(ABORT, 'only a letter that was called posted can be corrected'); END;

DROP TRIGGER message_sent_is_final;
CREATE TRIGGER message_sent_is_final BEFORE UPDATE ON message
WHEN OLD.state = 'sent' AND NEW.state <> 'sent' AND NOT (OLD.channel = 'letter' AND NEW.state = 'approved' AND NEW.sent_on IS NULL AND NEW.sent_at IS NULL
  AND EXISTS (SELECT 1 FROM posting_correction c WHERE c.message_id = OLD.id AND c.posted_on = OLD.sent_on AND c.posted_at = OLD.sent_at))
BEGIN SELECT RAISE(ABORT, 'a sent message stays sent'); END;
`,
};
