import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { belgianField, codaText, type CodaRow } from './codaWriter.ts';
import { camtFile } from './importFiles.ts';
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

const payer = { account: 'BE16999000010174', name: 'Bakkerij De Korst' };
const row = (sequence: number, cents: number, text: string, more: Partial<CodaRow> = {}): CodaRow => ({
  sequence,
  cents,
  code: '00150000',
  date: '020226',
  text,
  party: payer,
  ...more,
});
const codaFile = (rows: readonly CodaRow[], name = 'afschrift.cod') => ({
  name,
  content: codaText(
    [{ structure: '3', account: belgianField(ownIban, 'EUR'), number: '001', opening: 100_000, date: '020226', rows }],
    '\r\n',
  ),
});
const amounts = (): unknown =>
  world.rows("SELECT group_concat(amount, ' ') AS amounts FROM (SELECT amount FROM bank_entry WHERE removed_at IS NULL ORDER BY amount)");

describe('CODA, OFX and QIF taken in', () => {
  it('books a CODA once, also when it comes again', async () => {
    const file = codaFile([
      row(1, 12_100, '2026-001'),
      row(2, 5000, 'losse betaling'),
      row(3, 5000, 'losse betaling'),
      row(4, -700, 'kosten'),
    ]);
    expect((await world.take([file])).counts).toMatchObject({ statements: 1, bankEntries: 4 });
    await world.take([{ ...file, name: 'opnieuw.cod' }]);
    expect(amounts()).toEqual([{ amounts: '-700 5000 5000 12100' }]);
  });

  it('books a total of two payments as one entry with both', async () => {
    const part = { code: '50550000', detail: 1 };
    await world.take([
      codaFile([
        row(1, 3000, '', { code: '10550000', globalisation: '1' }),
        row(1, 1000, '2026-001', part),
        row(1, 2000, '2026-002', { ...part, detail: 2, globalisation: '1' }),
      ]),
    ]);
    expect(world.rows('SELECT sum(amount) AS total FROM bank_entry WHERE removed_at IS NULL')).toEqual([{ total: 3000 }]);
  });

  it('books the same day as CODA and as CAMT once', async () => {
    await world.take([codaFile([row(1, 12_100, 'Factuur 2026-001'), row(2, -700, 'kosten')])]);
    const movement = { date: '2026-02-02', name: payer.name, iban: payer.account };
    await world.take([
      camtFile({
        number: '1',
        opening: 100_000,
        movements: [
          { ...movement, cents: 12_100, text: 'Factuur 2026-001' },
          { ...movement, cents: -700, text: 'kosten' },
        ],
      }),
    ]);
    expect(amounts()).toEqual([{ amounts: '-700 12100' }]);
  });

  it('says what is damaged in a CODA and still shows what there is', async () => {
    const file = codaFile([row(1, 12_100, '2026-001'), row(2, 5000, 'twee')]);
    const damaged = { ...file, content: file.content.replace('000000000050000', '0000000000500O0') };
    const [shown] = (await world.preview([damaged])).files;
    expect(shown).toMatchObject({ kind: 'bank', statements: [{ addsUp: false, entries: 1 }] });
  });

  it('books OFX in its account, and QIF in the only account there is', async () => {
    const ofx = `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>${ownIban}</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260202<TRNAMT>12.50<FITID>1<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></OFX>`;
    await world.take([{ name: 'a.ofx', content: ofx }]);
    await world.take([{ name: 'a.qif', content: '!Type:Bank\nD16/02/2026\nT7.25\nPB\n^\n' }]);
    expect(amounts()).toEqual([{ amounts: '725 1250' }]);
  });

  it('leaves a QIF out, and says why, while it cannot be told which account it is of', async () => {
    world.ledger.write((db) => void db.sqlite.prepare(`INSERT INTO own_account (iban, currency, ownership) VALUES ('BE68539007547034', 'EUR', 'ours')`).run());
    const { importId, problems } = await world.take([{ name: 'a.qif', content: '!Type:Bank\nD16/02/2026\nT7.25\nPB\n^\n' }]);
    expect([importId, problems.map(({ code, params }) => [code, params])]).toEqual([null, [['bank-account-unnamed', {}]]]);
    expect(amounts()).toEqual([{ amounts: null }]);
  });
});
