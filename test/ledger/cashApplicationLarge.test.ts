/** Very many receipts: matched on a thread of its own with the same answer, while the program goes on. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { runLargeMatching, runMatching } from '../../src-main/features/matching/runMatching.ts';
import { cashToday, cashWorld } from './cashWorld.ts';
import { now } from './ledgers.ts';

const time = { today: cashToday, now };

/** Invoices of two customers; three in four receipts name theirs, the others come from an account that is learned on the way or from nobody. */
function filled(count: number) {
  const world = cashWorld();
  for (let index = 1; index <= count; index += 1) {
    const amount = 1_000 + index * 7;
    world.invoice(amount, { number: `2026-${1_000_000 + index}` });
    const facts = index % 4 === 0 ? { text: 'betaling', from: index % 8 === 0 ? 'NL91ABNA0417164300' : null } : { text: `factuur 2026-${1_000_000 + index}`, from: 'NL91ABNA0417164300' };
    world.line(amount, { ...facts, name: 'Aardappel' });
  }
  return world;
}

describe('matching very many receipts', () => {
  it('books on a thread of its own what it books in one go, and leaves the program free meanwhile', async () => {
    const count = 600;
    const [alone, large] = [filled(count), filled(count)];
    const background = createBackground({ entries: { match: new URL('../../src-main/features/matching/matchWorker.ts', import.meta.url) }, threadsPerKind: 1, timeoutMs: 120_000, memoryMb: 512 });
    onTestFinished(() => background.close());
    const expected = runMatching(alone.ledger, time.today, time.now);
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    const answered = await runLargeMatching({ ledger: large.ledger, background, time });
    clearInterval(ticking);
    expect(expected.booked).toBeGreaterThan(count / 2);
    expect(answered).toEqual(expected);
    const balances = (world: typeof alone) => world.ledger.read.sqlite.prepare('SELECT document_id, open FROM document_balance ORDER BY 1').raw().all();
    const names = (world: typeof alone) => world.ledger.read.sqlite.prepare('SELECT id, customer_id FROM bank_entry ORDER BY 1').raw().all();
    expect(balances(large)).toEqual(balances(alone));
    expect(names(large)).toEqual(names(alone));
    expect(large.broken()).toEqual([]);
    // One go of this size holds the loop for hundreds of milliseconds; free, it ticks on.
    expect(ticks).toBeGreaterThan(20);
    expect(await runLargeMatching({ ledger: large.ledger, background, time })).toMatchObject({ booked: 0 });
  }, 60_000);
});

describe('one receipt among very many', () => {
  it('is opened with its proposals, and the program goes on while they are looked up', async () => {
    const world = filled(600);
    const receipt = world.line(1_007, { text: 'factuur 2026-1000001', name: 'Aardappel' });
    const asked = matchingMethods['bank.candidates'](world.context, { bankEntryId: receipt });
    // In one go the answer would stand here already.
    expect(asked).toBeInstanceOf(Promise);
    const answered = await asked;
    const best = answered.ok ? answered.value.proposals[0] : undefined;
    expect(best?.parts).toMatchObject([{ number: '2026-1000001', cents: 1_007 }]);
  });
});

describe('a receipt for more documents than one decision can name', () => {
  it('can still be opened, and is booked by itself when the sum is exact', () => {
    const { must, invoice, line, run, open, broken } = cashWorld();
    const documents = Array.from({ length: 230 }, (_, at) => invoice(1_000 + at, { number: `${4001 + at}` }));
    const total = documents.reduce((sum, _, at) => sum + 1_000 + at, 0);
    run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES ('NL91ABNA0417164300', 1, 'person', '')`);
    const receipt = line(total, { from: 'NL91ABNA0417164300', text: documents.map((_, at) => 4001 + at).join(', ') });
    const { proposals } = must('bank.candidates', { bankEntryId: receipt });
    expect(proposals.every(({ parts }) => parts.length <= 200)).toBe(true);
    expect(must('matching.run', {}).booked).toBe(1);
    expect(documents.map(open).every((left) => left === 0)).toBe(true);
    expect(must('bank.allocations', { limit: 10 }).allocations[0]).toMatchObject({ cents: total });
    expect(broken()).toEqual([]);
  });
});
