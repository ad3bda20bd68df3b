/** Two steps with enough rows to be killed in their middle. */
import type { Migration } from '../../src-main/ledger/migrations/migration.ts';

const manyRows = 'WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 40000)';

export const slowMigrations: readonly Migration[] = [
  {
    version: 5000,
    name: 'slow',
    changesRowsOf: [],
    sql: `CREATE TABLE slow (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; ${manyRows} INSERT INTO slow SELECT i, hex(randomblob(20)) FROM number;
      CREATE INDEX slow_text ON slow (text);`,
  },
  {
    version: 5010,
    name: 'slower',
    changesRowsOf: [],
    sql: `CREATE TABLE slower (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; ${manyRows} INSERT INTO slower SELECT i, hex(randomblob(20)) FROM number;`,
  },
];
