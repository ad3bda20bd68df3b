import type { Migration } from './migration.ts';

/**
 * For which documents costs were asked or booked. A letter that asked the 40 euros between businesses is remembered with its documents, so
 * that they are not asked a second time for the same debt; booked costs know the documents that they cover. Letters that went out before
 * and asked more than the documents are taken to have asked them: that asks less, never more. Costs booked before cover what had fallen due.
 */
export const costsOfDocuments: Migration = {
  version: 110,
  name: 'costs-of-documents',
  changesRowsOf: [],
  sql: `
CREATE TABLE asked_costs (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  rule TEXT NOT NULL CHECK (length(rule) > 0),
  cents INTEGER NOT NULL CHECK (cents > 0)
) STRICT;
CREATE TRIGGER asked_costs_no_update BEFORE UPDATE ON asked_costs BEGIN SELECT RAISE(ABORT, 'what was asked stays asked'); END;
CREATE TRIGGER asked_costs_no_delete BEFORE DELETE ON asked_costs BEGIN SELECT RAISE(ABORT, 'what was asked stays asked'); END;
INSERT INTO asked_costs (message_id, rule, cents)
  SELECT m.id, CASE c.country WHEN 'BE' THEN 'costs-trade-fixed-be' ELSE 'costs-trade-minimum-nl' END, 4000
  FROM message m JOIN customer c ON c.id = m.customer_id
  WHERE c.kind = 'business' AND c.country IN ('NL', 'BE') AND m.state IN ('approved', 'sending', 'sent', 'unconfirmed') AND json_valid(m.content)
    AND m.step IN ('demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'default-notice', 'pre-legal-letter')
    AND json_extract(m.content, '$.letter.claim.cents') >= m.cents + 4000;

CREATE TABLE booked_costs_document (
  decision_id INTEGER NOT NULL REFERENCES claim_decision (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (decision_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX booked_costs_document_document ON booked_costs_document (document_id, decision_id);
CREATE TRIGGER booked_costs_document_no_update BEFORE UPDATE ON booked_costs_document BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER booked_costs_document_no_delete BEFORE DELETE ON booked_costs_document BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
INSERT INTO booked_costs_document (decision_id, document_id)
  SELECT x.id, d.id FROM claim_decision x JOIN document d ON d.customer_id = x.customer_id
  WHERE x.what = 'costs' AND x.decision = 'book' AND d.kind = 'invoice' AND d.due_date < x.decided_on;
`,
};
