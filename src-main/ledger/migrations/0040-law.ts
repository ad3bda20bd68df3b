import type { Migration } from './migration.ts';

/**
 * What the law needs beside the journal: rates that a user typed in, how a customer is to be treated, and what was decided about claims for
 * interest and costs. Claims themselves are computed; only what was decided is kept, and nothing of it is ever changed in place.
 */
export const law: Migration = {
  version: 40,
  name: 'law',
  changesRowsOf: [],
  sql: `
CREATE TABLE law_rate (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL CHECK (series IN ('nl-trade', 'nl-statutory', 'be-trade', 'be-trade-before-2013', 'be-civil')),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  percent TEXT NOT NULL CHECK (length(percent) BETWEEN 1 AND 10),
  source TEXT NOT NULL CHECK (length(source) > 0),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER law_rate_no_update BEFORE UPDATE ON law_rate BEGIN SELECT RAISE(ABORT, 'typed rates are append-only'); END;
CREATE TRIGGER law_rate_no_delete BEFORE DELETE ON law_rate BEGIN SELECT RAISE(ABORT, 'typed rates are append-only'); END;

CREATE TABLE customer_law (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  is_treated_as_consumer INTEGER NOT NULL CHECK (is_treated_as_consumer IN (0, 1)),
  is_term_agreed INTEGER CHECK (is_term_agreed IS NULL OR is_term_agreed IN (0, 1)),
  interest_percent TEXT CHECK (interest_percent IS NULL OR length(interest_percent) BETWEEN 1 AND 10),
  is_simple INTEGER NOT NULL CHECK (is_simple IN (0, 1)),
  after_payment TEXT CHECK (after_payment IS NULL OR after_payment IN ('keep', 'waive')),
  changed_at TEXT NOT NULL
) STRICT;

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
CREATE INDEX claim_decision_customer ON claim_decision (customer_id, id);
CREATE INDEX claim_decision_document ON claim_decision (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX claim_decision_entry ON claim_decision (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX claim_decision_claim ON claim_decision (claim_document_id) WHERE claim_document_id IS NOT NULL;
CREATE TRIGGER claim_decision_no_update BEFORE UPDATE ON claim_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER claim_decision_no_delete BEFORE DELETE ON claim_decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
`,
};
