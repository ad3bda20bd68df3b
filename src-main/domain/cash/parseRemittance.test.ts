import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRemittance } from './parseRemittance.ts';

const read = (text: string): readonly (readonly [string, number | null])[] => parseRemittance(text).lines.map(({ number, cents }) => [number, cents]);

describe('a remittance advice', () => {
  it('is read from a table with a heading, in the column that says what was paid', () => {
    const text = 'Factuurnummer;Factuurdatum;Bedrag;Korting;Betaald\n2026-0403;01-09-2026;1.210,00;24,20;1.185,80\n2026-0420;2026-09-15;500;0;500\nTotaal;;;;1.685,80';
    expect(read(text)).toEqual([['2026-0403', 118_580], ['2026-0420', 50_000]]);
    expect(parseRemittance(text).stated).toBe(168_580);
  });

  it('takes the amount before the fee from the settlement of a payment service', () => {
    const text = 'Order;Gross;Fee;Net\nF-10001;25,00;0,34;24,66\nF-10002;25,00;0,34;24,66\nTotal;50,00;0,68;49,32';
    expect(read(text)).toEqual([['F-10001', 2_500], ['F-10002', 2_500]]);
  });

  it('is read from tabs, bars, quoted commas, runs of blanks and plain sentences', () => {
    expect(read('2026001\t12-10-2026\t100,00')).toEqual([['2026001', 10_000]]);
    expect(read('| INV-77001 | € 1.000,50 |')).toEqual([['INV-77001', 100_050]]);
    expect(read('"2026-0001","1,250.00"\n"2026-0002","80.00"')).toEqual([['2026-0001', 125_000], ['2026-0002', 8_000]]);
    expect(read('F2026-12    121,00')).toEqual([['F2026-12', 12_100]]);
    expect(read('Wij betaalden factuur 2026-0031 met EUR 45,10.')).toEqual([['2026-0031', 4_510]]);
    expect(read('facture 2026-0032 : 45,10 €')).toEqual([['2026-0032', 4_510]]);
  });

  it('is read from commas without quotes where the amounts have a dot', () => {
    const text = 'Invoice,Date,Amount\nF2026-0009,2026-10-01,50.00\nF2026-0010,2026-10-02,1250.00\nTotal,,1300.00\n\nKind regards, Ann';
    expect(read(text)).toEqual([['F2026-0009', 5_000], ['F2026-0010', 125_000]]);
    expect(parseRemittance(text).stated).toBe(130_000);
    expect(read('Factuurnummer,Factuurbedrag,Betaald\nF2026-0009,50.00,49.00')).toEqual([['F2026-0009', 4_900]]);
    expect(read('F2026-0009,50.00\nCN-1001,-21.00')).toEqual([['F2026-0009', 5_000], ['CN-1001', -2_100]]);
    expect(parseRemittance('F2026-0009,50.00\nTotal,50.00')).toMatchObject({ lines: [{ cents: 5_000 }], stated: 5_000 });
    expect(read('Invoice,Amount\nF2026-0009,"1,250.00"')).toEqual([['F2026-0009', 125_000]]);
  });

  it('takes no part of an amount for the amount where commas also stand in numbers', () => {
    expect(read('F2026-0009, 50,00')).toEqual([['F2026-0009', 5_000]]);
    expect(read('F2026-0009,EUR 1,250.00').map(([, amount]) => amount)).toEqual([125_000]);
    for (const text of ['F2026-0009,1,250.00', 'Invoice,Amount\nF2026-0009,1,250.00', 'F2026-0009,50,25', 'Invoice,Amount\nF2026-0009,50,25', 'F2026-0009,-1,250.00']) {
      expect(read(text).map(([, amount]) => amount)).not.toContainEqual(expect.any(Number));
    }
  });

  it('leaves out the words before a number', () => {
    expect(read('Factuur 2026-001  121,00\nFactuur nr.: 2026-002  60,50\nFacture n° 2026-003\t10,00')).toEqual([['2026-001', 12_100], ['2026-002', 6_050], ['2026-003', 1_000]]);
  });

  it('keeps credit notes below zero, however the sign is written', () => {
    expect(read('CN-1001  -21,00\nCN-1002  21,00-\nCN-1003  (21,00)')).toEqual([['CN-1001', -2_100], ['CN-1002', -2_100], ['CN-1003', -2_100]]);
  });

  it('names numbers without amounts, takes no date for a number, and shows what it could not read', () => {
    const advice = parseRemittance('2026-0403\n01-10-2026\nbetreft week 12');
    expect(advice.lines).toEqual([{ line: 1, number: '2026-0403', cents: null }]);
    expect(advice.unread.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('never throws, hangs or grows, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (text) => {
        const { lines, unread } = parseRemittance(text);
        return lines.length <= 1000 && unread.length <= 100 && lines.every(({ number, cents }) => number.length <= 60 && (cents === null || Number.isSafeInteger(cents)));
      }),
    );
    const hostile = ['9'.repeat(200_000), '"'.repeat(200_000), `${'1.'.repeat(100_000)}`, 'a1b2c3 '.repeat(30_000), '\n'.repeat(200_000), '  '.repeat(100_000), '('.repeat(100_000)];
    const before = performance.now();
    for (const text of hostile) expect(parseRemittance(text).lines.length).toBeLessThanOrEqual(1000);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('reads back what it is given in any layout, to the cent', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999 });
    const number = fc.integer({ min: 1000, max: 999_999 }).map((value) => `F-${value}`);
    const separator = fc.constantFrom('\t', ';', '|', '    ');
    fc.assert(
      fc.property(fc.array(fc.tuple(number, amount), { minLength: 1, maxLength: 40 }), separator, fc.constantFrom(',', '.'), (rows, mark, decimal) => {
        const text = rows.map(([name, cents]) => `${name}${mark}${Math.floor(cents / 100)}${decimal}${String(cents % 100).padStart(2, '0')}`).join('\n');
        expect(read(text)).toEqual(rows);
      }),
    );
  });
});
