/**
 * Everything that must always hold (design/ledger.md, "Always true"), asked of the file itself. The journal is the truth: what is derived is
 * held against it, never the other way round. Each check looks for rows that break its rule; none found means that the rule holds.
 */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { schemaVersionOf } from '../connect.ts';
import type { ReadableDb } from '../connection.ts';
import { journalCounts, type JournalCounts, unbalancedEntries, unsealedEntries } from '../journalRules.ts';
import { migrations } from '../migrations/index.ts';

/** Name of a rule, with a query that answers the ids (or names) of rows that break it. */
type Rule = { readonly name: string; readonly what: string; readonly offenders: string };

const receivableLow = `CASE WHEN d.kind = 'creditNote' THEN -abs(d.total) ELSE min(0, d.total) END`;
const receivableHigh = `CASE WHEN d.kind = 'creditNote' THEN 0 ELSE max(0, d.total) END`;

/** Open balance and day of settlement of each document as the journal has them; a day whose postings cancel out settles nothing. A document over nothing has no postings. */
const documentsByJournal = `SELECT id AS document_id, 0 AS open, NULL AS settled_on FROM document d
    WHERE d.total = 0 AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.document_id = d.id)
  UNION ALL SELECT document_id, sum(cents) AS open,
    CASE WHEN sum(cents) = 0 THEN coalesce(max(CASE WHEN cents <> 0 THEN effective_date END), max(effective_date)) END AS settled_on
  FROM (SELECT document_id, effective_date, sum(cents) AS cents FROM posting WHERE document_id IS NOT NULL GROUP BY document_id, effective_date)
  GROUP BY document_id`;

/** What is derived and what the journal says lie in one heap; each row must then be there exactly twice. One pass, also for a million. */
const withoutTwin = (columns: string): string => `GROUP BY ${columns} HAVING count(*) <> 2`;

/**
 * A booking is one row, or one row per payment of a batch: those carry the key of the booking with a number behind a dot. Payments that
 * took the place of a row later are not counted beside it.
 */
const bookingsByStatement = `SELECT statement_id, sum(amount) AS amount,
    count(DISTINCT occurrence || ' ' || substr(entry_key, 1, instr(entry_key || '.', '.') - 1)) AS bookings
  FROM bank_entry WHERE id NOT IN (SELECT bank_entry_id FROM batch_split_part) GROUP BY statement_id`;

