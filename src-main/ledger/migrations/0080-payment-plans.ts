import type { Migration } from './migration.ts';

/**
 * Payment plans over one or several documents of a customer: what was agreed is never changed, and a plan ends by a row of its own. What is
 * paid of it is not kept but read from what was booked after `after_entry_id`, the newest entry when it was made. And our own direct debits,
 * as they were sent to the bank: which invoice an end-to-end id is for. An order that was not sent after all is withdrawn by a row. And which
 * stored collective bookings a later notification took apart, into which payments.
 */
export const paymentPlans: Migration = {
  version: 80,
  name: 'payment-plans',
  changesRowsOf: [],
  sql: `
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
CREATE TRIGGER payment_plan_no_update BEFORE UPDATE ON payment_plan BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;
CREATE TRIGGER payment_plan_no_delete BEFORE DELETE ON payment_plan BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_document (
  payment_plan_id INTEGER NOT NULL REFERENCES payment_plan (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  open INTEGER NOT NULL CHECK (open > 0),
  PRIMARY KEY (payment_plan_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_plan_document_document ON payment_plan_document (document_id, payment_plan_id);
CREATE TRIGGER payment_plan_document_no_update BEFORE UPDATE ON payment_plan_document BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;
CREATE TRIGGER payment_plan_document_no_delete BEFORE DELETE ON payment_plan_document BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_instalment (
  payment_plan_id INTEGER NOT NULL REFERENCES payment_plan (id),
  position INTEGER NOT NULL CHECK (position > 0),
  due_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  PRIMARY KEY (payment_plan_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payment_plan_instalment_no_update BEFORE UPDATE ON payment_plan_instalment BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;
CREATE TRIGGER payment_plan_instalment_no_delete BEFORE DELETE ON payment_plan_instalment BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE payment_plan_end (
  payment_plan_id INTEGER PRIMARY KEY REFERENCES payment_plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('ended', 'cancelled')),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  ended_on TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER payment_plan_end_no_update BEFORE UPDATE ON payment_plan_end BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;
CREATE TRIGGER payment_plan_end_no_delete BEFORE DELETE ON payment_plan_end BEGIN SELECT RAISE(ABORT, 'payment plans are append-only'); END;

CREATE TABLE direct_debit_order (
  id INTEGER PRIMARY KEY,
  message TEXT NOT NULL CHECK (length(message) > 0),
  account TEXT NOT NULL,
  file_name TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX direct_debit_order_message ON direct_debit_order (message);
CREATE TRIGGER direct_debit_order_no_update BEFORE UPDATE ON direct_debit_order BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;
CREATE TRIGGER direct_debit_order_no_delete BEFORE DELETE ON direct_debit_order BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

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
CREATE TRIGGER direct_debit_no_update BEFORE UPDATE ON direct_debit BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;
CREATE TRIGGER direct_debit_no_delete BEFORE DELETE ON direct_debit BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TABLE direct_debit_withdrawal (
  direct_debit_order_id INTEGER PRIMARY KEY REFERENCES direct_debit_order (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER direct_debit_withdrawal_no_update BEFORE UPDATE ON direct_debit_withdrawal BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;
CREATE TRIGGER direct_debit_withdrawal_no_delete BEFORE DELETE ON direct_debit_withdrawal BEGIN SELECT RAISE(ABORT, 'direct debits are append-only'); END;

CREATE TABLE batch_split (
  id INTEGER PRIMARY KEY,
  bank_entry_id INTEGER NOT NULL REFERENCES bank_entry (id),
  import_file_id INTEGER NOT NULL REFERENCES import_file (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX batch_split_file ON batch_split (import_file_id);
CREATE INDEX batch_split_entry ON batch_split (bank_entry_id);
CREATE TRIGGER batch_split_no_update BEFORE UPDATE ON batch_split BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;
CREATE TRIGGER batch_split_no_delete BEFORE DELETE ON batch_split BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;

CREATE TABLE batch_split_part (
  bank_entry_id INTEGER PRIMARY KEY REFERENCES bank_entry (id),
  batch_split_id INTEGER NOT NULL REFERENCES batch_split (id)
) STRICT;
CREATE INDEX batch_split_part_split ON batch_split_part (batch_split_id);
CREATE TRIGGER batch_split_part_no_update BEFORE UPDATE ON batch_split_part BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;
CREATE TRIGGER batch_split_part_no_delete BEFORE DELETE ON batch_split_part BEGIN SELECT RAISE(ABORT, 'splits of bookings are append-only'); END;
`,
};
