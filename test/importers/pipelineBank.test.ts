import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { camtFile, type Movement, mt940File } from './importFiles.ts';
import { contract } from '../../src-shared/contract/index.ts';
import type { BankDoubtId } from '../../src-shared/ids.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { createWorld, ownIban, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => {
  expect(world.isSound()).toBe(true);
  world.close();
});

const received = (of: World): unknown => of.rows('SELECT coalesce(sum(unmatched), 0) AS cents, count(*) AS n FROM bank_entry_balance')[0];
const entries = (of: World): unknown =>
  of.rows('SELECT book_date, amount, occurrence FROM bank_entry WHERE removed_at IS NULL ORDER BY book_date, amount, occurrence');

const monday: readonly Movement[] = [
  { date: '2026-02-02', cents: 12100, text: '2026-001', ref: 'A1' },
  { date: '2026-02-02', cents: 5000, text: 'losse betaling' },
  { date: '2026-02-02', cents: 5000, text: 'losse betaling' },
  { date: '2026-02-02', cents: -2500, text: 'kosten' },
];
const tuesday: readonly Movement[] = [{ date: '2026-02-03', cents: 6050, text: '2026-002', ref: 'A2' }];

/** Monday in another format and in other words: nothing of it is certain. */
const reworded = camtFile({ number: '1', opening: 0, movements: monday.map((movement) => ({ ...movement, text: `${movement.text ?? ''} volgens afspraak` })) });

