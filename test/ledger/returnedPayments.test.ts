/** Money that left again and concerns a customer: on the start screen until somebody has looked at it. */
import { describe, expect, it } from 'vitest';
import { parkReceipt } from '../../src-main/ledger/cash/allocations.ts';
import { returnedPayments } from '../../src-main/ledger/cash/returnedPayments.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, seedParties } from './builders.ts';
import { memoryLedger, now, valueOf } from './ledgers.ts';
import { outboxWorld } from './outboxWorld.ts';

const today = plainDate('2026-11-20');
const [iban, shared] = ['NL02ABNA0123456789', 'NL20INGB0001234567'];
type Facts = { readonly amount?: number; readonly on?: string; readonly from?: string; readonly name?: string; readonly reason?: string };

function world(ledger = memoryLedger()) {
  ledger.write(({ sqlite }) => {
    const known = sqlite.prepare(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, ?, 'match', '')`);
    known.run(iban, 1);
    known.run(shared, 1);
    known.run(shared, 2);
  });
  const line = (facts: Facts) =>
    ledger.write((db) => {
      const id = addBankEntry(db, { bookDate: plainDate(facts.on ?? '2026-11-10'), amount: cents(facts.amount ?? -5_000) });
      db.sqlite.prepare('UPDATE bank_entry SET counter_iban = ?, counter_name = ?, return_reason = ? WHERE id = ?').run(facts.from ?? null, facts.name ?? null, facts.reason ?? null, id);
      return id;
    });
  return { ledger, line, shown: () => returnedPayments(ledger.read, today).map(({ bankEntryId, customerId }) => [bankEntryId, customerId]) };
}
function seeded() {
  const ledger = memoryLedger();
  seedParties(ledger);
  return world(ledger);
}

describe('money that went out', () => {
  it('is shown with its customer by a known account, by name, or by the bank’s word', () => {
    const { line, shown } = seeded();
    const [byAccount, byName, byWord] = [line({ from: 'nl02 abna 0123 4567 89' }), line({ name: 'BIET B.V.' }), line({ name: 'Onbekend', reason: 'MD06' })];
    expect(shown()).toEqual([[byAccount, 1], [byName, 2], [byWord, null]]);
  });

  it('from an account of several customers is told apart by the name, else nobody is named', () => {
    const { line, shown } = seeded();
    const [named, unnamed] = [line({ from: shared, name: 'Biet' }), line({ from: shared, name: 'Betaaldienst' })];
    expect(shown()).toEqual([[named, 2], [unnamed, null]]);
  });

  it('is not shown when it came in, is old, went to a stranger or an own account, is removed, or left an account that is not ours', () => {
    const { ledger, line, shown } = seeded();
    line({ amount: 5_000, from: iban });
    line({ on: '2026-09-20', from: iban });
    line({ name: 'Drukkerij' });
    line({ from: 'NL00TEST0000000001', reason: 'return' });
    const removed = line({ from: iban });
    ledger.write((db) => db.sqlite.prepare('UPDATE bank_entry SET removed_at = ? WHERE id = ?').run(now, removed));
    expect(shown()).toEqual([]);
    const last = line({ on: '2026-09-21', from: iban });
    expect(shown()).toEqual([[last, 1]]);
    ledger.write((db) => db.sqlite.exec(`UPDATE own_account SET ownership = 'not-ours'`));
    expect(shown()).toEqual([]);
  });

  it('is gone once somebody has looked, and holds nothing back meanwhile', async () => {
    const outbox = await outboxWorld(memoryLedger());
    const before = await outbox.must('batch.list', {});
    const { ledger, line } = world(outbox.ledger);
    const bankEntryId = line({ from: iban, name: 'Aardappel', reason: 'MD06' });
    line({ from: iban, name: 'Aardappel' });
    const returned = async () => (await outbox.must('today.overview', {})).decide.filter(({ kind }) => kind === 'returned');
    const params = { amountCents: 5_000, payer: 'Aardappel', bookDate: '2026-11-10' };
    expect(await returned()).toMatchObject([
      { bankEntryId, customerId: 1, customerName: 'Aardappel', cents: -5_000, holdsBack: 0, reason: { code: 'decide-returned', params } },
      { customerId: 1, reason: { code: 'decide-paid-out', params } },
    ]);
    const { items, held } = await outbox.must('batch.list', {});
    expect({ count: items.length, held }).toEqual({ count: before.items.length, held: before.held });
    valueOf(ledger.write((db) => parkReceipt(db, { bankEntryId, reason: 'Gezien', until: null, at: now })));
    expect((await returned()).map(({ reason }) => reason.code)).toEqual(['decide-paid-out']);
  });
});
