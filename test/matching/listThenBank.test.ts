/** A list of open items and a bank file tell of the same payment: whichever comes first, it counts once. Real ledger, real readers. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { runMatching } from '../../src-main/features/matching/runMatching.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { BankEntryId } from '../../src-shared/ids.ts';
import type { Result } from '../../src-shared/result.ts';
import { camtFile, type Movement, openItemsFile } from '../importers/importFiles.ts';
import { createWorld, type File, sharedBackground, type World } from '../importers/importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

const customer = 'Bouwbedrijf De Hoek';
const words = (amount: number): string => (amount / 100).toFixed(2).replace('.', ',');
type Line = readonly [number: string, total: number, open: number];
const list = (lines: readonly Line[]): File =>
  openItemsFile(lines.map(([number, total, open]) => [number, customer, '', '01-01-2026', '31-01-2026', words(total), words(open)] as const));
let count = 0;
const bank = (movements: readonly (Partial<Movement> & { readonly cents: number })[]): File =>
  camtFile({ number: String((count += 1)), opening: 100_000 * count, movements: movements.map((one) => ({ date: '2026-02-16', ...one })) });

async function withWorld(look: (world: World) => Promise<void>): Promise<void> {
  const world = createWorld(background);
  try {
    await look(world);
    expect(world.isSound()).toBe(true);
  } finally {
    world.close();
  }
}

/** Takes files in one after the other, matching after each, as the program does. */
async function take(world: World, files: readonly File[]): Promise<void> {
  for (const file of files) {
    await world.take([file]);
    match(world);
  }
}
const match = (world: World): void => void runMatching(world.ledger, world.context.clock.today(), world.context.clock.now());

type Method = keyof typeof matchingMethods & MethodName;
async function call<M extends Method>(world: World, method: M, input: InputOf<M>): Promise<Result<OutputOf<M>, AppError>> {
  // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
  const handler = matchingMethods[method] as unknown as (context: unknown, given: InputOf<M>) => Promise<Result<OutputOf<M>, AppError>> | Result<OutputOf<M>, AppError>;
  const result = await handler({ ...world.context, events: { emit: () => undefined } }, contract[method].input.parse(input) as InputOf<M>);
  if (result.ok) contract[method].output.parse(result.value);
  return result;
}

const openOf = (world: World): unknown => world.rows('SELECT d.number, b.open FROM document_balance b JOIN document d ON d.id = b.document_id WHERE d.removed_at IS NULL ORDER BY d.number');
const leftOf = (world: World): readonly { readonly id: BankEntryId; readonly unmatched: number }[] =>
  world.rows('SELECT e.id, b.unmatched FROM bank_entry_balance b JOIN bank_entry e ON e.id = b.bank_entry_id WHERE e.removed_at IS NULL AND b.unmatched <> 0 ORDER BY e.id');

const before = list([['F2026-0009', 5000, 5000]]);
const after = list([['F2026-0009', 5000, 2000]]);
const payment = (): File => bank([{ cents: 3000, text: 'F2026-0009' }]);

