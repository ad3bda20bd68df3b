CREATE TABLE administration (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  profile TEXT NOT NULL CHECK (json_valid(profile)),
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE allocation (
  entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
  bank_entry_id INTEGER REFERENCES bank_entry (id),
  from_document_id INTEGER REFERENCES document (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  cents INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (entry_id, document_id),
  CHECK ((bank_entry_id IS NULL) <> (from_document_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_bank_entry ON allocation (bank_entry_id);

CREATE INDEX allocation_document ON allocation (document_id);

CREATE INDEX allocation_from_document ON allocation (from_document_id) WHERE from_document_id IS NOT NULL;

CREATE TRIGGER asked_costs_no_delete BEFORE DELETE ON asked_costs BEGIN SELECT RAISE(ABORT, 'what was asked stays asked'); END;

CREATE TRIGGER asked_costs_no_update BEFORE UPDATE ON asked_costs BEGIN SELECT RAISE(ABORT, 'what was asked stays asked'); END;

CREATE TABLE asked_costs (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  rule TEXT NOT NULL CHECK (length(rule) > 0),
  cents INTEGER NOT NULL CHECK (cents > 0)
) STRICT;

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

CREATE TABLE bank_entry (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  own_account_id INTEGER NOT NULL REFERENCES own_account (id),
  book_date TEXT NOT NULL CHECK (book_date GLOB '????-??-??'),
  value_date TEXT,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  counter_iban TEXT,
  counter_name TEXT,
  remittance TEXT NOT NULL,
  structured_ref TEXT,
  structured_issuer TEXT,
  end_to_end_id TEXT,
  mandate_id TEXT,
  return_reason TEXT,
  bank_ref TEXT,
  entry_key TEXT NOT NULL,
  weak_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
  raw TEXT NOT NULL,
  origin TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer (id),
  parked_reason TEXT,
  parked_until TEXT,
  removed_at TEXT
) STRICT;

CREATE INDEX bank_entry_counter ON bank_entry (counter_iban) WHERE counter_iban IS NOT NULL;

CREATE INDEX bank_entry_customer ON bank_entry (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX bank_entry_date ON bank_entry (own_account_id, book_date);

CREATE INDEX bank_entry_foreign ON bank_entry (id) WHERE currency <> 'EUR';

CREATE UNIQUE INDEX bank_entry_identity ON bank_entry (own_account_id, entry_key, occurrence) WHERE removed_at IS NULL;

CREATE INDEX bank_entry_statement ON bank_entry (statement_id);

CREATE INDEX bank_entry_weak ON bank_entry (own_account_id, weak_key) WHERE removed_at IS NULL;

CREATE TABLE bank_entry_balance (
  bank_entry_id INTEGER PRIMARY KEY REFERENCES bank_entry (id),
  unmatched INTEGER NOT NULL
) STRICT;

CREATE INDEX bank_entry_balance_unmatched ON bank_entry_balance (bank_entry_id, unmatched) WHERE unmatched <> 0;

CREATE TRIGGER batch_split_no_delete BEFORE DELETE ON batch_split BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;

CREATE TRIGGER batch_split_no_update BEFORE UPDATE ON batch_split BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;

CREATE TABLE batch_split (
  id INTEGER PRIMARY KEY,
  bank_entry_id INTEGER NOT NULL REFERENCES bank_entry (id),
  import_file_id INTEGER NOT NULL REFERENCES import_file (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX batch_split_entry ON batch_split (bank_entry_id);

CREATE INDEX batch_split_file ON batch_split (import_file_id);

CREATE TRIGGER batch_split_part_no_delete BEFORE DELETE ON batch_split_part BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;

CREATE TRIGGER batch_split_part_no_update BEFORE UPDATE ON batch_split_part BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;

CREATE TABLE batch_split_part (
  bank_entry_id INTEGER PRIMARY KEY REFERENCES bank_entry (id),
  batch_split_id INTEGER NOT NULL REFERENCES batch_split (id)
) STRICT;

CREATE INDEX batch_split_part_split ON batch_split_part (batch_split_id);

CREATE TRIGGER booked_costs_document_no_delete BEFORE DELETE ON booked_costs_document BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER booked_costs_document_no_update BEFORE UPDATE ON booked_costs_document BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TABLE booked_costs_document (
  decision_id INTEGER NOT NULL REFERENCES claim_decision (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (decision_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX booked_costs_document_document ON booked_costs_document (document_id, decision_id);

CREATE TABLE booked_together (
  entry_id INTEGER PRIMARY KEY REFERENCES journal_entry (id),
  lead_entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
  CHECK (entry_id <> lead_entry_id)
) STRICT;

CREATE INDEX booked_together_lead ON booked_together (lead_entry_id);

CREATE TRIGGER claim_decision_no_delete BEFORE DELETE ON claim_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER claim_decision_no_update BEFORE UPDATE ON claim_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TABLE claim_decision (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_id INTEGER REFERENCES document (id),
  what TEXT NOT NULL CHECK (what IN ('interest', 'costs')),
  decision TEXT NOT NULL CHECK (decision IN ('waive', 'keep', 'book')),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  working TEXT NOT NULL CHECK (json_valid(working)),
  reason TEXT NOT NULL,
  entry_id INTEGER REFERENCES journal_entry (id),
  claim_document_id INTEGER REFERENCES document (id),
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '????-??-??'),
  at TEXT NOT NULL,
  CHECK ((decision = 'book') = (entry_id IS NOT NULL)),
  CHECK ((decision = 'book') = (claim_document_id IS NOT NULL))
) STRICT;

CREATE INDEX claim_decision_claim ON claim_decision (claim_document_id) WHERE claim_document_id IS NOT NULL;

CREATE INDEX claim_decision_customer ON claim_decision (customer_id, id);

CREATE INDEX claim_decision_document ON claim_decision (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX claim_decision_entry ON claim_decision (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE column_mapping (
  signature TEXT PRIMARY KEY,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('accounts-payable', 'approver', 'buyer', 'project', 'management', 'legal', 'other')),
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT CHECK (language IS NULL OR language IN ('nl', 'fr', 'en', 'de')),
  is_payment_contact INTEGER NOT NULL CHECK (is_payment_contact IN (0, 1)),
  can_release_payment INTEGER NOT NULL CHECK (can_release_payment IN (0, 1)),
  removed_at TEXT
) STRICT;

CREATE INDEX contact_customer ON contact (customer_id);

CREATE UNIQUE INDEX contact_one_payment_contact ON contact (customer_id) WHERE is_payment_contact = 1 AND removed_at IS NULL;

CREATE TRIGGER correspondence_document_no_delete BEFORE DELETE ON correspondence_document BEGIN SELECT RAISE(ABORT, 'what a letter lists is append-only'); END;

CREATE TRIGGER correspondence_document_no_update BEFORE UPDATE ON correspondence_document BEGIN SELECT RAISE(ABORT, 'what a letter lists is append-only'); END;

CREATE TABLE correspondence_document (
  message_id INTEGER NOT NULL REFERENCES message (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL,
  PRIMARY KEY (message_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX correspondence_document_document ON correspondence_document (document_id);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES customer (id),
  match_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('business', 'consumer')),
  country TEXT NOT NULL CHECK (length(country) = 2),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
  attention TEXT NOT NULL,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  vat_number TEXT NOT NULL,
  registration_number TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  term_days INTEGER CHECK (term_days IS NULL OR term_days BETWEEN 0 AND 365),
  ladder TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'letter')),
  insolvent_on TEXT CHECK (insolvent_on IS NULL OR insolvent_on GLOB '????-??-??'),
  edited_fields TEXT NOT NULL CHECK (json_valid(edited_fields)),
  import_file_id INTEGER REFERENCES import_file (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX customer_name ON customer (name COLLATE NOCASE);

CREATE INDEX customer_number ON customer (number) WHERE number <> '';

CREATE INDEX customer_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX customer_registration ON customer (registration_number) WHERE registration_number <> '';

CREATE INDEX customer_vat ON customer (vat_number) WHERE vat_number <> '';

CREATE TABLE customer_iban (
  iban TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  origin TEXT NOT NULL CHECK (origin IN ('match', 'person', 'import')),
  at TEXT NOT NULL,
  PRIMARY KEY (iban, customer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_iban_customer ON customer_iban (customer_id);

CREATE TABLE customer_law (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  is_treated_as_consumer INTEGER NOT NULL CHECK (is_treated_as_consumer IN (0, 1)),
  is_term_agreed INTEGER CHECK (is_term_agreed IS NULL OR is_term_agreed IN (0, 1)),
  interest_percent TEXT CHECK (interest_percent IS NULL OR length(interest_percent) BETWEEN 1 AND 10),
  is_simple INTEGER NOT NULL CHECK (is_simple IN (0, 1)),
  after_payment TEXT CHECK (after_payment IS NULL OR after_payment IN ('keep', 'waive')),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER direct_debit_no_delete BEFORE DELETE ON direct_debit BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TRIGGER direct_debit_no_update BEFORE UPDATE ON direct_debit BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TABLE direct_debit (
  id INTEGER PRIMARY KEY,
  direct_debit_order_id INTEGER NOT NULL REFERENCES direct_debit_order (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  end_to_end_id TEXT NOT NULL CHECK (length(end_to_end_id) > 0),
  cents INTEGER NOT NULL CHECK (cents > 0),
  currency TEXT NOT NULL,
  collect_on TEXT,
  mandate_id TEXT,
  debtor_iban TEXT
) STRICT;

CREATE INDEX direct_debit_document ON direct_debit (document_id);

CREATE INDEX direct_debit_in_order ON direct_debit (direct_debit_order_id);

CREATE TRIGGER direct_debit_order_no_delete BEFORE DELETE ON direct_debit_order BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TRIGGER direct_debit_order_no_update BEFORE UPDATE ON direct_debit_order BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TABLE direct_debit_order (
  id INTEGER PRIMARY KEY,
  message TEXT NOT NULL CHECK (length(message) > 0),
  account TEXT NOT NULL,
  file_name TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX direct_debit_order_message ON direct_debit_order (message);

CREATE TRIGGER direct_debit_withdrawal_no_delete BEFORE DELETE ON direct_debit_withdrawal BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TRIGGER direct_debit_withdrawal_no_update BEFORE UPDATE ON direct_debit_withdrawal BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TABLE direct_debit_withdrawal (
  direct_debit_order_id INTEGER PRIMARY KEY REFERENCES direct_debit_order (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE discount_term (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 5000),
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
  at TEXT NOT NULL
) STRICT;

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

CREATE TRIGGER document_has_balance AFTER INSERT ON document
BEGIN INSERT INTO document_balance (document_id, customer_id, open, settled_on) VALUES (NEW.id, NEW.customer_id, 0, NULL); END;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind = 'invoice' OR kind = 'creditNote' OR kind = 'claim'),
  type_code TEXT NOT NULL,
  number TEXT NOT NULL CHECK (length(number) > 0),
  match_key TEXT NOT NULL,
  issue_date TEXT NOT NULL CHECK (issue_date GLOB '????-??-??'),
  due_date TEXT CHECK (due_date IS NULL OR due_date GLOB '????-??-??'),
  due_date_origin TEXT NOT NULL CHECK (due_date_origin = 'stated' OR due_date_origin = 'payment-means' OR due_date_origin = 'terms-text'
    OR due_date_origin = 'customer-default' OR due_date_origin = 'unknown'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  total INTEGER NOT NULL,
  payment_reference TEXT,
  reference_key TEXT,
  order_reference TEXT,
  buyer_reference TEXT,
  collect_hold TEXT,
  credits_numbers TEXT NOT NULL CHECK (json_valid(credits_numbers)),
  import_file_id INTEGER REFERENCES import_file (id),
  origin TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX document_customer ON document (customer_id, issue_date);

CREATE INDEX document_due ON document (coalesce(due_date, issue_date)) WHERE removed_at IS NULL;

CREATE INDEX document_foreign ON document (id) WHERE currency <> 'EUR';

CREATE UNIQUE INDEX document_identity ON document (customer_id, match_key, kind) WHERE removed_at IS NULL;

CREATE INDEX document_import_file ON document (import_file_id) WHERE import_file_id IS NOT NULL;

CREATE INDEX document_issue ON document (issue_date, total);

CREATE INDEX document_match_key ON document (match_key);

CREATE INDEX document_number ON document (number, order_reference, customer_id) WHERE removed_at IS NULL;

CREATE INDEX document_reference ON document (reference_key) WHERE reference_key IS NOT NULL;

CREATE TABLE document_balance (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  open INTEGER NOT NULL,
  settled_on TEXT
) STRICT;

CREATE INDEX document_balance_customer ON document_balance (customer_id, settled_on);

CREATE INDEX document_balance_open ON document_balance (document_id, open) WHERE open <> 0;

CREATE INDEX document_balance_size ON document_balance (open);

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

CREATE INDEX due_step_message ON due_step (message_id);

CREATE INDEX due_step_state ON due_step (state);

CREATE TRIGGER entry_seal_balanced BEFORE INSERT ON entry_seal
WHEN (SELECT count(*) < 2 OR sum(cents) <> 0 FROM posting WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'entry does not balance'); END;

CREATE TRIGGER entry_seal_no_delete BEFORE DELETE ON entry_seal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER entry_seal_no_update BEFORE UPDATE ON entry_seal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE entry_seal (
  entry_id INTEGER PRIMARY KEY REFERENCES journal_entry (id)
) STRICT;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE INDEX event_kind ON event (kind);

CREATE INDEX event_subject ON event (subject, subject_id);

CREATE TRIGGER file_no_update BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'stored files are never changed'); END;

CREATE TABLE file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;

CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  handover_party_id INTEGER NOT NULL REFERENCES handover_party (id),
  party TEXT NOT NULL CHECK (json_valid(party)),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX handover_customer ON handover (customer_id, id);

CREATE INDEX handover_handover_party ON handover (handover_party_id);

CREATE TRIGGER handover_end_no_delete BEFORE DELETE ON handover_end BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;

CREATE TRIGGER handover_end_no_update BEFORE UPDATE ON handover_end BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;

CREATE TABLE handover_end (
  handover_id INTEGER PRIMARY KEY REFERENCES handover (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE handover_party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('bailiff', 'agency', 'lawyer')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  attention TEXT NOT NULL,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  country TEXT NOT NULL CHECK (length(country) = 2),
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  registration TEXT NOT NULL,
  is_standard INTEGER NOT NULL CHECK (is_standard IN (0, 1)),
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX handover_party_standard ON handover_party (country) WHERE is_standard = 1 AND removed_at IS NULL;

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

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoices', 'bank', 'mixed')),
  at TEXT NOT NULL,
  undone_at TEXT,
  problems INTEGER NOT NULL CHECK (problems >= 0)
) STRICT;

CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  name TEXT NOT NULL,
  reader TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  deflated BLOB NOT NULL
) STRICT;

CREATE INDEX import_file_import ON import_file (import_id);

CREATE INDEX import_file_sha256 ON import_file (sha256);

CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY REFERENCES entry_seal (entry_id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  effective_date TEXT NOT NULL CHECK (effective_date GLOB '????-??-??'),
  recorded_at TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  reverses_id INTEGER UNIQUE REFERENCES journal_entry (id),
  import_id INTEGER REFERENCES import (id),
  actor TEXT NOT NULL CHECK (actor = 'program' OR actor = 'person'),
  reason TEXT NOT NULL CHECK (json_valid(reason))
) STRICT;

CREATE INDEX journal_entry_import ON journal_entry (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER law_rate_no_delete BEFORE DELETE ON law_rate BEGIN SELECT RAISE(ABORT, 'typed rates are append-only'); END;

CREATE TRIGGER law_rate_no_update BEFORE UPDATE ON law_rate BEGIN SELECT RAISE(ABORT, 'typed rates are append-only'); END;

CREATE TABLE law_rate (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL CHECK (series IN ('nl-trade', 'nl-statutory', 'be-trade', 'be-trade-before-2013', 'be-civil')),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  percent TEXT NOT NULL CHECK (length(percent) BETWEEN 1 AND 10),
  source TEXT NOT NULL CHECK (length(source) > 0),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE learned (
  kind TEXT NOT NULL CHECK (kind IN ('account', 'name', 'takes-discount', 'deducts-bank-costs', 'leaves-small-difference')),
  key TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  times INTEGER NOT NULL CHECK (times >= 0),
  max_cents INTEGER NOT NULL CHECK (max_cents >= 0),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  revoked_at TEXT,
  PRIMARY KEY (kind, key, customer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX learned_customer ON learned (customer_id);

CREATE TRIGGER letter_template_no_delete BEFORE DELETE ON letter_template BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;

CREATE TRIGGER letter_template_no_update BEFORE UPDATE ON letter_template BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;

CREATE TABLE letter_template (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
  country TEXT NOT NULL CHECK (country IN ('NL', 'BE')),
  customer_kind TEXT NOT NULL CHECK (customer_kind IN ('business', 'consumer')),
  version INTEGER NOT NULL CHECK (version > 0),
  words TEXT CHECK (words IS NULL OR json_valid(words)),
  at TEXT NOT NULL,
  UNIQUE (kind, language, country, customer_kind, version)
) STRICT;

CREATE TRIGGER message_frozen BEFORE UPDATE ON message
WHEN OLD.approved_at IS NOT NULL AND (
  NEW.customer_id IS NOT OLD.customer_id OR NEW.step IS NOT OLD.step OR NEW.channel IS NOT OLD.channel OR NEW.recipient IS NOT OLD.recipient
  OR NEW.subject IS NOT OLD.subject OR NEW.text IS NOT OLD.text OR NEW.html IS NOT OLD.html OR NEW.pdf_sha256 IS NOT OLD.pdf_sha256
  OR NEW.content IS NOT OLD.content OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.cents IS NOT OLD.cents OR NEW.approved_at IS NOT OLD.approved_at
  OR NEW.reference IS NOT OLD.reference OR NEW.message_id_header IS NOT OLD.message_id_header OR NEW.language IS NOT OLD.language)
BEGIN SELECT RAISE(ABORT, 'an approved message is never changed'); END;

CREATE TRIGGER message_no_delete BEFORE DELETE ON message WHEN OLD.approved_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an approved message is never deleted'); END;

CREATE TRIGGER message_sent_is_final BEFORE UPDATE ON message
WHEN OLD.state = 'sent' AND NEW.state <> 'sent' AND NOT (OLD.channel = 'letter' AND NEW.state = 'approved' AND NEW.sent_on IS NULL AND NEW.sent_at IS NULL
  AND EXISTS (SELECT 1 FROM posting_correction c WHERE c.message_id = OLD.id AND c.posted_on = OLD.sent_on AND c.posted_at = OLD.sent_at))
BEGIN SELECT RAISE(ABORT, 'a sent message stays sent'); END;

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

CREATE INDEX message_customer ON message (customer_id, planned_on);

CREATE UNIQUE INDEX message_one_a_day ON message (customer_id, planned_on) WHERE state <> 'cancelled';

CREATE INDEX message_state ON message (state);

CREATE TABLE message_document (
  message_id INTEGER NOT NULL REFERENCES message (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL,
  PRIMARY KEY (message_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_document_document ON message_document (document_id);

CREATE TRIGGER message_event_no_delete BEFORE DELETE ON message_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER message_event_no_update BEFORE UPDATE ON message_event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE message_event (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE INDEX message_event_message ON message_event (message_id);

CREATE TABLE money_back (
  entry_id INTEGER PRIMARY KEY REFERENCES journal_entry (id),
  bank_entry_id INTEGER NOT NULL REFERENCES bank_entry (id),
  kind TEXT NOT NULL CHECK (kind IN ('return', 'refund')),
  reversed_bank_entry_id INTEGER REFERENCES bank_entry (id),
  cents INTEGER NOT NULL CHECK (cents > 0),
  cost_cents INTEGER NOT NULL CHECK (cost_cents >= 0),
  claim_document_id INTEGER REFERENCES document (id),
  CHECK ((kind = 'return') = (reversed_bank_entry_id IS NOT NULL))
) STRICT;

CREATE INDEX money_back_bank_entry ON money_back (bank_entry_id);

CREATE INDEX money_back_claim ON money_back (claim_document_id) WHERE claim_document_id IS NOT NULL;

CREATE INDEX money_back_reversed ON money_back (reversed_bank_entry_id) WHERE reversed_bank_entry_id IS NOT NULL;

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

CREATE TABLE own_account (
  id INTEGER PRIMARY KEY,
  iban TEXT NOT NULL UNIQUE,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  ownership TEXT NOT NULL CHECK (ownership IN ('ours', 'not-ours', 'unknown'))
) STRICT;

CREATE TRIGGER payment_plan_no_delete BEFORE DELETE ON payment_plan BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TRIGGER payment_plan_no_update BEFORE UPDATE ON payment_plan BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  reference TEXT NOT NULL UNIQUE CHECK (length(reference) > 0),
  currency TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  sign_by TEXT NOT NULL,
  is_interest_waived INTEGER NOT NULL CHECK (is_interest_waived IN (0, 1)),
  after_entry_id INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX payment_plan_customer ON payment_plan (customer_id);

CREATE TRIGGER payment_plan_document_no_delete BEFORE DELETE ON payment_plan_document BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TRIGGER payment_plan_document_no_update BEFORE UPDATE ON payment_plan_document BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_document (
  payment_plan_id INTEGER NOT NULL REFERENCES payment_plan (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL CHECK (open > 0),
  PRIMARY KEY (payment_plan_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_plan_document_document ON payment_plan_document (document_id, payment_plan_id);

CREATE TRIGGER payment_plan_end_no_delete BEFORE DELETE ON payment_plan_end BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TRIGGER payment_plan_end_no_update BEFORE UPDATE ON payment_plan_end BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_end (
  payment_plan_id INTEGER PRIMARY KEY REFERENCES payment_plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('ended', 'cancelled')),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  ended_on TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER payment_plan_event_no_delete BEFORE DELETE ON payment_plan_event BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

CREATE TRIGGER payment_plan_event_no_update BEFORE UPDATE ON payment_plan_event BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

CREATE TABLE payment_plan_event (
  id INTEGER PRIMARY KEY,
  payment_plan_id INTEGER NOT NULL REFERENCES payment_plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'noticed')),
  position INTEGER CHECK (position > 0),
  happened_on TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((kind = 'noticed') = (position IS NOT NULL))
) STRICT;

CREATE INDEX payment_plan_event_plan ON payment_plan_event (payment_plan_id);

CREATE TRIGGER payment_plan_event_withdrawal_no_delete BEFORE DELETE ON payment_plan_event_withdrawal BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

CREATE TRIGGER payment_plan_event_withdrawal_no_update BEFORE UPDATE ON payment_plan_event_withdrawal BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

CREATE TABLE payment_plan_event_withdrawal (
  payment_plan_event_id INTEGER PRIMARY KEY REFERENCES payment_plan_event (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER payment_plan_instalment_no_delete BEFORE DELETE ON payment_plan_instalment BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TRIGGER payment_plan_instalment_no_update BEFORE UPDATE ON payment_plan_instalment BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_instalment (
  payment_plan_id INTEGER NOT NULL REFERENCES payment_plan (id),
  position INTEGER NOT NULL CHECK (position > 0),
  due_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  PRIMARY KEY (payment_plan_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER posting_keeps_bank_entry_balance AFTER INSERT ON posting WHEN NEW.bank_entry_id IS NOT NULL
BEGIN
  INSERT INTO bank_entry_balance (bank_entry_id, unmatched) VALUES (NEW.bank_entry_id, -NEW.cents)
  ON CONFLICT (bank_entry_id) DO UPDATE SET unmatched = unmatched - NEW.cents;
END;

CREATE TRIGGER posting_keeps_document_balance AFTER INSERT ON posting WHEN NEW.document_id IS NOT NULL
BEGIN
  UPDATE document_balance SET open = open + NEW.cents,
    settled_on = CASE WHEN open + NEW.cents = 0 THEN (
      SELECT coalesce(max(CASE WHEN day.cents <> 0 THEN day.effective_date END), max(day.effective_date))
      FROM (SELECT p.effective_date, sum(p.cents) AS cents FROM posting p WHERE p.document_id = NEW.document_id GROUP BY p.effective_date) day
    ) END
  WHERE document_id = NEW.document_id;
END;

CREATE TRIGGER posting_keeps_sales AFTER INSERT ON posting WHEN NEW.account = 'sales'
BEGIN
  INSERT INTO sales_day (issue_date, currency, cents)
  VALUES (NEW.effective_date, (SELECT currency FROM journal_entry WHERE id = NEW.entry_id), -NEW.cents)
  ON CONFLICT (issue_date, currency) DO UPDATE SET cents = cents - NEW.cents;
END;

CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER posting_not_after_seal BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry_seal WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'entry is sealed'); END;

CREATE TRIGGER posting_same_date BEFORE INSERT ON posting
WHEN NEW.effective_date <> (SELECT effective_date FROM journal_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'posting and entry differ in date'); END;

CREATE TABLE "posting" (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
  account TEXT NOT NULL CHECK (account = 'receivable' OR account = 'unmatched' OR account = 'sales' OR account = 'bank' OR account = 'opening'
    OR account = 'write-off' OR account = 'payment-difference' OR account = 'bank-charges' OR account = 'early-payment-discount'
    OR account = 'interest-income' OR account = 'cost-income' OR account = 'books-adjustment' OR account = 'exchange'),
  document_id INTEGER REFERENCES document (id),
  bank_entry_id INTEGER REFERENCES bank_entry (id),
  own_account_id INTEGER REFERENCES own_account (id),
  cents INTEGER NOT NULL,
  effective_date TEXT NOT NULL,
  CHECK ((account = 'receivable') = (document_id IS NOT NULL)),
  CHECK ((account = 'unmatched') = (bank_entry_id IS NOT NULL)),
  CHECK ((account = 'bank') = (own_account_id IS NOT NULL))
) STRICT;

CREATE INDEX posting_bank_entry ON posting (bank_entry_id, effective_date, cents) WHERE bank_entry_id IS NOT NULL;

CREATE INDEX posting_date ON posting (effective_date, account, document_id, bank_entry_id, cents);

CREATE INDEX posting_difference ON posting (entry_id, account, cents)
  WHERE document_id IS NULL AND bank_entry_id IS NULL AND own_account_id IS NULL AND account <> 'sales';

CREATE INDEX posting_document ON posting (document_id, effective_date, cents) WHERE document_id IS NOT NULL;

CREATE INDEX posting_entry ON posting (entry_id, cents);

CREATE TRIGGER posting_correction_no_delete BEFORE DELETE ON posting_correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TRIGGER posting_correction_no_update BEFORE UPDATE ON posting_correction BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TRIGGER posting_correction_of_posting BEFORE INSERT ON posting_correction
WHEN NOT EXISTS (SELECT 1 FROM message m WHERE m.id = NEW.message_id AND m.channel = 'letter' AND m.state = 'sent' AND m.sent_on = NEW.posted_on AND m.sent_at = NEW.posted_at)
BEGIN SELECT RAISE(ABORT, 'only a letter that was called posted can be corrected'); END;

CREATE TABLE posting_correction (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '????-??-??'),
  posted_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX posting_correction_message ON posting_correction (message_id);

CREATE TRIGGER print_run_no_delete BEFORE DELETE ON print_run BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

CREATE TRIGGER print_run_no_update BEFORE UPDATE ON print_run BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

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

CREATE TRIGGER print_run_message_no_delete BEFORE DELETE ON print_run_message BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

CREATE TRIGGER print_run_message_no_update BEFORE UPDATE ON print_run_message BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

CREATE TABLE print_run_message (
  print_run_id INTEGER NOT NULL REFERENCES print_run (id),
  message_id INTEGER NOT NULL REFERENCES message (id),
  position INTEGER NOT NULL CHECK (position > 0),
  first_page INTEGER NOT NULL CHECK (first_page > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  PRIMARY KEY (print_run_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX print_run_message_message ON print_run_message (message_id, print_run_id);

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  promised_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  cancelled_at TEXT
) STRICT;

CREATE INDEX promise_customer ON promise (customer_id);

CREATE TRIGGER proof_no_change BEFORE UPDATE ON proof
WHEN NEW.id IS NOT OLD.id OR NEW.customer_id IS NOT OLD.customer_id OR NEW.document_id IS NOT OLD.document_id OR NEW.message_id IS NOT OLD.message_id OR NEW.kind IS NOT OLD.kind
  OR NEW.name IS NOT OLD.name OR NEW.mime IS NOT OLD.mime OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.deflated IS NOT OLD.deflated OR NEW.pages IS NOT OLD.pages OR NEW.added_at IS NOT OLD.added_at OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE(ABORT, 'a proof is never changed'); END;

CREATE TRIGGER proof_no_delete BEFORE DELETE ON proof BEGIN SELECT RAISE(ABORT, 'a proof is never deleted'); END;

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

CREATE TABLE sales_day (
  issue_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (issue_date, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  own_account_id INTEGER NOT NULL REFERENCES own_account (id),
  import_file_id INTEGER NOT NULL REFERENCES import_file (id),
  number TEXT,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  opening INTEGER,
  closing INTEGER,
  opening_date TEXT,
  closing_date TEXT,
  adds_up INTEGER NOT NULL CHECK (adds_up IN (0, 1)),
  difference INTEGER NOT NULL,
  entries INTEGER NOT NULL CHECK (entries >= 0),
  removed_at TEXT
) STRICT;

CREATE INDEX statement_account ON statement (own_account_id, closing_date);

CREATE INDEX statement_import_file ON statement (import_file_id);