const rules: readonly Rule[] = [
  { name: 'entries-sealed', what: 'entry', offenders: unsealedEntries },
  { name: 'entries-balance', what: 'entry', offenders: unbalancedEntries },
  {
    name: 'postings-dated-as-entry',
    what: 'entry',
    offenders: 'SELECT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.effective_date <> e.effective_date',
  },
  {
    name: 'one-currency-per-entry',
    what: 'entry',
    offenders: `SELECT e.id FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN document d ON d.id = p.document_id
      LEFT JOIN bank_entry b ON b.id = p.bank_entry_id WHERE d.currency <> e.currency OR b.currency <> e.currency`,
  },
  {
    name: 'reversals-mirror',
    what: 'entry',
    offenders: `SELECT r.id FROM journal_entry r JOIN journal_entry e ON e.id = r.reverses_id
      WHERE r.effective_date <> e.effective_date OR r.currency <> e.currency OR EXISTS (
        SELECT 1 FROM posting p WHERE p.entry_id IN (r.id, e.id)
        GROUP BY p.account, p.document_id, p.bank_entry_id, p.own_account_id HAVING sum(p.cents) <> 0)`,
  },
  {
    name: 'origin-known',
    what: 'entry',
    offenders: `SELECT id FROM journal_entry WHERE json_extract(reason, '$.code') IS NULL OR json_extract(reason, '$.code') = ''`,
  },
  {
    name: 'receivable-within-total',
    what: 'document',
    // Beyond zero means over-paid: allowed, seen in the list, and never beyond what was asked in the first place.
    offenders: `SELECT d.id FROM document d JOIN document_balance b ON b.document_id = d.id
      WHERE (d.total >= 0 AND d.kind <> 'creditNote' AND b.open > ${receivableHigh})
        OR ((d.total < 0 OR d.kind = 'creditNote') AND b.open < ${receivableLow})`,
  },
  {
    name: 'removed-documents-closed',
    what: 'document',
    offenders: 'SELECT d.id FROM document d JOIN document_balance b ON b.document_id = d.id WHERE d.removed_at IS NOT NULL AND b.open <> 0',
  },
  {
    name: 'unmatched-within-amount',
    what: 'bank entry',
    offenders: `SELECT e.id FROM bank_entry e JOIN bank_entry_balance b ON b.bank_entry_id = e.id
      WHERE b.unmatched NOT BETWEEN min(0, e.amount) AND max(0, e.amount) OR (e.removed_at IS NOT NULL AND b.unmatched <> 0)`,
  },
  {
    name: 'document-balances-derived',
    what: 'document',
    offenders: `SELECT document_id FROM (SELECT document_id, open, settled_on FROM document_balance UNION ALL ${documentsByJournal})
      ${withoutTwin('document_id, open, settled_on')}`,
  },
  {
    name: 'balances-know-their-customer',
    what: 'document',
    offenders: 'SELECT d.id FROM document d JOIN document_balance b ON b.document_id = d.id WHERE b.customer_id <> d.customer_id',
  },
  {
    name: 'bank-entry-balances-derived',
    what: 'bank entry',
    offenders: `SELECT bank_entry_id FROM (SELECT bank_entry_id, unmatched FROM bank_entry_balance UNION ALL
      SELECT bank_entry_id, -sum(cents) FROM posting WHERE bank_entry_id IS NOT NULL GROUP BY bank_entry_id)
      ${withoutTwin('bank_entry_id, unmatched')}`,
  },
  {
    name: 'sales-days-derived',
    what: 'day',
    offenders: `SELECT issue_date FROM (SELECT issue_date, currency, cents FROM sales_day UNION ALL
      SELECT p.effective_date, e.currency, -sum(p.cents) FROM posting p JOIN journal_entry e ON e.id = p.entry_id
      WHERE p.account = 'sales' GROUP BY p.effective_date, e.currency)
      ${withoutTwin('issue_date, currency, cents')}`,
  },
  {
    name: 'statements-add-up',
    what: 'statement',
    // A statement whose lines were partly known before keeps only the new ones; it was held against its own file when that was read.
    offenders: `SELECT s.id FROM statement s LEFT JOIN (${bookingsByStatement}) e ON e.statement_id = s.id
      WHERE (s.adds_up = 1 AND s.difference <> 0)
        OR (s.opening IS NOT NULL AND s.closing IS NOT NULL AND e.bookings = s.entries AND s.opening + e.amount + s.difference <> s.closing)`,
  },
  {
    name: 'splits-add-up',
    what: 'bank entry',
    // A booking counts, or the payments it was taken apart into: they are its amount, and never stand beside it.
    offenders: `SELECT e.id FROM batch_split s JOIN bank_entry e ON e.id = s.bank_entry_id JOIN (SELECT q.batch_split_id, sum(p.amount) AS amount, max(p.removed_at IS NULL) AS counts
        FROM batch_split_part q JOIN bank_entry p ON p.id = q.bank_entry_id GROUP BY q.batch_split_id) x ON x.batch_split_id = s.id
      WHERE x.amount <> e.amount OR (x.counts = 1 AND e.removed_at IS NULL)`,
  },
  {
    name: 'decisions-whole',
    what: 'entry',
    // What one decision booked counts together or not at all.
    offenders: `SELECT t.entry_id FROM booked_together t
      WHERE EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = t.entry_id) <> EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = t.lead_entry_id)`,
  },
  {
    name: 'allocations-evidenced',
    what: 'entry',
    offenders: `SELECT a.entry_id FROM allocation a WHERE abs(a.cents) <>
      (SELECT abs(coalesce(sum(p.cents), 0)) FROM posting p WHERE p.entry_id = a.entry_id AND p.document_id = a.document_id)`,
  },
];