describe('bank statements taken in', () => {
  it('books money in on the booking date and keeps money out for later', async () => {
    const committed = await world.take([camtFile({ number: '1', opening: 100000, movements: monday })]);
    expect(committed.counts).toMatchObject({ statements: 1, bankEntries: 4 });
    expect(received(world)).toEqual({ cents: 22100, n: 3 });
    expect(world.rows('SELECT DISTINCT kind, effective_date FROM journal_entry')).toEqual([
      { kind: 'receipt', effective_date: '2026-02-02' },
    ]);
  });

  it('shows whether a statement adds up', async () => {
    const good = camtFile({ number: '1', opening: 100000, movements: monday });
    const bad = { name: 'fout.xml', content: String(good.content).replace('<Amt Ccy="EUR">1196.00</Amt>', '<Amt Ccy="EUR">1190.00</Amt>') };
    expect((await world.preview([good])).files[0]).toMatchObject({
      kind: 'bank',
      statements: [{ account: ownIban, ownership: 'ours', addsUp: true, difference: 0, entries: 4, fresh: 4 }],
    });
    expect((await world.preview([bad])).files[0]).toMatchObject({ kind: 'bank', statements: [{ addsUp: false, difference: -600 }] });
    await world.take([bad]);
    expect(world.rows('SELECT adds_up, difference FROM statement')).toEqual([{ adds_up: 0, difference: -600 }]);
  });

  it('does not say that a statement adds up when it has no balances, nor adds up amounts of several currencies', async () => {
    const without = mt940File({ number: '1', opening: 0, movements: monday });
    const notChecked = { name: 'zonder.sta', content: String(without.content).replaceAll(/^:6[02]F:.*\r\n/gm, (line) => (line.startsWith(':60F:') ? line : ':64:C260202EUR0,00\r\n')) };
    const mixed = camtFile({ number: '2', opening: 0, movements: monday });
    const foreign = { name: 'valuta.xml', content: String(mixed.content).replace('<Ntry><Amt Ccy="EUR">', '<Ntry><Amt Ccy="SEK">') };
    expect((await world.preview([notChecked])).files[0]).toMatchObject({ kind: 'bank', statements: [{ closing: null, addsUp: null, difference: null }] });
    expect((await world.preview([foreign])).files[0]).toMatchObject({ kind: 'bank', statements: [{ addsUp: false, difference: null }] });
  });

  it('names the statement that is missing between those taken in, once both sides are there', async () => {
    const day = (number: string, date: string, opening: number): ReturnType<typeof camtFile> => camtFile({ number, opening, movements: [{ date, cents: 1000, ref: `R${number}` }], name: `dag-${number}.xml` });
    expect((await world.take([day('16', '2026-02-02', 0)])).problems).toEqual([]);
    const later = await world.take([day('18', '2026-02-04', 2000)]);
    expect(later.problems).toMatchObject([{ code: 'bank-statement-missing', severity: 'warning', params: { numbers: '17', afterDate: '2026-02-02', beforeDate: '2026-02-04', difference: 1000 }, where: { file: 'dag-18.xml' } }]);
    // What is missing elsewhere is not told again and again.
    expect((await world.take([day('19', '2026-02-05', 3000)])).problems).toEqual([]);
    expect((await world.take([day('17', '2026-02-03', 1000), day('x', '2026-02-08', 9900)])).problems).toMatchObject([{ code: 'bank-days-missing', params: { afterDate: '2026-02-05', beforeDate: '2026-02-08' } }]);
  });

  it('takes three identical payments of one day as three, and the same file again as none', async () => {
    const file = camtFile({ number: '1', opening: 0, movements: [...monday, ...monday.slice(1, 2)] });
    await world.take([file]);
    expect(world.rows('SELECT occurrence FROM bank_entry WHERE amount = 5000 ORDER BY occurrence')).toEqual([
      { occurrence: 1 },
      { occurrence: 2 },
      { occurrence: 3 },
    ]);
    const again = await world.preview([file]);
    expect(again.totals).toMatchObject({ fresh: 0, known: 5 });
    expect(await world.tryCommit(again.previewId)).toMatchObject({
      ok: true,
      value: { importId: null, counts: { bankEntries: 0, statements: 0 } },
    });
  });

  it('takes overlapping statements as their union, in either order', async () => {
    const day = camtFile({ number: '1', opening: 0, movements: monday });
    const week = camtFile({ number: '2', opening: 0, movements: [...monday, ...tuesday], name: 'week.xml' });
    await world.take([day]);
    await world.take([week]);
    const other = createWorld(background);
    await other.take([week]);
    await other.take([day]);
    expect(entries(world)).toEqual(entries(other));
    expect(received(world)).toEqual({ cents: 28150, n: 4 });
    other.close();
  });

  it('knows the same day from another format by account, amount and words, and takes only what is new', async () => {
    await world.take([mt940File({ number: '1', opening: 0, movements: monday })]);
    const preview = await world.preview([camtFile({ number: '1', opening: 0, movements: [...monday, ...tuesday] })]);
    expect(preview.files[0]).toMatchObject({ statements: [{ fresh: 1, known: 4, possiblyKnown: 0 }] });
    expect(await world.tryCommit(preview.previewId)).toMatchObject({ ok: true, value: { counts: { bankEntries: 1, doubtful: 0 } } });
    expect(received(world)).toEqual({ cents: 28150, n: 4 });
  });

  it('takes a doubtful booking at once when the user says so before', async () => {
    await world.take([mt940File({ number: '1', opening: 0, movements: monday })]);
    const preview = await world.preview([reworded]);
    const possibly = preview.files[0]?.kind === 'bank' ? preview.files[0].statements[0]?.possibly : undefined;
    expect(possibly?.[0]).toMatchObject({ bookDate: '2026-02-02', amount: 12100, name: 'Bouwbedrijf De Hoek' });
    const taken = await world.take([reworded], { takePossiblyKnown: true });
    expect(taken.counts).toMatchObject({ bankEntries: 4, doubtful: 0 });
    expect(received(world)).toMatchObject({ n: 6 });
  });

  it('finds the richer of two formats in one set, whatever their order', async () => {
    const mt940 = mt940File({ number: '1', opening: 0, movements: monday });
    const camt = camtFile({ number: '1', opening: 0, movements: monday });
    await world.take([mt940, camt]);
    expect(world.rows('SELECT DISTINCT f.reader FROM statement s JOIN import_file f ON f.id = s.import_file_id')).toEqual([
      { reader: 'camt.053' },
    ]);
    expect(received(world)).toEqual({ cents: 22100, n: 3 });
  });

  it('asks once whose an unknown account is, and leaves it out until there is an answer', async () => {
    const iban = 'NL44TEST0987654321';
    const file = camtFile({ number: '1', opening: 0, movements: monday, iban });
    const preview = await world.preview([file]);
    expect(preview.files[0]).toMatchObject({ statements: [{ account: iban, ownership: 'unknown' }] });
    expect(await world.tryCommit(preview.previewId)).toMatchObject({
      ok: true,
      value: { importId: null, problems: [{ code: 'bank-account-unanswered', params: { account: iban } }] },
    });
    const committed = await world.take([file], { accounts: { [iban]: 'ours' } });
    expect(committed.counts.bankEntries).toBe(4);
    expect((await world.preview([file])).files[0]).toMatchObject({ statements: [{ ownership: 'ours', known: 4 }] });
  });

  it('remembers that an account is not ours and takes nothing from it', async () => {
    const iban = 'NL44TEST0987654321';
    const file = camtFile({ number: '1', opening: 0, movements: monday, iban });
    expect(await world.take([file], { accounts: { [iban]: 'not-ours' } })).toMatchObject({ importId: null });
    expect((await world.preview([file])).files[0]).toMatchObject({ statements: [{ ownership: 'not-ours' }] });
    expect(received(world)).toEqual({ cents: 0, n: 0 });
  });

  it('books receipts in another currency in that currency', async () => {
    await world.take([camtFile({ number: '1', opening: 0, movements: tuesday, currency: 'USD' })]);
    expect(world.rows('SELECT currency FROM journal_entry')).toEqual([{ currency: 'USD' }]);
  });

  it('keeps the file itself, deflated, with its hash', async () => {
    const file = camtFile({ number: '1', opening: 0, movements: tuesday });
    await world.take([file]);
    const [kept] = world.rows<{ name: string; size: number; deflated: Buffer; sha256: string }>(
      'SELECT name, size, deflated, sha256 FROM import_file',
    );
    const { inflateRawSync } = await import('node:zlib');
    expect(kept?.name).toBe('camt-1.xml');
    expect(inflateRawSync(kept?.deflated ?? Buffer.alloc(0)).toString()).toBe(file.content);
    expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is new again after it was undone', async () => {
    const file = camtFile({ number: '1', opening: 0, movements: monday });
    const { importId } = await world.take([file]);
    expect(await world.undo(importId)).toEqual({ ok: true, value: { reversedEntries: 3 } });
    expect(world.rows('SELECT coalesce(sum(unmatched), 0) AS cents FROM bank_entry_balance')).toEqual([{ cents: 0 }]);
    expect((await world.take([file])).counts).toMatchObject({ statements: 1, bankEntries: 4 });
    expect(received(world)).toMatchObject({ cents: 22100 });
  });

  it('tells the windows what was taken in, also when matching fails afterwards', async () => {
    const { context } = world;
    const broken = { ...context, afterCommit: () => Promise.reject(new Error('the thread ended')) };
    const { previewId } = await world.preview([camtFile({ number: '1', opening: 0, movements: monday })]);
    const before = world.events.filter((type) => type === 'ledgerChanged').length;
    await expect(importMethods['imports.commit'](broken, { jobId: 'job', previewId, accounts: {}, takePossiblyKnown: false })).rejects.toThrow('the thread ended');
    expect(received(world)).toMatchObject({ cents: 22100 });
    expect(world.events.filter((type) => type === 'ledgerChanged')).toHaveLength(before + 1);
  });

  it('keeps a day without movements once', async () => {
    const empty = mt940File({ number: '7', opening: 5000, movements: [] });
    await world.take([empty]);
    expect((await world.take([empty])).importId).toBeNull();
    expect(world.rows('SELECT number, entries FROM statement')).toEqual([{ number: '7', entries: 0 }]);
  });
});

