import type { Migration } from './migration.ts';

/**
 * What cash application needs beside the journal: money that went back, entries that one decision made together, what was learned
 * about payers, and the discount a customer may take. The journal gets an account for exchange: its list of accounts is a check of the table, so
 * the table is written anew with everything that guards it. Foreign keys are off while migrations run and nothing points at a posting.
 */
export const cashApplication: Migration = {
  version: 30,
  name: 'cash-application',
  changesRowsOf: [],
  sql: `
DROP TRIGGER entry_seal_balanced;
CREATE TABLE posting_with_exchange (
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
INSERT INTO posting_with_exchange (id, entry_id, account, document_id, bank_entry_id, own_account_id, cents, effective_date)
  SELECT id, entry_id, account, document_id, bank_entry_id, own_account_id, cents, effective_date FROM posting ORDER BY id;
DROP TABLE posting;
ALTER TABLE posting_with_exchange RENAME TO posting;
CREATE INDEX posting_entry ON posting (entry_id, cents);
CREATE INDEX posting_document ON posting (document_id, effective_date, cents) WHERE document_id IS NOT NULL;
CREATE INDEX posting_bank_entry ON posting (bank_entry_id, effective_date, cents) WHERE bank_entry_id IS NOT NULL;
CREATE INDEX posting_date ON posting (effective_date, account, document_id, bank_entry_id, cents);
CREATE INDEX posting_difference ON posting (entry_id, account, cents)
  WHERE document_id IS NULL AND bank_entry_id IS NULL AND own_account_id IS NULL AND account <> 'sales';
CREATE TRIGGER posting_not_after_seal BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry_seal WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'entry is sealed'); END;
CREATE TRIGGER posting_same_date BEFORE INSERT ON posting
WHEN NEW.effective_date <> (SELECT effective_date FROM journal_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'posting and entry differ in date'); END;
CREATE TRIGGER entry_seal_balanced BEFORE INSERT ON entry_seal
WHEN (SELECT count(*) < 2 OR sum(cents) <> 0 FROM posting WHERE entry_id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'entry does not balance'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER posting_keeps_document_balance AFTER INSERT ON posting WHEN NEW.document_id IS NOT NULL
BEGIN
  UPDATE document_balance SET open = open + NEW.cents,
    settled_on = CASE WHEN open + NEW.cents = 0 THEN (
      SELECT coalesce(max(CASE WHEN day.cents <> 0 THEN day.effective_date END), max(day.effective_date))
      FROM (SELECT p.effective_date, sum(p.cents) AS cents FROM posting p WHERE p.document_id = NEW.document_id GROUP BY p.effective_date) day
    ) END
  WHERE document_id = NEW.document_id;
END;
CREATE TRIGGER posting_keeps_bank_entry_balance AFTER INSERT ON posting WHEN NEW.bank_entry_id IS NOT NULL
BEGIN
  INSERT INTO bank_entry_balance (bank_entry_id, unmatched) VALUES (NEW.bank_entry_id, -NEW.cents)
  ON CONFLICT (bank_entry_id) DO UPDATE SET unmatched = unmatched - NEW.cents;
END;
CREATE TRIGGER posting_keeps_sales AFTER INSERT ON posting WHEN NEW.account = 'sales'
BEGIN
  INSERT INTO sales_day (issue_date, currency, cents)
  VALUES (NEW.effective_date, (SELECT currency FROM journal_entry WHERE id = NEW.entry_id), -NEW.cents)
  ON CONFLICT (issue_date, currency) DO UPDATE SET cents = cents - NEW.cents;
END;

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
CREATE INDEX money_back_reversed ON money_back (reversed_bank_entry_id) WHERE reversed_bank_entry_id IS NOT NULL;
CREATE INDEX money_back_claim ON money_back (claim_document_id) WHERE claim_document_id IS NOT NULL;

CREATE TABLE booked_together (
  entry_id INTEGER PRIMARY KEY REFERENCES journal_entry (id),
  lead_entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
  CHECK (entry_id <> lead_entry_id)
) STRICT;
CREATE INDEX booked_together_lead ON booked_together (lead_entry_id);

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

CREATE TABLE discount_term (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 5000),
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
  at TEXT NOT NULL
) STRICT;
`,
};
