import { describe, expect, it } from 'vitest';
import { heldOf, waitingInSteps, waitingReceipts } from '../../src-main/features/matching/waitingReceipts.ts';
import { demoCompany } from '../../src-main/features/demo/demoCompany.ts';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { atOnce, inTurns } from '../../src-main/ledger/inTurns.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId } from '../../src-shared/ids.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { memoryLedger } from './ledgers.ts';

const today = plainDate('2026-11-22');
const question = { today, includeParked: true };

/** Receipts of which some are of a known customer and some of nobody known; each third has exactly what one document asks for. */
function receiptsWaiting(count: number) {
  const ledger = memoryLedger();
  ledger.write((db) => createAdministration(db, { profile: { ...demoCompany, ibans: [] }, isDemo: false, createdAt: `${today}T08:00:00Z` }));
  fillLedger({ ledger, documents: 3000, customers: 300, today, isPaid: false });
  ledger.write(({ sqlite }) =>
    sqlite.exec(`WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ${count})
      INSERT INTO bank_entry (id, statement_id, own_account_id, book_date, amount, currency, counter_iban, counter_name, remittance, entry_key, weak_key, occurrence, raw, origin, customer_id)
      SELECT i, 1, 1, date('${today}', '-7 days'), CASE WHEN i % 3 = 0 THEN (SELECT total FROM document WHERE id = i * 7) ELSE 5000000 + i END, 'EUR', NULL, 'Somebody ' || i, 'factuur F' || (i * 7),
        'k' || i, 'k' || i, 1, '', '{}', CASE WHEN i % 2 = 0 THEN i END FROM number;
      INSERT INTO bank_entry_balance SELECT id, amount FROM bank_entry;`),
  );
  return ledger;
}

const inOrder = (held: ReturnType<typeof followUpPlan>['held']): readonly string[] => held.map((one) => JSON.stringify(one)).sort();

describe('the list of receipts that wait', () => {
  it('knows of a customer planned for alone what is held of him among all', () => {
    const { read } = receiptsWaiting(200);
    const together = followUpPlan(read, { today, customerId: null }).held.filter(({ customerId }) => customerId <= 100);
    const alone = atOnce(heldOf(read, today, new Set(Array.from({ length: 100 }, (_, index) => (index + 1) as CustomerId))));
    expect(together.length).toBeGreaterThan(20);
    expect(inOrder(alone)).toEqual(inOrder(together));
  });

  it('counts the steps that wait for a receipt of its customer, or of exactly its amount', () => {
    const { read } = receiptsWaiting(60);
    const held = waitingReceipts(read, question).filter(({ heldSteps }) => heldSteps > 0);
    expect(held.some(({ customerId }) => customerId === null)).toBe(true);
    expect(held.some(({ customerId }) => customerId !== null)).toBe(true);
  });

  it('lets the program go on while it is made, and is the same then', async () => {
    const { read } = receiptsWaiting(60);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const inSteps = await inTurns(waitingInSteps(read, question));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(inSteps).toEqual(waitingReceipts(read, question));
  });
});
