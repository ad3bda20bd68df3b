/** A ledger with payment plans from before signatures were kept: its plans ran from the day they were made, and go on running. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { paymentPlans } from '../../src-main/ledger/customers/paymentPlans.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { now, reopenLedger, temporaryFolder, valueOf } from './ledgers.ts';

it('keeps a plan that was running running, as signed on the day it was made by nobody named', () => {
  const path = join(temporaryFolder(), 'plans.termijn');
  const old = valueOf(openLedger({ path, mode: 'create', now, migrations: migrations.filter(({ version }) => version < 140) }));
  fillLedger({ ledger: old, documents: 20, customers: 2, today: '2026-11-22' });
  old.write((db) =>
    db.sqlite.exec(`INSERT INTO payment_plan (id, customer_id, reference, currency, agreed_on, sign_by, is_interest_waived, after_entry_id, at)
      VALUES (1, (SELECT min(id) FROM customer), 'R-2026-0001', 'EUR', '2026-10-01', '2026-10-09', 1, 0, '2026-10-01T09:00:00.000Z')`),
  );
  old.close();
  const ledger = reopenLedger(path);
  expect(paymentPlans(ledger.read, { customerId: null, onlyRunning: true })).toMatchObject([{ reference: 'R-2026-0001', accepted: { on: '2026-10-01', by: '' } }]);
  expect(verifyLedger(ledger.read).checks.filter(({ ok }) => !ok)).toEqual([]);
});
