import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOrder, qifDate } from '../../src-main/features/imports/formats/qif/qifDates.ts';
import { markedCents, shownDecimalMark } from '../../src-main/features/imports/formats/markedAmount.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { cents, decimalFromCents } from '../../src-shared/money.ts';
import { describeOwnSamples, ownSample, readOk, refusalCodes, textSource } from './ownSamples.ts';

describeOwnSamples('qif', 'qif', 5);

describe('dates of QIF', () => {
  it.each([
    ['8/15/13', 'month-day', '2013-08-15'],
    ["3/ 4'26", 'day-month', '2026-04-03'],
    ['31.12.1999', 'day-month', '1999-12-31'],
    ['1-2-98', 'month-day', '1998-01-02'],
    ['2026-03-04', 'day-month', '2026-03-04'],
    ['2026/03/04', 'month-day', '2026-03-04'],
    ['30/2/26', 'day-month', null],
    ['vandaag', 'day-month', null],
  ] as const)('%s, read as %s, is %s', (text, order, date) => {
    expect(qifDate(text, order)).toBe(date);
  });

  it.each([
    [['1/2/26', '13/2/26'], 'day-month', true],
    [['1/2/26', '2/13/26'], 'month-day', true],
    [['1.2.26', '2.3.26'], 'day-month', true],
    [['2026-01-02'], 'day-month', true],
    [['3/3/26'], 'day-month', true],
    [['1/2/26', '1/5/26', '2/3/26'], 'month-day', false],
    [['1/2/26', '3/2/26', '4/2/26'], 'day-month', false],
    [['1/2/26'], 'day-month', false],
  ] as const)('of %j the order is %s, certain: %s', (texts, order, isCertain) => {
    expect(decideOrder(texts, null)).toEqual({ order, isCertain });
  });

  it.each([
    [['1/12/2026', '2/12/2026'], 'month-day'],
    [['12/1/2026'], 'day-month'],
    [['11/12/2026', '12/12/2026'], 'day-month'],
    [['1/2/2026'], 'day-month'],
    // The order of the bookings says the one, the calendar the other.
    [['1/12/2026', '2/12/2026', '1/2/2026'], 'month-day'],
  ] as const)('of %j on 20 November 2026 the order is %s, and asked', (texts, order) => {
    expect(decideOrder(texts, plainDate('2026-11-20'))).toEqual({ order, isCertain: false });
  });
});

describe('amounts whose decimal mark the file must show', () => {
  it.each([
    ['1,234.56', null, 123_456],
    ['1.234,56', null, 123_456],
    ['-1 234,5', null, -123_450],
    ['12,50-', null, -1250],
    ['+7', null, 700],
    ['1,234', null, null],
    ['1,234', '.', 123_400],
    ['1,234', ',', null],
    ['1,230', ',', 123],
    ['1.234.567', null, 123_456_700],
    ['1,23.45', null, null],
    ['1.2.3', null, null],
    ['-5-', null, null],
    ['', null, null],
    ['12.345', '.', null],
  ] as const)('%s with %s is %s', (text, mark, wanted) => {
    expect(markedCents(text, mark)).toBe(wanted);
  });

  it('reads back every amount in every notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (value) => {
        const plain = decimalFromCents(cents(value));
        const grouped = plain.replace(/\B(?=(?:\d{3})+\.)/g, ',');
        const european = grouped.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
        for (const text of [plain, grouped, european]) {
          expect(markedCents(text, shownDecimalMark(text))).toBe(value);
          expect(markedCents(text, null)).toBe(value);
        }
      }),
    );
  });
});

describe('what QIF does not say', () => {
  it('stays unknown: no balance, no currency, no account', () => {
    const [statement] = readOk(ownSample('qif', 'qif-unclear.qif')).statements;
    expect([statement?.opening, statement?.closing, statement?.balanced, statement?.currency, statement?.account]).toEqual([
      null,
      null,
      null,
      null,
      '',
    ]);
  });

  it('is not taken from the opening balance that other programs book as a payment', () => {
    const [statement] = readOk(ownSample('qif', 'qif-day-month.qif')).statements;
    expect(statement?.entries.map(({ counterName }) => counterName)).not.toContain('Opening Balance');
  });

  it('is refused when the file stops inside a booking', () => {
    const text = Buffer.from(ownSample('qif', 'qif-day-month.qif').bytes).toString();
    const last = text.lastIndexOf('^');
    for (let length = text.lastIndexOf('D13') + 1; length < last; length += 3) {
      expect(refusalCodes(textSource('a.qif', text.slice(0, length)))).toEqual(['file-truncated']);
    }
  });

  it('and lists without bookings are refused in words', () => {
    expect(refusalCodes(textSource('a.qif', '!Type:Cat\nNEten\n^\n'))).toEqual(['bank-no-statement']);
    expect(refusalCodes(textSource('a.qif', `!Type:Bank\nD1/1/26\nT1\nM${'x'.repeat(20_000)}\n^\n`))).toEqual(['file-field-too-long']);
  });
});
