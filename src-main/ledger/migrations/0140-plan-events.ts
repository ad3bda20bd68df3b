import type { Migration } from './migration.ts';

/**
 * What happens to a payment plan after it was made: both signed it, or a missed instalment was told in writing. Rows are only added; what
 * was recorded by mistake is taken back by a row of its own. A plan from before this was kept ran from the day it was made: it counts as
 * accepted on that day, by nobody named.
 */
export const planEvents: Migration = {
  version: 140,
  name: 'plan-events',
  changesRowsOf: [],
  sql: `
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
CREATE TRIGGER payment_plan_event_no_update BEFORE UPDATE ON payment_plan_event BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;
CREATE TRIGGER payment_plan_event_no_delete BEFORE DELETE ON payment_plan_event BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

CREATE TABLE payment_plan_event_withdrawal (
  payment_plan_event_id INTEGER PRIMARY KEY REFERENCES payment_plan_event (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER payment_plan_event_withdrawal_no_update BEFORE UPDATE ON payment_plan_event_withdrawal BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;
CREATE TRIGGER payment_plan_event_withdrawal_no_delete BEFORE DELETE ON payment_plan_event_withdrawal BEGIN SELECT RAISE(ABORT, 'what happened to a payment plan is append-only'); END;

INSERT INTO payment_plan_event (payment_plan_id, kind, position, happened_on, by_whom, at) SELECT id, 'accepted', NULL, agreed_on, '', at FROM payment_plan ORDER BY id;
`,
};
