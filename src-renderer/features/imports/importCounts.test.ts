import { describe, expect, it } from 'vitest';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { type BankPreview, filesWithUnclearDates, groupProblems, importCounts, ownershipOf, type StatementPreview, unknownAccounts, unnamedFiles } from './importCounts.ts';

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
const bank = (...statements: StatementPreview[]): BankPreview => ({
  kind: 'bank',
  part: 'one',
  table: null,
  file: 'bank.xml',
  format: 'CAMT.053',
  statements,
  problems: [],
});
const invoices: FilePreview = {
  kind: 'invoices',
  file: 'lijst.csv',
  format: 'CSV',
  documents: 10,
  invoices: 9,
  creditNotes: 1,
  fresh: 6,
  known: 2,
  changed: 1,
  skipped: 1,
  sums: [],
  oldestDueDate: null,
  undated: 0,
  customersNew: 4,
  table: null,
  problems: [],
};
const other = statement({ account: 'NL44TEST0987654321', ownership: 'unknown' });

describe('what the preview comes to', () => {
  it('counts the bookings of our own accounts only', () => {
    const files = [invoices, bank(statement({}), other)];
    expect(importCounts(files, { answers: {}, takePossiblyKnown: false })).toEqual({
      freshDocuments: 6,
      changedDocuments: 1,
      bankEntries: 3,
      known: 4,
      skipped: 4,
      possiblyKnown: 1,
      refused: 0,
    });
  });

  it('counts an account in once the user says that it is ours', () => {
    const counts = importCounts([bank(other)], { answers: { NL44TEST0987654321: 'ours' }, takePossiblyKnown: true });
    expect(counts).toMatchObject({ bankEntries: 4, skipped: 0, possiblyKnown: 1 });
  });

  it('asks about each unknown account once', () => {
    expect(unknownAccounts([bank(statement({}), other), bank(other)])).toEqual([{ account: 'NL44TEST0987654321', entries: 10 }]);
  });

  it('does not let an answer overrule what is known', () => {
    expect(ownershipOf(statement({ ownership: 'not-ours' }), { NL13TEST0123456789: 'ours' })).toBe('not-ours');
  });
});

it('puts findings of one kind together, errors first', () => {
  const finding = (code: string, severity: 'error' | 'warning') => ({ code, severity, params: {} });
  const groups = groupProblems([finding('b', 'warning'), finding('c', 'warning'), finding('c', 'warning'), finding('a', 'error')]);
  expect(groups.map(({ code, problems }) => [code, problems.length])).toEqual([
    ['a', 1],
    ['c', 2],
    ['b', 1],
  ]);
});

describe('files that name no account', () => {
  const unnamed = bank(statement({ account: '', ownership: 'unknown', entries: 2 }), statement({ account: '', ownership: 'unknown', standing: 'provisional', entries: 9 }));
  it('are asked about with what they bring, and stay so that another can be chosen', () => {
    expect(unnamedFiles([unnamed, bank(statement({}))], {})).toEqual([{ part: 'one', file: 'bank.xml', entries: 2 }]);
    expect(unnamedFiles([bank(statement({ entries: 4 }))], { one: 'NL13TEST0123456789' })).toEqual([{ part: 'one', file: 'bank.xml', entries: 4 }]);
    expect(unnamedFiles([bank(statement({ account: '' })), invoices], {})).toEqual([]);
  });

  it('with the same name are told apart, each with an answer of its own', () => {
    expect(unnamedFiles([unnamed, invoices, { ...unnamed, part: 'two' }], { two: 'NL13TEST0123456789' })).toEqual([
      { part: 'one', file: 'bank.xml', entries: 2 },
      { part: 'two', file: 'bank.xml (2)', entries: 2 },
    ]);
  });
});

describe('files that do not show whether the day or the month comes first', () => {
  const unclear: BankPreview = {
    ...bank(statement({ from: plainDate('2026-01-12'), to: plainDate('2026-02-12') }), statement({ from: null, to: null })),
    problems: [{ code: 'bank-date-order-unclear', severity: 'warning', params: { order: 'mm-dd', text: '1/12/2026', bookDate: '2026-01-12' } }],
  };
  it('are asked about with the order and the period they were read in, and stay so that the other can be chosen', () => {
    const asked = { part: 'one', file: 'bank.xml', from: '2026-01-12', to: '2026-02-12' };
    expect(filesWithUnclearDates([unclear, bank(statement({})), invoices], {})).toEqual([{ ...asked, order: 'mdy' }]);
    expect(filesWithUnclearDates([{ ...unclear, problems: [] }], { one: 'dmy' })).toEqual([{ ...asked, order: 'dmy' }]);
    expect(filesWithUnclearDates([{ ...unclear, problems: [] }], {})).toEqual([]);
  });
});