describe('bookings that look like known ones', () => {
  const list = () => {
    const read = importMethods['imports.doubts'](world.context, {});
    if (read instanceof Promise || !read.ok) throw new Error('the list could not be read');
    return contract['imports.doubts'].output.parse(read.value);
  };
  const judge = (ids: readonly BankDoubtId[], verdict: 'same' | 'new') => importMethods['imports.judgeDoubts'](world.context, { ids: [...ids], verdict });
  const kept = () => world.rows('SELECT id FROM bank_entry WHERE removed_at IS NULL').length;

  beforeEach(async () => {
    await world.take([mt940File({ number: '1', opening: 0, movements: monday })]);
  });

  it('are listed beside the booking they look like, and counted in the answer', async () => {
    const committed = await world.take([reworded]);
    expect(committed).toMatchObject({ counts: { bankEntries: 0, doubtful: 4 }, problems: [{ code: 'bank-entries-possibly-known', params: { count: 4 } }] });
    expect(kept()).toBe(4);
    expect(list()).toMatchObject({ count: 4 });
    expect(list().doubts[0]).toMatchObject({ amount: 12100, booking: { text: '2026-001 volgens afspraak' }, twin: { text: '2026-001' } });
  });

  it('are asked about once, also when their file comes in again', async () => {
    await world.take([reworded]);
    expect(await world.take([reworded])).toMatchObject({ importId: null, counts: { doubtful: 0 } });
    expect(await judge(list().doubts.map(({ id }) => id), 'same')).toMatchObject({ ok: true, value: { judged: 4, bankEntries: 0 } });
    expect(await world.take([reworded])).toMatchObject({ importId: null, counts: { doubtful: 0 } });
    expect([list().count, kept()]).toEqual([0, 4]);
  });

  it('are taken in one by one when they are other bookings, and go again with their import', async () => {
    const { importId } = await world.take([reworded]);
    const [first, second] = list().doubts;
    if (first === undefined || second === undefined) throw new Error('nothing to judge');
    expect(await judge([first.id, second.id], 'new')).toMatchObject({ ok: true, value: { judged: 2, bankEntries: 2 } });
    expect([list().count, kept()]).toEqual([2, 6]);
    expect(await judge([first.id], 'same')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await world.undo(importId)).toMatchObject({ ok: true });
    expect([list().count, kept()]).toEqual([0, 4]);
  });

  it('are asked about again when the booking they were the same as is taken back', async () => {
    const [first] = world.history();
    await world.take([reworded]);
    await judge(list().doubts.map(({ id }) => id), 'same');
    expect(await world.undo(first?.id ?? null)).toMatchObject({ ok: true });
    expect(list().count).toBe(4);
    expect(list().doubts[0]).toMatchObject({ twin: null });
    await judge(list().doubts.map(({ id }) => id), 'new');
    expect(received(world)).toMatchObject({ cents: 22100 });
  });
});
