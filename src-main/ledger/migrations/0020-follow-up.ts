import type { Migration } from './migration.ts';

/**
 * What happens to open documents: holds, disputes, promises, notes, and the letters with their outbox. An approved message is frozen by
 * trigger, and a due step exists once per document, step and day.
 */
export const followUp: Migration = {
  version: 20,
  name: 'follow-up',
  changesRowsOf: [],
  sql: `
CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_id INTEGER REFERENCES document (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  until TEXT NOT NULL CHECK (until GLOB '????-??-??'),
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX hold_customer ON hold (customer_id);

CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  cents INTEGER NOT NULL CHECK (cents > 0),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  opened_on TEXT NOT NULL,
  resolved_on TEXT,
  outcome TEXT CHECK (outcome IS NULL OR outcome IN ('credited', 'rejected', 'partly'))
) STRICT;
CREATE INDEX dispute_document ON dispute (document_id);

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  promised_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  cancelled_at TEXT
) STRICT;
CREATE INDEX promise_customer ON promise (customer_id);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'call')),
  noted_on TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX note_customer ON note (customer_id, noted_at);

CREATE TABLE file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  step TEXT NOT NULL,
  planned_on TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'letter')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
  recipient TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  pay_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (json_valid(reason)),
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  cents INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'approved', 'sending', 'sent', 'failed', 'unconfirmed', 'cancelled')),
  subject TEXT,
  text TEXT,
  html TEXT,
  pdf_sha256 TEXT REFERENCES file (sha256),
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  content_sha256 TEXT,
  message_id_header TEXT,
  approved_at TEXT,
  sent_at TEXT,
  sent_on TEXT,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  failure TEXT CHECK (failure IS NULL OR json_valid(failure)),
  CHECK (state IN ('planned', 'cancelled') OR (subject IS NOT NULL AND text IS NOT NULL AND content_sha256 IS NOT NULL AND approved_at IS NOT NULL)),
  CHECK (state <> 'sent' OR (sent_at IS NOT NULL AND sent_on IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX message_one_a_day ON message (customer_id, planned_on) WHERE state <> 'cancelled';
CREATE INDEX message_state ON message (state);
CREATE INDEX message_customer ON message (customer_id, planned_on);

CREATE TRIGGER message_frozen BEFORE UPDATE ON message
WHEN OLD.approved_at IS NOT NULL AND (
  NEW.customer_id IS NOT OLD.customer_id OR NEW.step IS NOT OLD.step OR NEW.channel IS NOT OLD.channel OR NEW.recipient IS NOT OLD.recipient
  OR NEW.subject IS NOT OLD.subject OR NEW.text IS NOT OLD.text OR NEW.html IS NOT OLD.html OR NEW.pdf_sha256 IS NOT OLD.pdf_sha256
  OR NEW.content IS NOT OLD.content OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.cents IS NOT OLD.cents OR NEW.approved_at IS NOT OLD.approved_at
  OR NEW.reference IS NOT OLD.reference OR NEW.message_id_header IS NOT OLD.message_id_header OR NEW.language IS NOT OLD.language)
BEGIN SELECT RAISE(ABORT, 'an approved message is never changed'); END;
CREATE TRIGGER message_no_delete BEFORE DELETE ON message WHEN OLD.approved_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an approved message is never deleted'); END;
CREATE TRIGGER message_sent_is_final BEFORE UPDATE ON message WHEN OLD.state = 'sent' AND NEW.state <> 'sent'
BEGIN SELECT RAISE(ABORT, 'a sent message stays sent'); END;
CREATE TRIGGER file_no_update BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'stored files are never changed'); END;

CREATE TABLE message_document (
  message_id INTEGER NOT NULL REFERENCES message (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL,
  PRIMARY KEY (message_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_document_document ON message_document (document_id);

CREATE TABLE due_step (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  step TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  state TEXT NOT NULL CHECK (state IN ('due', 'sent', 'held', 'missed', 'skipped')),
  message_id INTEGER REFERENCES message (id),
  reason TEXT NOT NULL CHECK (json_valid(reason)),
  decided_at TEXT,
  UNIQUE (document_id, step, due_on)
) STRICT;
CREATE INDEX due_step_state ON due_step (state);
CREATE INDEX due_step_message ON due_step (message_id);

CREATE TABLE message_event (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX message_event_message ON message_event (message_id);
CREATE TRIGGER message_event_no_update BEFORE UPDATE ON message_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER message_event_no_delete BEFORE DELETE ON message_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
`,
};
