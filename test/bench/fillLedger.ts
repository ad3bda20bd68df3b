/**
 * Fills an empty ledger with invented history for measurements: invoices over ten years, every second one paid by a bank line that settles
 * two at once, some paid in part, some never. Row by row this would take minutes; here the triggers step aside inside one transaction,
 * SQL makes the rows, and the derived tables are computed from the journal. Only for tests: the program itself never does this.
 */
import type Database from 'better-sqlite3';
import type { Ledger } from '../../src-main/ledger/connection.ts';

export type FillRequest = { readonly ledger: Ledger; readonly documents: number; readonly customers: number; readonly today: string; /** False leaves every document open: no bank lines at all. */ readonly isPaid?: boolean };

/** Two journal entries per document: one for the invoice, and one receipt and one allocation for each two of them. */
export function fillLedger({ ledger, documents, customers, today, isPaid = true }: FillRequest): void {
  ledger.write(({ sqlite }) => {
    const triggers = sqlite.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
    sqlite.exec(`CREATE TEMP TABLE pair AS ${pairs}${isPaid ? '' : ' AND 0'}`.replaceAll(':pairs', String(documents / 2)).replaceAll(':today', `'${today}'`));
    insertParties(sqlite, customers);
    insertDocuments(sqlite, { documents, customers, today });
    insertBankEntries(sqlite);
    insertJournal(sqlite, documents);
    sqlite.exec(derived);
    sqlite.exec('DROP TABLE pair');
    for (const { sql } of triggers) sqlite.exec(sql);
  });
}

const numbers = (count: string): string => `WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ${count})`;
const total = (i: string): string => `(10000 + (${i}) * 37 % 900000)`;

/** Bank line k pays documents 2k-1 and 2k; each hundredth pair stays open, each fiftieth pays half of its second document. */
const pairs = `${numbers(':pairs')} SELECT i AS k, ${total('2 * i - 1')} AS first_cents,
  CASE WHEN i % 50 = 0 THEN ${total('2 * i')} / 2 ELSE ${total('2 * i')} END AS second_cents,
  date(:today, '-' || CAST(3650 - 3650.0 * i / :pairs - 35 AS INTEGER) || ' days') AS book_date
FROM number WHERE i % 100 <> 0 AND 3650 - 3650.0 * i / :pairs >= 36`;

function insertParties(sqlite: Database.Database, customers: number): void {
  sqlite.exec(`INSERT INTO import (id, kind, at, undone_at, problems) VALUES (1, 'mixed', '2026-01-01T00:00:00Z', NULL, 0);
    INSERT INTO import_file (id, import_id, name, reader, sha256, size, deflated) VALUES (1, 1, 'bench.xml', 'bench', '${'0'.repeat(64)}', 0, x'');
    INSERT INTO own_account (id, iban, currency, ownership) VALUES (1, 'NL00BNCH0000000001', 'EUR', 'ours');
    INSERT INTO statement (id, own_account_id, import_file_id, number, currency, opening, closing, opening_date, closing_date, adds_up, difference, entries, removed_at)
      VALUES (1, 1, 1, '1', 'EUR', NULL, NULL, NULL, NULL, 1, 0, 0, NULL);
    ${numbers(String(customers))} INSERT INTO customer SELECT i, NULL, 'customer ' || i, 'Customer ' || i, CAST(i AS TEXT), 'business', 'NL', 'nl', '',
      'Example street ' || i, '1000 AA', 'Example', '', '', 'accounts' || i || '@customer.example', '', NULL, NULL, 'email', NULL, '[]', 1, '2026-01-01T00:00:00Z' FROM number;`);
}

function insertDocuments(
  sqlite: Database.Database,
  { documents, customers, today }: { documents: number; customers: number; today: string },
): void {
  sqlite
    .prepare(
      `${numbers(String(documents))}, dated AS (SELECT i, date(@today, '-' || CAST(3650 - 3650.0 * i / ${documents} AS INTEGER) || ' days') AS issued FROM number)
      INSERT INTO document SELECT i, 1 + i * 7919 % ${customers}, 'invoice', '380', 'F' || i, 'f' || i, issued, date(issued, '+30 days'), 'stated', 'EUR', ${total('i')},
        NULL, NULL, NULL, NULL, NULL, '[]', 1, '{"line":' || i || '}', NULL FROM dated`,
    )
    .run({ today });
}

