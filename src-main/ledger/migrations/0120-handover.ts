import type { Migration } from './migration.ts';

/**
 * To whom claims are handed over, and which customers are. A party can be changed, so a handover keeps it as it was; handovers are only ever
 * added and end by a row of their own.
 */
export const handover: Migration = {
  version: 120,
  name: 'handover',
  changesRowsOf: [],
  sql: `
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
CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;

CREATE TABLE handover_end (
  handover_id INTEGER PRIMARY KEY REFERENCES handover (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER handover_end_no_update BEFORE UPDATE ON handover_end BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;
CREATE TRIGGER handover_end_no_delete BEFORE DELETE ON handover_end BEGIN SELECT RAISE(ABORT, 'handovers are append-only'); END;
`,
};