describe('a payment that a list of open items and a bank file both tell of', () => {
  it.each([
    ['list, bank, list', () => [before, payment(), after]],
    ['list, list, bank', () => [before, after, payment()]],
    ['later list, bank', () => [after, payment()]],
    ['bank, list, list', () => [payment(), before, after]],
    ['bank, later list', () => [payment(), after]],
  ])('leaves the same balance in the order %s', async (_, files) => {
    await withWorld(async (world) => {
      await take(world, files());
      expect(openOf(world)).toEqual([{ number: 'F2026-0009', open: 2000 }]);
    });
  });

  it('says why it waits, and one decision books it without touching a balance; undone, it waits again', async () => {
    await withWorld(async (world) => {
      await take(world, [before, after, payment()]);
      const [waiting] = leftOf(world);
      if (waiting === undefined) throw new Error('nothing waits');
      const bankEntryId = waiting.id;
      const detail = await call(world, 'bank.candidates', { bankEntryId });
      expect(detail).toMatchObject({ ok: true, value: { why: { code: 'unmatched-in-list', params: { numbers: 'F2026-0009', listedOn: '2026-03-02' } } } });
      const against = detail.ok ? detail.value.proposals.map(({ evidence }) => evidence.some(({ stance, reason }) => stance === 'against' && reason.code === 'against-in-list')) : [];
      expect([against.length > 0, against.every(Boolean)]).toEqual([true, true]);
      const booked = await call(world, 'bank.bookInList', { bankEntryId });
      expect(booked).toMatchObject({ ok: true, value: { rest: 0 } });
      expect([openOf(world), leftOf(world)]).toEqual([[{ number: 'F2026-0009', open: 2000 }], []]);
      // Books that list and money have settled together hold nothing of that list any more.
      expect(world.rows("SELECT sum(cents) AS cents FROM posting WHERE account = 'books-adjustment'")).toEqual([{ cents: 0 }]);
      expect(await call(world, 'bank.bookInList', { bankEntryId })).toMatchObject({ ok: false });
      const allocations = await call(world, 'bank.allocations', { limit: 10 });
      expect(allocations).toMatchObject({ ok: true, value: { allocations: [{ parts: [{ number: 'F2026-0009', cents: 3000 }], byPerson: true }] } });
      const entryIds = booked.ok ? booked.value.entryIds : [];
      expect(await call(world, 'bank.undoAllocation', { entryIds })).toMatchObject({ ok: true });
      expect([openOf(world), leftOf(world)]).toEqual([[{ number: 'F2026-0009', open: 2000 }], [{ id: bankEntryId, unmatched: 3000 }]]);
      expect(await call(world, 'bank.candidates', { bankEntryId })).toMatchObject({ value: { why: { code: 'unmatched-in-list' } } });
      expect(await call(world, 'bank.bookInList', { bankEntryId })).toMatchObject({ ok: true, value: { rest: 0 } });
    });
  });

  it('books a second payment of the same amount as money once the first was told to be in the list', async () => {
    await withWorld(async (world) => {
      await take(world, [list([['F2026-0009', 6000, 6000]]), list([['F2026-0009', 6000, 3000]]), bank([{ cents: 3000, text: 'F2026-0009' }, { date: '2026-02-17', cents: 3000, text: 'F2026-0009' }])]);
      const [first] = leftOf(world);
      if (first === undefined) throw new Error('nothing waits');
      expect(leftOf(world)).toHaveLength(2);
      expect(await call(world, 'bank.bookInList', { bankEntryId: first.id })).toMatchObject({ ok: true });
      match(world);
      expect([openOf(world), leftOf(world)]).toEqual([[{ number: 'F2026-0009', open: 0 }], []]);
    });
  });

  it('goes back to the money alone when the list that settled it is undone', async () => {
    await withWorld(async (world) => {
      await take(world, [before]);
      const { importId } = await world.take([after]);
      await take(world, [payment()]);
      const [waiting] = leftOf(world);
      if (waiting === undefined) throw new Error('nothing waits');
      await call(world, 'bank.bookInList', { bankEntryId: waiting.id });
      expect(await world.undo(importId)).toMatchObject({ ok: true });
      expect([openOf(world), leftOf(world)]).toEqual([[{ number: 'F2026-0009', open: 5000 }], [{ id: waiting.id, unmatched: 3000 }]]);
      match(world);
      expect([openOf(world), leftOf(world)]).toEqual([[{ number: 'F2026-0009', open: 2000 }], []]);
    });
  });

  it('goes back to the list alone when the bank file is undone', async () => {
    await withWorld(async (world) => {
      await take(world, [after]);
      const { importId } = await world.take([payment()]);
      match(world);
      const [waiting] = leftOf(world);
      if (waiting === undefined) throw new Error('nothing waits');
      expect(await call(world, 'bank.bookInList', { bankEntryId: waiting.id })).toMatchObject({ ok: true });
      expect(openOf(world)).toEqual([{ number: 'F2026-0009', open: 2000 }]);
      expect(await world.undo(importId)).toMatchObject({ ok: true });
      expect(openOf(world)).toEqual([{ number: 'F2026-0009', open: 2000 }]);
    });
  });

  it('is not said of a receipt that no list explains', async () => {
    await withWorld(async (world) => {
      await take(world, [before, bank([{ cents: 700, text: 'zonder kenmerk', name: 'Onbekend', iban: 'NL20INGB0001234567' }])]);
      const [waiting] = leftOf(world);
      if (waiting === undefined) throw new Error('nothing waits');
      expect(await call(world, 'bank.bookInList', { bankEntryId: waiting.id })).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
    });
  });
});

describe('lists and bank files in any order', () => {
  it('never count a payment twice, and agree once everything that waits was told to be in the list', async () => {
    const parts = fc.array(fc.integer({ min: 100, max: 2500 }), { minLength: 1, maxLength: 3 });
    const world = fc.record({ parts, rest: fc.integer({ min: 100, max: 4000 }), firstBank: fc.nat(3), startsWithList: fc.boolean(), isNamed: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(world, async ({ parts: payments, rest, firstBank, startsWithList, isNamed }) => {
        const total = payments.reduce((sum, one) => sum + one, rest);
        const number = 'F2026-0009';
        const text = isNamed ? number : 'betaling';
        const lists = payments.map((_, at) => list([[number, total, total - payments.slice(0, at + 1).reduce((sum, one) => sum + one, 0)]]));
        const files = [...(startsWithList ? [list([[number, total, total]])] : []), ...lists];
        files.splice(Math.min(firstBank, files.length), 0, bank(payments.map((one, at) => ({ date: `2026-02-${10 + at}`, cents: one, text }))));
        await withWorld(async (one) => {
          await take(one, files);
          const [found] = one.rows<{ open: number }>('SELECT open FROM document_balance');
          expect(found?.open).toBeGreaterThanOrEqual(rest);
          for (const { id } of leftOf(one)) {
            await call(one, 'bank.bookInList', { bankEntryId: id });
            const [now] = one.rows<{ open: number }>('SELECT open FROM document_balance');
            expect(now?.open).toBeGreaterThanOrEqual(rest);
          }
          match(one);
          if (isNamed) expect([openOf(one), leftOf(one)]).toEqual([[{ number, open: rest }], []]);
        });
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
