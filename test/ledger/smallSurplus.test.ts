/** A few cents too much: accepted by policy, shown where everything that was written off is shown, and undone as one. */
import { expect, it } from 'vitest';
import { runMatching } from '../../src-main/features/matching/runMatching.ts';
import { readDunningFacts } from '../../src-main/ledger/followUp/dunningFactsRead.ts';
import { cents } from '../../src-shared/money.ts';
import { aardappel, cashToday, cashWorld } from './cashWorld.ts';
import { now, valueOf } from './ledgers.ts';

const account = 'NL91ABNA0417164300';
const waiting = (world: ReturnType<typeof cashWorld>) =>
  readDunningFacts(world.ledger.read, { today: cashToday, customerId: aardappel }).customers.flatMap((customer) => customer.unmatchedReceipts.map((receipt) => receipt.amountCents));

it('three cents too much are a payment difference, and hold no reminder about another invoice', () => {
  const world = cashWorld();
  const [paid, overdue] = [world.invoice(10_000, { number: 'F2026-0001' }), world.invoice(20_000, { number: 'F2026-0002' })];
  const receipt = world.line(10_003, { text: 'F2026-0001', from: account });
  runMatching(world.ledger, cashToday, now);
  expect([world.open(paid), world.open(overdue), world.left(receipt), world.account('payment-difference'), waiting(world)]).toEqual([0, 20_000, 0, -3, []]);
  expect(world.must('bank.writtenOff', { limit: 10 }).rows).toMatchObject([{ account: 'payment-difference', cents: -3, byPerson: false }]);
  expect(world.broken()).toEqual([]);
});

it('undoing the assignment takes the difference back as well', () => {
  const world = cashWorld();
  const paid = world.invoice(10_000, { number: 'F2026-0001' });
  const receipt = world.line(10_003, { text: 'F2026-0001', from: account });
  runMatching(world.ledger, cashToday, now);
  const { allocations } = world.must('bank.allocations', { limit: 10 });
  expect(valueOf(world.undo(allocations.map(({ entryId }) => entryId)))).toBeDefined();
  expect([world.open(paid), world.left(receipt), world.account('payment-difference')]).toEqual([10_000, 10_003, 0]);
  expect(world.broken()).toEqual([]);
});

it('beyond the limit of the administration the surplus stays the credit of the customer', () => {
  const world = cashWorld();
  const { policy } = world.must('matching.policy', {});
  world.must('matching.savePolicy', { policy: { ...policy, smallDifferenceMaxCents: cents(2) } });
  world.invoice(10_000, { number: 'F2026-0001' });
  world.invoice(20_000, { number: 'F2026-0002' });
  world.line(10_000, { text: 'F2026-0001', from: account, on: '2026-10-01' });
  world.line(20_003, { text: 'F2026-0002', from: account });
  runMatching(world.ledger, cashToday, now);
  expect(world.account('payment-difference')).toBe(0);
  world.invoice(5_000, { number: 'F2026-0003' });
  expect(waiting(world)).toEqual([3]);
  expect(world.broken()).toEqual([]);
});