export type LedgerCheck = {
  readonly name: string;
  readonly ok: boolean;
  /** Empty when the rule holds; otherwise the first rows that break it, by id. */
  readonly detail: string;
};
export type LedgerVerification = JournalCounts & {
  readonly ok: boolean;
  readonly checks: readonly LedgerCheck[];
  readonly overPaid: number;
};

const shown = 5;

function checkOf(name: string, findings: readonly string[]): LedgerCheck {
  const more = findings.length > shown ? ', …' : '';
  return { name, ok: findings.length === 0, detail: findings.slice(0, shown).join(', ') + more };
}

/**
 * The full set of checks, on demand and after a restore: seconds for a very large ledger. Reading only; it never repairs, because a
 * ledger that breaks a rule is evidence.
 */
export function verifyLedger(db: ReadableDb): LedgerVerification {
  const { sqlite } = db;
  const found = sqlite.pragma(`integrity_check(${shown + 1})`) as readonly { readonly integrity_check: string }[];
  const structure = found.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
  const dangling = texts(sqlite, `SELECT "table" || ' ' || rowid FROM pragma_foreign_key_check LIMIT ${shown + 1}`);
  const checks: readonly LedgerCheck[] = [
    checkOf('file-structure', structure),
    checkOf('foreign-keys', dangling),
    checkOf('append-only-triggers', differingObjects(sqlite, ['trigger'])),
    checkOf('schema-as-made', differingObjects(sqlite, ['table', 'index', 'view'])),
    ...rules.map(({ name, what, offenders }) =>
      checkOf(
        name,
        texts(sqlite, `${offenders} LIMIT ${shown + 1}`).map((id) => `${what} ${id}`),
      ),
    ),
    checkOf('stored-files-unchanged', changedFiles(sqlite)),
  ];
  return { ok: checks.every((check) => check.ok), checks, ...journalCounts(sqlite), overPaid: countOverPaid(sqlite) };
}

const texts = (sqlite: Database.Database, sql: string): readonly string[] => sqlite.prepare<[], unknown>(sql).pluck().all().map(String);

/** Documents on which more came in than was asked: allowed, but somebody should look (design/ledger.md, rule 2). */
function countOverPaid(sqlite: Database.Database): number {
  const sql = `SELECT count(*) FROM document d JOIN document_balance b ON b.document_id = d.id
    WHERE b.open <> 0 AND (b.open < ${receivableLow} OR b.open > ${receivableHigh})`;
  return sqlite.prepare<[], number>(sql).pluck().get() ?? 0;
}

/** Tables, indexes or triggers that are not letter by letter what the migrations made: someone removed or changed a safeguard. */
export function differingObjects(sqlite: Database.Database, types: readonly string[]): readonly string[] {
  const made = new Database(':memory:');
  try {
    for (const migration of migrations.filter(({ version }) => version <= schemaVersionOf(sqlite))) made.exec(migration.sql);
    const expected = objectsOf(made, types);
    const actual = objectsOf(sqlite, types);
    const names = new Set([...expected.keys(), ...actual.keys()]);
    return [...names].filter((name) => expected.get(name) !== actual.get(name)).toSorted();
  } finally {
    made.close();
  }
}

function objectsOf(sqlite: Database.Database, types: readonly string[]): ReadonlyMap<string, string> {
  const rows = sqlite
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all();
  return new Map(rows.filter(({ type }) => types.includes(type)).map(({ name, sql }) => [name, sql]));
}

/** Files kept as evidence (letters as they were approved) whose bytes no longer have the hash under which they are kept. */
function changedFiles(sqlite: Database.Database): readonly string[] {
  const changed: string[] = [];
  for (const { sha256, bytes } of sqlite.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM file').iterate()) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) changed.push(`file ${sha256.slice(0, 12)}`);
  }
  return changed;
}
