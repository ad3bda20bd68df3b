import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type File, sharedBackground, type World } from './importWorld.ts';

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

const sample = (name: string): File => ({ name, content: readFileSync(join(import.meta.dirname, '../fixtures/bank/csv', name)) });
const amounts = (): readonly number[] =>
  world.rows<{ amount: number }>('SELECT amount FROM bank_entry ORDER BY id').map(({ amount }) => amount);

async function take(...files: readonly File[]) {
  const preview = await world.preview(files);
  const accounts = preview.files.flatMap((file) => (file.kind === 'bank' ? file.statements.map(({ account }) => account) : []));
  return world.take(files, { accounts: Object.fromEntries(accounts.map((account) => [account, 'ours' as const])) });
}

describe('bank CSV, taken in', () => {
  it('books every row once, also identical ones, and nothing when the file comes again', async () => {
    await take(sample('csv-ing-nl.english.csv'));
    expect(amounts()).toEqual([7550, 7550, -995]);
    await take(sample('csv-ing-nl.english.csv'));
    expect(amounts()).toEqual([7550, 7550, -995]);
  });

  it('takes only what is new from a download that overlaps an earlier one', async () => {
    const text = String(readFileSync(join(import.meta.dirname, '../fixtures/bank/csv/csv-ing-nl.csv')));
    const [header = '', newest = '', ...older] = text.trimEnd().split('\n');
    await take({ name: 'eerst.csv', content: [header, ...older].join('\n') });
    expect(amounts()).toHaveLength(2);
    await take({ name: 'later.csv', content: [header, newest, ...older].join('\n') });
    expect(amounts().toSorted((a, b) => a - b)).toEqual([-2265, 50_000, 121_000]);
  });

  it('knows a payment of ABN AMRO again when its description comes in the other style', async () => {
    const text = String(readFileSync(join(import.meta.dirname, '../fixtures/bank/csv/csv-abn-amro.TAB')));
    const [columns = '', , , words = ''] = text.split('\r\n');
    const [account, currency, day] = columns.split('\t');
    const cells = words.split('\t');
    await take({ name: 'a.TAB', content: `${columns}\r\n` });
    await take({
      name: 'b.TAB',
      content: `${[account, currency, day, columns.split('\t')[3], columns.split('\t')[4], day, cells[6], cells[7]].join('\t')}\r\n`,
    });
    expect(amounts()).toEqual([121_000]);
  });

  it('asks about a booking that comes again with other words under the same number of the bank', async () => {
    const text = Buffer.from(String(sample('csv-knab.2026.csv').content)).toString();
    await take({ name: 'a.csv', content: text });
    expect(amounts()).toEqual([121_000, -2265]);
    const again = await world.preview([{ name: 'b.csv', content: text.replace('"Onderhoud"', '"Onderhoud mei"') }]);
    expect(again.files[0]).toMatchObject({ statements: [{ fresh: 0, known: 1, possiblyKnown: 1 }] });
  });

  it('knows a booking of Rabobank again when a spreadsheet took the zeros off its number', async () => {
    const header = '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"';
    const row = (number: string, text: string): string =>
      `${header}\n"NL39VRBD0000000101","EUR","VRBDNL2A","${number}","2026-01-06","2026-01-06","+121,00","+1121,00","NL90FICT0000000303","Bakkerij","","","","cb","","","","","","${text}"," ","","","","",""\n`;
    await take({ name: 'a.csv', content: row('000000000000000018', 'Factuur 42') });
    const again = await world.preview([{ name: 'b.csv', content: row('18', 'Factuur 42') }]);
    expect(again.files[0]).toMatchObject({ statements: [{ fresh: 0, known: 1, possiblyKnown: 0 }] });
    const reworded = await world.preview([{ name: 'c.csv', content: row('19', 'Factuur 42 EREF') }]);
    expect(reworded.files[0]).toMatchObject({ statements: [{ fresh: 0, known: 0, possiblyKnown: 1 }] });
  });

  it('keeps the currencies of one product of Revolut apart', async () => {
    await take(sample('csv-revolut.csv'));
    const accounts = world.rows<{ iban: string; currency: string }>('SELECT iban, currency FROM own_account ORDER BY iban');
    expect(accounts).toEqual(
      expect.arrayContaining([
        { iban: 'CURRENT', currency: 'EUR' },
        { iban: 'CURRENTUSD', currency: 'USD' },
      ]),
    );
    expect(amounts().toSorted((a, b) => a - b)).toEqual([-350, 10_000, 120_900]);
  });

  it('never books twice what comes as CSV and as MT940', async () => {
    const csv =
      'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen;Saldo na mutatie;Tag\n20260106;Bakkerij;NL39VRBD0000000101;NL90FICT0000000303;OV;Bij;12,10;Overschrijving;Naam: Bakkerij Omschrijving: Factuur 42 IBAN: NL90FICT0000000303 Kenmerk: E2E-1;22,10;\n';
    const mt940 =
      ':20:X\n:25:NL39VRBD0000000101EUR\n:28C:1\n:60F:C260105EUR10,00\n:61:2601060106C12,10NTRFEREF//26010600000001\n:86:/EREF/E2E-1//CNTP/NL90FICT0000000303/FICTNL2A/Bakkerij///REMI/USTD//Factuur 42/\n:62F:C260106EUR22,10\n-\n';
    await take({ name: 'a.csv', content: csv });
    await take({ name: 'a.940', content: mt940 });
    expect(amounts()).toEqual([1210]);
  });
});