function insertBankEntries(sqlite: Database.Database): void {
  sqlite.exec(`INSERT INTO bank_entry SELECT k, 1, 1, book_date, book_date, first_cents + second_cents, 'EUR', 'NL00BNCH' || printf('%010d', k), 'Customer of pair ' || k,
    'invoice F' || (2 * k - 1) || ' and F' || (2 * k), NULL, NULL, 'E2E-' || k, NULL, NULL, 'REF' || k, 'key-' || k, 'weak-' || k, 1,
    ':61:' || book_date || 'CR' || (first_cents + second_cents) || 'NTRFE2E-' || k || '//REF' || k, '{"line":' || k || '}', NULL, NULL, NULL, NULL FROM pair;`);
}

/** Invoice entries take the ids 1 to n; receipt and allocation of pair k take n + 2k - 1 and n + 2k. */
function insertJournal(sqlite: Database.Database, documents: number): void {
  const reason = (rule: string): string => `'{"code":"${rule}","params":{}}'`;
  const entry = 'INSERT INTO journal_entry (id, kind, effective_date, recorded_at, currency, reverses_id, import_id, actor, reason) SELECT';
  const line = 'INSERT INTO posting (entry_id, account, document_id, bank_entry_id, own_account_id, cents, effective_date) SELECT';
  sqlite.exec(`
    ${entry} id, 'invoice', issue_date, issue_date || 'T08:00:00Z', 'EUR', NULL, 1, 'program', ${reason('bench.invoice')} FROM document;
    ${entry} ${documents} + 2 * k - 1, 'receipt', book_date, book_date || 'T08:00:00Z', 'EUR', NULL, 1, 'program', ${reason('bench.receipt')} FROM pair;
    ${entry} ${documents} + 2 * k, 'allocation', book_date, book_date || 'T08:00:00Z', 'EUR', NULL, 1, 'program', ${reason('bench.allocation')} FROM pair;
    ${line} d.id, CASE WHEN side.value > 0 THEN 'receivable' ELSE 'sales' END, CASE WHEN side.value > 0 THEN d.id END, NULL, NULL, d.total * side.value, d.issue_date
      FROM document d, (SELECT 1 AS value UNION ALL SELECT -1) side;
    ${line} ${documents} + 2 * k - 1, CASE WHEN side.value > 0 THEN 'bank' ELSE 'unmatched' END, NULL, CASE WHEN side.value < 0 THEN k END,
      CASE WHEN side.value > 0 THEN 1 END, (first_cents + second_cents) * side.value, book_date FROM pair, (SELECT 1 AS value UNION ALL SELECT -1) side;
    ${line} ${documents} + 2 * k, CASE part.value WHEN 0 THEN 'unmatched' ELSE 'receivable' END, CASE part.value WHEN 1 THEN 2 * k - 1 WHEN 2 THEN 2 * k END,
      CASE part.value WHEN 0 THEN k END, NULL, CASE part.value WHEN 0 THEN first_cents + second_cents WHEN 1 THEN -first_cents ELSE -second_cents END, book_date
      FROM pair, (SELECT 0 AS value UNION ALL SELECT 1 UNION ALL SELECT 2) part;
    INSERT INTO entry_seal SELECT id FROM journal_entry;
    INSERT INTO allocation SELECT ${documents} + 2 * k, k, NULL, 2 * k - 1, first_cents, 'bench' FROM pair;
    INSERT INTO allocation SELECT ${documents} + 2 * k, k, NULL, 2 * k, second_cents, 'bench' FROM pair;`);
}

const derived = `
  INSERT INTO document_balance SELECT p.document_id, d.customer_id, sum(p.cents), CASE WHEN sum(p.cents) = 0 THEN max(p.effective_date) END
    FROM posting p JOIN document d ON d.id = p.document_id WHERE p.document_id IS NOT NULL GROUP BY p.document_id;
  INSERT INTO bank_entry_balance SELECT bank_entry_id, -sum(cents) FROM posting WHERE bank_entry_id IS NOT NULL GROUP BY bank_entry_id;
  INSERT INTO sales_day SELECT effective_date, 'EUR', -sum(cents) FROM posting WHERE account = 'sales' GROUP BY effective_date;`;
