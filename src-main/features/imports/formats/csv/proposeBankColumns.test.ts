import { describe, expect, it } from 'vitest';
import { readCsvTable } from '../../invoiceFormats/csvTable.ts';
import { readContext } from '../../sourceFile.ts';
import { bankTableOf } from './bankTable.ts';
import { readMappedBank } from './mappedBank.ts';
import { type BankColumns, proposeBankColumns } from './proposeBankColumns.ts';

function tableOf(lines: readonly string[]) {
  const raw = readCsvTable({ name: 'lijst.csv', bytes: Buffer.from(lines.join('\n')) }, readContext);
  if (!raw.ok) throw new Error(JSON.stringify(raw.error));
  const table = bankTableOf(raw.value);
  if (table === null) throw new Error('not a list of bookings');
  return table;
}
const proposed = (lines: readonly string[]): BankColumns => proposeBankColumns(tableOf(lines));
const read = (lines: readonly string[], account = 'NL39VRBD0000000101') => {
  const table = tableOf(lines);
  return readMappedBank(table, { ...proposeBankColumns(table), account }, 'csv-mapped');
};

describe('what the columns of an unknown list of bookings hold', () => {
  it('is told by Dutch names', () => {
    const { columns, decimalMark, dateOrder } = proposed([
      'Boekdatum;Tegenrekening;Naam tegenpartij;Bedrag;Af Bij;Saldo;Mededeling',
      '31-01-2026;NL90FICT0000000303;Bakkerij;1.210,00;Bij;2.210,00;Factuur 42',
      '30-01-2026;;Winkel;3,50;Af;1.000,00;Koffie',
    ]);
    expect(columns).toEqual({ bookDate: 0, counterAccount: 1, name: 2, amount: 3, sign: 4, balance: 5, text: 6 });
    expect([decimalMark, dateOrder]).toEqual([',', 'dmy']);
  });

  it('is told by English names, with money out and money in apart', () => {
    const { columns, decimalMark, dateOrder } = proposed([
      'Date,Description,Paid out,Paid in,Balance',
      '01/31/2026,Invoice 42,,"1,210.00","2,210.00"',
      '01/30/2026,Coffee,3.50,,"1,000.00"',
    ]);
    expect(columns).toEqual({ bookDate: 0, text: 1, debit: 2, credit: 3, balance: 4 });
    expect([decimalMark, dateOrder]).toEqual(['.', 'mdy']);
  });

  it('is told by French names, below lines that say something else', () => {
    const { columns } = proposed([
      'Export du compte',
      'Période;01/01/2026;31/01/2026',
      "Date d'opération;Libellé;Débit;Crédit;Solde",
      '31/01/2026;Facture 42;;1210,00;2210,00',
      '30/01/2026;Café;3,50;;1000,00',
    ]);
    expect(columns).toEqual({ bookDate: 0, text: 1, debit: 2, credit: 3, balance: 4 });
  });

  it('is told by content alone where there are no names', () => {
    const { columns } = proposed([
      '2026-01-28;NL39VRBD0000000101;NL90FICT0000000303;Bakkerij;100,00;1100,00;Factuur 2026-0042 en de rest',
      '2026-01-29;NL39VRBD0000000101;;Winkel;-3,50;1096,50;Koffie en broodjes',
      '2026-01-30;NL39VRBD0000000101;NL90FICT0000000303;Bakkerij;10,00;1106,50;Factuur 2026-0043 hierbij voldaan',
    ]);
    expect(columns).toEqual({ bookDate: 0, account: 1, counterAccount: 2, name: 3, amount: 4, balance: 5, text: 6 });
  });

  it('takes an IBAN that is always the same for the own account, and another for that of the payer', () => {
    const list = (second: string) => ['Datum;IBAN;Bedrag', '01-02-2026;NL39VRBD0000000101;1,00', `02-02-2026;${second};2,00`];
    expect(proposed(list('NL39VRBD0000000101')).columns).toEqual({ bookDate: 0, account: 1, amount: 2 });
    expect(proposed(list('NL90FICT0000000303')).columns).toEqual({ bookDate: 0, counterAccount: 1, amount: 2 });
  });

  it('asks when day and month could be either, and not when the order of the rows tells', () => {
    const list = (dates: readonly string[]) => ['Datum;Bedrag;Omschrijving', ...dates.map((date) => `${date};-1,00;x`)];
    expect(proposed(list(['01/02/2026'])).isDateOrderClear).toBe(false);
    expect(proposed(list(['01/02/2026', '02/02/2026', '01/03/2026']))).toMatchObject({ dateOrder: 'dmy', isDateOrderClear: true });
    expect(proposed(list(['01/02/2026', '02/01/2026', '02/03/2026', '03/01/2026']))).toMatchObject({
      dateOrder: 'mdy',
      isDateOrderClear: true,
    });
  });

  it('says so when nothing tells in which direction money went', () => {
    const list = (column: string, cells: readonly string[]) => [
      `Datum;Bedrag;${column};Omschrijving`,
      ...cells.map((cell, at) => `0${at + 1}-02-2026;5,00;${cell};x`),
    ];
    expect(proposed(list('Kleur', ['rood', 'groen'])).isSignClear).toBe(false);
    expect(proposed(list('Soort', ['Af', 'Bij'])).isSignClear).toBe(true);
  });
});

