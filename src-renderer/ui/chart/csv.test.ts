import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const table = {
  head: ['Maand', 'Open; euro'],
  rows: [
    ['nov', 1234.5],
    ['=SOM(A1)', null],
    ['"klein"', -3],
  ],
} as const;

describe('the CSV beside a chart', () => {
  it('uses semicolons and comma decimals in Dutch, so that the spreadsheet opens it in columns', () => {
    expect(csvOf(table, 'nl')).toBe('\ufeffMaand;"Open; euro"\r\nnov;1234,5\r\n\'=SOM(A1);\r\n"""klein""";-3\r\n');
  });
  it('uses commas and points in English', () => {
    expect(csvOf({ head: ['Month', 'Open'], rows: [['Nov', 0.5]] }, 'en')).toBe('\ufeffMonth,Open\r\nNov,0.5\r\n');
  });
  it('never hands a formula to the spreadsheet', () => {
    for (const start of ['=', '+', '-', '@']) expect(csvOf({ head: ['x'], rows: [[`${start}1`]] }, 'nl')).toContain(`'${start}1`);
  });
});
