import type { Migration } from './migration.ts';

/**
 * What users changed in the texts of letters, as versions that are only ever added: the newest of a letter, language, country and kind of
 * reader holds. A version without changes is the way back to our texts.
 */
export const letterTemplates: Migration = {
  version: 60,
  name: 'letter-templates',
  changesRowsOf: [],
  sql: `
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
CREATE TRIGGER letter_template_no_update BEFORE UPDATE ON letter_template BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;
CREATE TRIGGER letter_template_no_delete BEFORE DELETE ON letter_template BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;
`,
};
