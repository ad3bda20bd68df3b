/** Laws of taking in, over random sets of files: twice is once, overlap is union, order makes no difference, undoing takes everything back. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src-main/features/imports/parseFile.ts';
import type { ParseRequest } from '../../src-main/features/imports/parsedFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import type { Background, BackgroundOutcome } from '../../src-main/ports/background.ts';
import { camtFile, type InvoiceFacts, type Movement, mt940File, ublFile } from './importFiles.ts';
import { createWorld, type File, type World } from './importWorld.ts';

/** The work of the parse worker on this thread: laws need many runs, and the thread has tests of its own. */
const here: Background = {
  async run<P, T>({ payload }: { readonly payload: P }): Promise<BackgroundOutcome<T>> {
    const { files, mappings } = payload as ParseRequest;
    const parsed = [];
    for (const { stagedId, name, path, size } of files) {
      const bytes = new Uint8Array(readFileSync(path));
      const { createHash } = await import('node:crypto');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      parsed.push({ stagedId, name, member: null, size, sha256, content: await parseFile({ name, bytes }, readContext, mappings) });
    }
    return { kind: 'done', value: parsed as T };
  },
  close: () => Promise.resolve(),
};

const runs = { numRuns: 30 };
const cents = (value: number): string => (value / 100).toFixed(2);
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, '0')}`);

/** Documents with an identity of their own; the same number always says the same. */
const documents = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      customer: fc.integer({ min: 1, max: 4 }),
      total: fc.integer({ min: 1, max: 90_000 }),
      on: day,
      isCredit: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 12,
      selector: (one) => one.number,
    },
  )
  .map((list) =>
    list.map((one): InvoiceFacts => {
      const facts = {
        number: `F-${one.number}`,
        total: cents(one.total),
        customer: `Klant ${'ABCD'[one.customer - 1] ?? 'A'} B.V.`,
        issueDate: one.on,
      };
      return one.isCredit ? { ...facts, isCredit: true, credits: `F-${(one.number % 40) + 1}` } : facts;
    }),
  );

/** The bookings of an account on a few days, with many equal ones among them. */
const movements = fc.array(
  fc.record({
    date: fc.constantFrom('2026-02-02', '2026-02-03', '2026-02-04'),
    cents: fc.constantFrom(-2500, 1000, 5000, 12_100),
    text: fc.constantFrom('huur', 'factuur 12', ''),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Every document by what identifies it, with its balance and the journal's own sums. */
function stateOf(world: World): unknown {
  return {
    documents:
      world.rows(`SELECT c.name, d.kind, d.number, d.total, d.due_date, b.open FROM document d JOIN customer c ON c.id = d.customer_id
      LEFT JOIN document_balance b ON b.document_id = d.id WHERE d.removed_at IS NULL ORDER BY c.name, d.kind, d.number`),
    entries: world.rows('SELECT book_date, amount, remittance, occurrence FROM bank_entry WHERE removed_at IS NULL ORDER BY 1, 2, 3, 4'),
    accounts: world.rows('SELECT account, sum(cents) AS cents FROM posting GROUP BY account HAVING sum(cents) <> 0 ORDER BY account'),
  };
}

async function within<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = createWorld(here);
  try {
    const result = await work(world);
    expect(world.isSound()).toBe(true);
    return result;
  } finally {
    world.close();
  }
}

async function taking(sets: readonly (readonly File[])[]): Promise<unknown> {
  return within(async (world) => {
    for (const files of sets) await world.take(files);
    return stateOf(world);
  });
}

const filesOf = (list: readonly InvoiceFacts[]): File[] => list.map(ublFile);
const statementOf = (list: readonly Movement[], number: string): File =>
  camtFile({ number, opening: 0, movements: list, name: `${number}.xml` });

describe('whatever is taken in', () => {
  it('counts once when it comes in twice', async () => {
    await fc.assert(
      fc.asyncProperty(documents, movements, async (list, lines) => {
        const files = [...filesOf(list), statementOf(lines, '1')];
        expect(await taking([files, files])).toEqual(await taking([files]));
      }),
      runs,
    );
  });

  it('comes to the same whatever the order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.infiniteStream(fc.nat()), async (list, seeds) => {
        const files = filesOf(list);
        const shuffled = [...files]
          .map((file) => ({ file, at: seeds.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ file }) => file);
        expect(await taking([shuffled])).toEqual(await taking([files]));
      }),
      runs,
    );
  });

  it('is the union of overlapping statements, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(movements, fc.nat(), fc.nat(), async (lines, from, to) => {
        const ordered = [...lines].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
        const days = [...new Set(ordered.map((line) => line.date))];
        const [start, end] = [from % days.length, to % days.length];
        const part = ordered.filter(
          (line) => days.indexOf(line.date) >= Math.min(start, end) && days.indexOf(line.date) <= Math.max(start, end),
        );
        const [whole, piece] = [statementOf(ordered, '1'), statementOf(part, '2')];
        const expected = await taking([[whole]]);
        expect(await taking([[piece], [whole]])).toEqual(expected);
        expect(await taking([[whole], [piece]])).toEqual(expected);
        expect(await taking([[piece, whole]])).toEqual(expected);
      }),
      runs,
    );
  });

  it('is gone without a trace in any balance when it is undone, and new again', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, movements, async (first, second, lines) => {
        await within(async (world) => {
          await world.take(filesOf(first));
          const before = stateOf(world);
          const files = [...filesOf(second), statementOf(lines, '1')];
          const { importId } = await world.take(files);
          const after = stateOf(world);
          expect((await world.undo(importId)).ok).toBe(true);
          expect(stateOf(world)).toEqual(before);
          await world.take(files);
          expect(stateOf(world)).toEqual(after);
        });
      }),
      runs,
    );
  });

  it('is asked about, booking by booking and once, when the bank tells it again with other references', async () => {
    await fc.assert(
      fc.asyncProperty(movements, fc.constantFrom('', ' volgens afspraak'), async (lines, more) => {
        await within(async (world) => {
          const told = (mark: string, added: string): File =>
            statementOf(lines.map((line, index) => ({ ...line, text: `${line.text}${added}`, ref: `${mark}${index}` })), mark);
          await world.take([told('A', '')]);
          const before = stateOf(world);
          const again = told('B', more);
          expect((await world.take([again])).counts).toMatchObject({ bankEntries: 0, doubtful: lines.length });
          expect((await world.take([again])).importId).toBeNull();
          expect(stateOf(world)).toEqual(before);
        });
      }),
      runs,
    );
  });

  it('is all taken without a question from statements that follow each other, in any order', async () => {
    const received = fc.array(fc.record({ cents: fc.constantFrom(1000, 5000, 12_100), text: fc.constantFrom('huur', '') }), { minLength: 2, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(received, fc.nat(), async (list, cut) => {
        const lines = list.map((line, index): Movement => ({ ...line, date: '2026-02-02', ref: `R${index}` }));
        const at = 1 + (cut % (lines.length - 1));
        const [morning, evening] = [lines.slice(0, at), lines.slice(at)];
        const opening = morning.reduce((sum, line) => sum + line.cents, 500);
        const files = [camtFile({ number: '1', opening: 500, movements: morning }), camtFile({ number: '2', opening, movements: evening })];
        for (const order of [files, files.toReversed()]) {
          await within(async (world) => {
            for (const file of order) expect((await world.take([file])).counts).toMatchObject({ doubtful: 0 });
            expect(world.rows('SELECT id FROM bank_entry')).toHaveLength(lines.length);
          });
        }
      }),
      runs,
    );
  });

  it('is never taken in again when another format puts it on its value date', async () => {
    const days = fc.record({ booked: fc.integer({ min: 6, max: 25 }), earlier: fc.integer({ min: 0, max: 3 }), isWorded: fc.boolean() });
    const on = (number: number): string => `2026-02-${String(number).padStart(2, '0')}`;
    await fc.assert(
      fc.asyncProperty(fc.array(days, { minLength: 1, maxLength: 8 }), async (list) => {
        const lines = list.map(({ booked, earlier }, index): Movement => ({ date: on(booked), valueDate: on(booked - earlier), cents: 1000 + index, text: `huur ${index}` }));
        const shifted = list.map(({ booked, earlier, isWorded }, index): Movement => ({ date: on(booked - earlier), cents: 1000 + index, text: isWorded ? `huur ${index}` : 'betaling' }));
        await within(async (world) => {
          await world.take([camtFile({ number: '1', opening: 0, movements: lines })]);
          const before = stateOf(world);
          const period = mt940File({ number: '1', opening: 700, movements: shifted });
          const known = list.filter(({ earlier, isWorded }) => earlier === 0 && isWorded).length;
          expect((await world.take([period])).counts).toMatchObject({ bankEntries: 0, doubtful: list.length - known });
          expect((await world.take([period])).importId).toBeNull();
          expect(stateOf(world)).toEqual(before);
        });
      }),
      runs,
    );
  });
});
