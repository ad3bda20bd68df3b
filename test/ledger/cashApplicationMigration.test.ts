/** A ledger from before cash application: the journal is written anew with its new account, and nothing else changes. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { now, reopenLedger, temporaryFolder, valueOf } from './ledgers.ts';

it('keeps every posting, balance and safeguard of a ledger that comes from before', () => {
  const path = join(temporaryFolder(), 'old.termijn');
  const old = valueOf(openLedger({ path, mode: 'create', now, migrations: migrations.filter(({ version }) => version < 30) }));
  fillLedger({ ledger: old, documents: 600, customers: 10, today: '2026-11-22' });
  const rows = (ledger: Ledger, sql: string): unknown[] => ledger.read.sqlite.prepare(sql).raw().all();
  const postings = 'SELECT id, entry_id, account, document_id, bank_entry_id, own_account_id, cents, effective_date FROM posting ORDER BY id';
  const balances = 'SELECT document_id, open, settled_on FROM document_balance ORDER BY 1';
  const before = [rows(old, postings), rows(old, balances)];
  expect(before[0]?.length).toBeGreaterThan(1000);
  old.close();
  const ledger = reopenLedger(path);
  expect([rows(ledger, postings), rows(ledger, balances)]).toEqual(before);
  expect(verifyLedger(ledger.read).checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(() => ledger.write((db) => db.sqlite.exec('UPDATE posting SET cents = 0 WHERE id = 1'))).toThrow(/append-only/);
});
