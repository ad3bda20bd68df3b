/** Statements whose bookings go through a file instead of the memory of the program: they are taken in like any other, and leave nothing behind. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { camtFile, mt940File } from './importFiles.ts';
import { createWorld, ownIban, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(60_000);
afterAll(() => background.close());

let world: World = undefined as unknown as World;
beforeEach(() => (world = createWorld(background)));
afterEach(() => world.close());

const count = 1250;
/** Not in the order of their days, so that parts have several days and days several parts. */
const movements = Array.from({ length: count }, (_, index) => ({
  date: `2026-02-0${1 + (index % 3)}`,
  cents: 1000 + index,
  text: `factuur ${index}`,
  ref: `REF${index}`,
}));
const statement = { number: '1', opening: 0, movements };
const large = camtFile(statement);
const ours = { accounts: { [ownIban]: 'ours' as const } };

/** Everything that lies in the folder of staged files. */
function staged(): readonly string[] {
  const parent = join(world.ledger.path, '..', 'staged');
  return existsSync(parent) ? readdirSync(parent).flatMap((folder) => readdirSync(join(parent, folder))) : [];
}
const taken = (): unknown => world.rows('SELECT count(*) AS count, sum(amount) AS sum, count(DISTINCT entry_key) AS keys FROM bank_entry WHERE removed_at IS NULL')[0];
const nothing = { count: 0, sum: null, keys: 0 };
const everything = { count, sum: movements.reduce((sum, { cents }) => sum + cents, 0), keys: count };

/** The world with a job that is cancelled once so much of it is done. */
function cancelledAfter(done: number): World['context'] {
  const controller = new AbortController();
  return {
    ...world.context,
    jobs: { signalOf: () => controller.signal },
    events: { emit: (event) => void (event.type === 'jobProgress' && event.done >= done && controller.abort()) },
  };
}

describe('a statement with very many bookings', () => {
  it('is taken in whole, and nothing of it lies about afterwards', async () => {
    const preview = await world.preview([large]);
    expect(preview.files).toMatchObject([{ kind: 'bank', statements: [{ entries: count, fresh: count, addsUp: true, from: '2026-02-01', to: '2026-02-03' }] }]);
    expect(staged()).toHaveLength(2);
    expect((await world.tryCommit(preview.previewId, ours)).ok).toBe(true);
    expect(taken()).toEqual(everything);
    expect(staged()).toEqual([]);
    expect(world.isSound()).toBe(true);
  });

  it('is known when it comes again, also in another format, and only what is new is taken', async () => {
    await world.take([large], ours);
    const again = await world.preview([large]);
    expect(again.totals).toMatchObject({ fresh: 0, known: count, skipped: 0 });
    const other = await world.preview([mt940File(statement)]);
    expect(other.totals).toMatchObject({ fresh: 0, known: count });
    const more = [...movements, { date: '2026-02-04', cents: 77, text: 'nieuw', ref: 'NEW' }];
    expect((await world.take([camtFile({ ...statement, movements: more })])).counts.bankEntries).toBe(1);
  });

  it('counts once when two files of a set hold it', async () => {
    const preview = await world.preview([mt940File(statement), large]);
    expect(preview.totals).toMatchObject({ fresh: count, known: count });
  });

  it('leaves nothing behind when it is given up', async () => {
    const { previewId } = await world.preview([large]);
    await importMethods['imports.discard'](world.context, { previewId });
    expect(staged()).toEqual([]);
  });

  it('can be taken in after all when taking it in was cancelled half-way, which keeps nothing', async () => {
    const { previewId } = await world.preview([large]);
    const input = { jobId: 'job', previewId, accounts: ours.accounts, takePossiblyKnown: false };
    expect(await importMethods['imports.commit'](cancelledAfter(500), input)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(taken()).toEqual(nothing);
    expect((await world.tryCommit(previewId, ours)).ok).toBe(true);
    expect(taken()).toEqual(everything);
  });

  it('is all new beside an import of the same that is given up half-way', async () => {
    const [first, second] = [await world.preview([large]), await world.preview([large])];
    let isHalfWay: () => void = () => undefined;
    const halfWay = new Promise<void>((resolve) => (isHalfWay = resolve));
    const controller = new AbortController();
    const givenUp = importMethods['imports.commit'](
      { ...world.context, jobs: { signalOf: () => controller.signal }, events: { emit: (event) => void (event.type === 'jobProgress' && event.done >= 500 && isHalfWay()) } },
      { jobId: 'first', previewId: first.previewId, takePossiblyKnown: false, ...ours },
    );
    await halfWay;
    const beside = world.preview([camtFile({ ...statement, number: '2' })]);
    const taking = world.tryCommit(second.previewId, ours);
    setTimeout(() => controller.abort(), 5);
    expect(await givenUp).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await taking).ok).toBe(true);
    expect(taken()).toEqual(everything);
    expect((await beside).totals.fresh + (await beside).totals.known).toBe(count);
    expect(world.isSound()).toBe(true);
  });

  it('is not touched by taking it back when that is cancelled half-way', async () => {
    const { importId } = await world.take([large], ours);
    if (importId === null) throw new Error('nothing was taken in');
    const undo = (context: World['context']) => importMethods['imports.undo'](context, { importId, jobId: 'job' });
    expect(await undo(cancelledAfter(500))).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(taken()).toEqual(everything);
    expect(await undo(world.context)).toEqual({ ok: true, value: { reversedEntries: count } });
    expect(taken()).toEqual(nothing);
    expect(world.isSound()).toBe(true);
    expect((await world.preview([large])).totals).toMatchObject({ fresh: count, known: 0 });
  });
});