describe('an unknown list of bookings, read by its columns', () => {
  it('gives signed amounts, the other party, and balances that are checked', () => {
    const { file, rows } = read([
      'Datum;Tegenrekening;Naam;Debet;Credit;Saldo;Omschrijving',
      '28-01-2026;NL90FICT0000000303;Bakkerij;;100,00;1100,00;+++202/6000/04236+++',
      '29-01-2026;;Winkel;3,50;;1096,50;Koffie',
      'Totaal;;;3,50;100,00;;',
    ]);
    expect(file.problems).toEqual([]);
    const [statement] = file.statements;
    expect(statement).toMatchObject({
      account: 'NL39VRBD0000000101',
      balanced: true,
      opening: { amount: 100_000 },
      closing: { amount: 109_650 },
    });
    expect(
      statement?.entries.map(({ amount, counterName, remittance, structuredReferences }) => [
        amount,
        counterName,
        remittance,
        structuredReferences.map(({ text }) => text),
      ]),
    ).toEqual([
      [10_000, 'Bakkerij', null, ['202600004236']],
      [-350, 'Winkel', 'Koffie', []],
    ]);
    expect(rows[0]).toMatchObject({ line: 2, bookDate: '2026-01-28', amount: 10_000, account: 'NL90FICT0000000303', problem: null });
  });

  it('names the lines it can not read and takes the others', () => {
    const { file, rows } = read([
      'Datum;Bedrag;Omschrijving',
      '28-01-2026;-1,00;a',
      'morgen;2,00;b',
      '29-01-2026;twee;c',
      '30-01-2026;-4,00;d',
    ]);
    expect(file.problems.map(({ code, where }) => [code, where?.line])).toEqual([
      ['bank-date-unreadable', 3],
      ['bank-amount-unreadable', 4],
    ]);
    expect(file.statements[0]?.entries.map(({ amount }) => amount)).toEqual([-100, -400]);
    expect(rows.map((row) => row.problem?.code ?? null)).toEqual([null, 'bank-date-unreadable', 'bank-amount-unreadable', null]);
  });

  it('does not take in half of a line at the end', () => {
    const { file } = read(['Datum;Omschrijving;Bedrag;Saldo', '28-01-2026;a;-1,00;9,00', '29-01-2026;b;-2,00;7,00', '30-01-2026;c;-1']);
    expect(file.problems.map(({ code, where }) => [code, where?.line])).toEqual([['bank-entry-unreadable', 4]]);
    expect(file.statements[0]?.entries.map(({ amount }) => amount)).toEqual([-100, -200]);
  });

  it('shows rows and takes nothing in while the account is unknown', () => {
    const { file, rows } = read(['Datum;Bedrag;Omschrijving', '28-01-2026;-1,00;a'], 'geen rekening');
    expect(file.statements).toEqual([]);
    expect(file.problems.map(({ code }) => code)).toEqual(['bank-table-account-unknown']);
    expect(rows[0]?.amount).toBe(-100);
  });
});
