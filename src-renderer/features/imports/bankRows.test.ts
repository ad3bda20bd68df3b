import { describe, expect, it } from 'vitest';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { bankRows } from './bankRows.ts';
import type { StatementPreview } from './importCounts.ts';

const statement = (facts: Partial<StatementPreview>): StatementPreview => ({
  account: 'NL13TEST0123456789',
  standing: 'booked',
  ownership: 'ours',
  number: '1',
  from: plainDate('2026-02-02'),
  to: plainDate('2026-02-02'),
  entries: 5,
  opening: cents(0),
  closing: cents(100),
  currency: 'EUR',
  addsUp: true,
  difference: cents(0),
  fresh: 3,
  known: 1,
  possiblyKnown: 1,
  possibly: [],
  ...facts,
});
const placed = (...statements: readonly StatementPreview[]): { readonly place: number; readonly file: FilePreview } => ({
  place: 4,
  file: { kind: 'bank', part: 'one', table: null, file: 'bank.sta', format: 'MT940', statements: [...statements], problems: [] },
});

describe('the bank files of a preview', () => {
  it('show an account from its first opening to its last closing balance, in whatever order the statements stand', () => {
    const [row, ...others] = bankRows([
      placed(
        statement({ from: plainDate('2026-02-03'), to: plainDate('2026-02-04'), opening: cents(100), closing: cents(900) }),
        statement({ opening: cents(0), closing: cents(100) }),
      ),
    ]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ key: '4:0', from: '2026-02-02', to: '2026-02-04', opening: 0, closing: 900, entries: 10, fresh: 6, known: 2, possiblyKnown: 2 });
  });

  it('show each account and each currency of a file by itself', () => {
    const rows = bankRows([placed(statement({}), statement({ account: 'BE04TEST', closing: cents(7) }), statement({ currency: 'SEK' }))]);
    expect(rows.map(({ key, account, currency, closing }) => [key, account, currency, closing])).toEqual([
      ['4:0', 'NL13TEST0123456789', 'EUR', 100],
      ['4:1', 'BE04TEST', 'EUR', 7],
      ['4:2', 'NL13TEST0123456789', 'SEK', 100],
    ]);
  });

  it('show a file in which nothing stands', () => {
    expect(bankRows([placed(), { place: 5, file: { kind: 'refused', file: 'x', problems: [] } }])).toMatchObject([
      { key: '4:0', account: '', entries: 0, opening: null, from: null },
      { key: '5:0', account: '' },
    ]);
  });
});
