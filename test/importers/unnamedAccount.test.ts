/** What a bank file may leave open (QIF): which of our accounts it is of, and whether the day or the month comes first. The user says so. */
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { createWorld, type File, ownIban, sharedBackground, type World } from './importWorld.ts';

const second = 'BE68539007547034';
const qif = { name: 'a.qif', content: '!Type:Bank\nD16/02/2026\nT7.25\nPB\n^\nD17/02/2026\nT9.00\nPC\n^\n' };

let background: ReturnType<typeof sharedBackground>;
let world: World;
beforeAll(() => {
  background = sharedBackground(60_000);
});
afterAll(() => background.close());
beforeEach(() => {
  world = createWorld(background);
  world.ledger.write((db) => void db.sqlite.prepare(`INSERT INTO own_account (iban, currency, ownership) VALUES (?, 'EUR', 'ours')`).run(second));
});
afterEach(() => world.close());

type Answers = Pick<InputOf<'imports.preview'>, 'ofAccount' | 'dateOrders'>;

async function previewOf(stagedIds: string[], answers: Answers): Promise<OutputOf<'imports.preview'>> {
  const shown = await importMethods['imports.preview'](world.context, { jobId: 'job', stagedIds, mappings: {}, ...answers });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}

/** The file, with the answer to which account it is of. */
async function preview(account: string | null, file: File = qif): Promise<OutputOf<'imports.preview'>> {
  const [stagedId = ''] = await world.stage([file]);
  return previewOf([stagedId], account === null ? {} : { ofAccount: { [stagedId]: account } });
}
const statements = ({ files }: OutputOf<'imports.preview'>) => files.flatMap((file) => (file.kind === 'bank' ? file.statements : []));
const booked = (): readonly unknown[] => world.rows(`SELECT o.iban, count(*) AS entries FROM bank_entry e JOIN statement s ON s.id = e.statement_id JOIN own_account o ON o.id = s.own_account_id GROUP BY o.iban`);

describe('a QIF file with several accounts of our own', () => {
  it('is shown as nobody’s until one is chosen', async () => {
    expect(statements(await preview(null))).toMatchObject([{ account: '', ownership: 'unknown' }]);
    expect(statements(await previewOf(await world.stage([qif]), { ofAccount: { 'a.qif': second } }))).toMatchObject([{ account: '', ownership: 'unknown' }]);
    expect(statements(await preview('BE68 5390 0754 7034'))).toMatchObject([{ account: second, ownership: 'ours', fresh: 2 }]);
  });

  it('is taken in on the chosen account, once', async () => {
    const { previewId } = await preview(second);
    expect(await world.tryCommit(previewId)).toMatchObject({ ok: true, value: { counts: { bankEntries: 2 } } });
    expect(booked()).toEqual([{ iban: second, entries: 2 }]);
    expect(statements(await preview(second))).toMatchObject([{ fresh: 0, known: 2 }]);
    // Of another account it is another payment.
    expect(statements(await preview(ownIban))).toMatchObject([{ fresh: 2 }]);
    expect(world.isSound()).toBe(true);
  });

  it('of an account that is not ours is asked about as any other', async () => {
    expect(statements(await preview('NL02ABNA0123456789'))).toMatchObject([{ account: 'NL02ABNA0123456789', ownership: 'unknown' }]);
  });

  it('changes nothing of a file that names its account', async () => {
    const ofx = { name: 'a.qif', content: `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>${ownIban}</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260202<TRNAMT>12.50<FITID>1<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></OFX>` };
    expect(statements(await preview(second, ofx))).toMatchObject([{ account: ownIban }]);
  });

  it('is not mistaken for another of the same name', async () => {
    const other = { ...qif, content: '!Type:Bank\nD18/02/2026\nT3.00\nPD\n^\n' };
    const stagedIds = await world.stage([qif, other]);
    const [first = '', next = ''] = (await previewOf(stagedIds, {})).files.flatMap((file) => (file.kind === 'bank' ? [file.part] : []));
    expect([first, next]).toEqual(stagedIds);
    const shown = await previewOf(stagedIds, { ofAccount: { [first]: ownIban, [next]: second } });
    expect(statements(shown)).toMatchObject([{ account: ownIban, fresh: 2 }, { account: second, fresh: 1 }]);
    expect(await world.tryCommit(shown.previewId)).toMatchObject({ ok: true, value: { counts: { bankEntries: 3 } } });
    expect(new Set(booked())).toEqual(new Set([{ iban: ownIban, entries: 2 }, { iban: second, entries: 1 }]));
  });
});

describe('a QIF file that does not show whether the day or the month comes first', () => {
  // The day is 2 March 2026.
  const file = (...days: readonly string[]): File => ({ name: 'b.qif', content: `!Type:Bank\n${days.map((day) => `D${day}\nT7.25\nPB\n^\n`).join('')}` });
  const read = ({ files }: OutputOf<'imports.preview'>) =>
    files.flatMap((one) => (one.kind === 'bank' ? [{ days: one.statements.map(({ from, to }) => [from, to]), findings: one.problems.map(({ code }) => code) }] : []));
  const unclear = ['bank-date-order-unclear'];

  it('is not read in the order that gives days after today when the other gives none', async () => {
    expect(read(await preview(ownIban, file('1/12/2026', '2/12/2026')))).toEqual([{ days: [['2026-01-12', '2026-02-12']], findings: unclear }]);
    expect(read(await preview(ownIban, file('1/2/2026', '2/2/2026')))).toEqual([{ days: [['2026-02-01', '2026-02-02']], findings: unclear }]);
    // Both or neither after today: as is usual here.
    expect(read(await preview(ownIban, file('4/12/2026', '5/12/2026')))).toEqual([{ days: [['2026-12-04', '2026-12-05']], findings: ['bank-days-ahead', ...unclear] }]);
  });

  it('is read in the order that the user says, file by file, also in an archive', async () => {
    const inside = { name: 'c.zip', content: zipSync({ 'x.qif': new TextEncoder().encode(String(file('1/2/2026').content)), 'y.qif': new TextEncoder().encode(String(file('1/2/2026').content)) }) };
    const stagedIds = await world.stage([file('1/2/2026'), inside]);
    const parts = (await previewOf(stagedIds, {})).files.flatMap((one) => (one.kind === 'bank' ? [one.part] : []));
    expect(parts).toEqual([stagedIds[0], `${stagedIds[1] ?? ''}.0`, `${stagedIds[1] ?? ''}.1`]);
    const shown = await previewOf(stagedIds, { dateOrders: { [parts[0] ?? '']: 'mdy', [parts[2] ?? '']: 'mdy' } });
    expect(read(shown)).toEqual([
      { days: [['2026-01-02', '2026-01-02']], findings: [] },
      { days: [['2026-02-01', '2026-02-01']], findings: unclear },
      { days: [['2026-01-02', '2026-01-02']], findings: [] },
    ]);
  });

  it('asks nothing, and listens to nothing, when the file does show it', async () => {
    const [stagedId = ''] = await world.stage([file('1/2/2026', '13/2/2026')]);
    expect(read(await previewOf([stagedId], { dateOrders: { [stagedId]: 'mdy' } }))).toEqual([{ days: [['2026-02-01', '2026-02-13']], findings: [] }]);
  });
});
