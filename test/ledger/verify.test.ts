import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { memoryLedger } from './ledgers.ts';

function filled(): Ledger {
  const ledger = memoryLedger();
  fillLedger({ ledger, documents: 400, customers: 10, today: '2026-11-22' });
  return ledger;
}

/** Changes what no program function could: all safeguards step aside and come back. */
function tamper(ledger: Ledger, sql: string): void {
  const { sqlite } = ledger.read;
  const guards = sqlite.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  sqlite.pragma('foreign_keys = OFF');
  for (const guard of guards) sqlite.exec(`DROP TRIGGER ${guard.name}`);
  sqlite.exec(sql);
  for (const guard of guards) sqlite.exec(guard.sql);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** For each rule a change that breaks it, and what the verification then names. */
const changes: readonly (readonly [rule: string, sql: string, detail: RegExp])[] = [
  ['foreign-keys', 'UPDATE document SET customer_id = 999 WHERE id = 5', /document 5/],
  ['schema-as-made', 'DROP INDEX document_issue', /document_issue/],
  ['entries-sealed', 'DELETE FROM entry_seal WHERE entry_id = 3', /entry 3/],
  ['entries-balance', 'UPDATE posting SET cents = cents + 1 WHERE id = (SELECT min(id) FROM posting WHERE entry_id = 4)', /entry 4/],
  ['postings-dated-as-entry', `UPDATE posting SET effective_date = '1999-01-01' WHERE entry_id = 4`, /entry 4/],
  ['one-currency-per-entry', `UPDATE journal_entry SET currency = 'USD' WHERE id = 6`, /entry 6/],
  ['reversals-mirror', 'UPDATE journal_entry SET reverses_id = 7 WHERE id = 8', /entry 8/],
  ['origin-known', `UPDATE journal_entry SET reason = '{}' WHERE id = 9`, /entry 9/],
  ['receivable-within-total', 'UPDATE document_balance SET open = 99999999 WHERE document_id = 10', /document 10/],
  [
    'removed-documents-closed',
    `UPDATE document SET removed_at = 'x' WHERE id = (SELECT max(document_id) FROM document_balance WHERE open <> 0)`,
    /document/,
  ],
  ['unmatched-within-amount', 'UPDATE bank_entry_balance SET unmatched = -1 WHERE bank_entry_id = 2', /bank entry 2/],
  ['document-balances-derived', 'UPDATE document_balance SET open = open + 1 WHERE document_id = 11', /document 11/],
  ['document-balances-derived', `UPDATE document_balance SET settled_on = '2001-01-01' WHERE document_id = 12`, /document 12/],
  ['document-balances-derived', 'DELETE FROM document_balance WHERE document_id = 13', /document 13/],
  ['balances-know-their-customer', 'UPDATE document_balance SET customer_id = (SELECT max(id) FROM customer WHERE id <> customer_id) WHERE document_id = 11', /document 11/],
  ['bank-entry-balances-derived', 'DELETE FROM bank_entry_balance WHERE bank_entry_id = 3', /bank entry 3/],
  ['sales-days-derived', `INSERT INTO sales_day VALUES ('1990-01-01', 'EUR', 5)`, /day 1990-01-01/],
  ['statements-add-up', 'UPDATE statement SET difference = 5', /statement 1/],
  ['statements-add-up', 'UPDATE statement SET opening = 0, closing = 12, entries = (SELECT count(*) FROM bank_entry)', /statement 1/],
  [
    'splits-add-up',
    `INSERT INTO batch_split (id, bank_entry_id, import_file_id, at) VALUES (1, 2, (SELECT min(id) FROM import_file), ''); INSERT INTO batch_split_part (bank_entry_id, batch_split_id) VALUES (3, 1)`,
    /bank entry 2/,
  ],
  [
    'decisions-whole',
    `INSERT INTO booked_together (entry_id, lead_entry_id) VALUES (20, 21); UPDATE journal_entry SET reverses_id = 21 WHERE id = 22`,
    /entry 20/,
  ],
  ['allocations-evidenced', 'UPDATE allocation SET cents = cents + 1 WHERE document_id = 14', /entry/],
  ['stored-files-unchanged', `INSERT INTO file (sha256, mime, bytes) VALUES ('${sha256('other')}', 'text/plain', x'00')`, /file/],
];

describe('the full verification', () => {
  it('finds nothing in a ledger that is in order, and counts it', () => {
    const { ok, checks, entries, postings, overPaid } = verifyLedger(filled().read);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect({ ok, entries: entries > 700, postings: postings > 1500, overPaid }).toEqual({
      ok: true,
      entries: true,
      postings: true,
      overPaid: 0,
    });
  });

  for (const [rule, sql, detail] of changes) {
    it(`notices when ${rule} does not hold: ${sql.slice(0, 60)}`, () => {
      const ledger = filled();
      tamper(ledger, sql);
      const verification = verifyLedger(ledger.read);
      const found = verification.checks.find((check) => check.name === rule);
      expect(verification.ok).toBe(false);
      expect(found).toMatchObject({ ok: false });
      expect(found?.detail).toMatch(detail);
    });
  }

  it('notices a safeguard that is gone or was made harmless', () => {
    const ledger = filled();
    const { sqlite } = ledger.read;
    sqlite.exec('DROP TRIGGER posting_no_delete; DROP TRIGGER event_no_update');
    sqlite.exec('CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT 1; END');
    const found = verifyLedger(ledger.read).checks.find((check) => check.name === 'append-only-triggers');
    expect(found).toEqual({ name: 'append-only-triggers', ok: false, detail: 'event_no_update, posting_no_delete' });
  });

  it('has a test that breaks each of its rules', () => {
    const broken = new Set(changes.map(([rule]) => rule));
    // Two are broken elsewhere: the file by zeroed pages when it is opened, the triggers just above.
    const elsewhere = ['file-structure', 'append-only-triggers'];
    expect(
      verifyLedger(filled().read)
        .checks.map((check) => check.name)
        .toSorted(),
    ).toEqual([...broken, ...elsewhere].toSorted());
  });

  it('counts a document on which too much came in as over-paid, not as broken', () => {
    const ledger = filled();
    const { sqlite } = ledger.read;
    ledger.write(() =>
      sqlite.exec(`INSERT INTO journal_entry (id, kind, effective_date, recorded_at, currency, actor, reason)
          VALUES (90001, 'write-off', '2026-11-20', '2026-11-20T00:00:00Z', 'EUR', 'person', '{"code":"test","params":{}}');
        INSERT INTO posting (entry_id, account, document_id, cents, effective_date) VALUES (90001, 'receivable', 1, -500, '2026-11-20'), (90001, 'opening', NULL, 500, '2026-11-20');
        INSERT INTO entry_seal VALUES (90001)`),
    );
    const { ok, overPaid } = verifyLedger(ledger.read);
    expect({ ok, overPaid }).toEqual({ ok: true, overPaid: 1 });
  });
});
